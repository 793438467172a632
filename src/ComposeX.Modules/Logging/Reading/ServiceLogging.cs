using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging.Reading;

/// <summary>What a service says of its logs: <c>logging</c>, <c>x-logging</c> and <c>x-aws-logs_retention</c>.</summary>
/// <param name="DriverName">The driver as Compose calls it, and where it was said.</param>
internal sealed record ServiceLogging(ComposeService Service, LogDriver Driver, Located<string> DriverName, IReadOnlyList<ComposeVariable> Options)
{
    /// <summary>The days that were asked for, as CloudWatch Logs takes them.</summary>
    public IReadOnlyList<Located<int>> Retention { get; init; } = [];

    public CfnValue? KmsKey { get; init; }

    public FireLensSettings? FireLens { get; init; }

    public Location Origin => Service.Logging?.Origin ?? Service.Origin;

    /// <summary>Whether its output goes through the log router.</summary>
    public bool IsRouted => Driver == LogDriver.FireLens || (Driver == LogDriver.AwsLogs && FireLens is { ReplaceAwsLogs: true });

    /// <summary>An option of the driver, or null.</summary>
    public ComposeVariable? Option(string name) => Options.FirstOrDefault(option => string.Equals(option.Name, name, StringComparison.Ordinal));
}
