using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging.Reading;

/// <summary><c>x-logging.FireLens</c> of a service.</summary>
internal sealed record FireLensSettings(Location Origin)
{
    public const long DefaultBufferLimit = 64 * 1024 * 1024;

    /// <summary>Whether <c>Advanced</c> is there: then the service is meant to be routed even when <c>logging</c> does not say so.</summary>
    public bool IsAdvanced { get; init; }

    /// <summary>Whether what is written for <c>awslogs</c> goes through the router instead.</summary>
    public bool ReplaceAwsLogs { get; init; }

    /// <summary>Fluent Bit configuration of the user's.</summary>
    public Located<string>? SourceFile { get; init; }

    public IReadOnlyList<Located<string>> ParserFiles { get; init; } = [];

    /// <summary>Variables for the router.</summary>
    public IReadOnlyList<CfnMember> Variables { get; init; } = [];

    /// <summary>Destinations beside that of <c>logging.options</c>.</summary>
    public IReadOnlyList<YamlMapping> Destinations { get; init; } = [];

    /// <summary>Whether the router counts as healthy only while its outputs work.</summary>
    public Located<bool>? ApiHealthCheck { get; init; }

    /// <summary>How many seconds Fluent Bit may take to send what it still has when the task stops.</summary>
    public Located<long>? GracePeriod { get; init; }

    /// <summary>How many bytes wait between the container and the router.</summary>
    public Located<long>? BufferLimit { get; init; }

    /// <summary>The router's share of a CPU.</summary>
    public Located<decimal>? Cpu { get; init; }

    /// <summary><c>fluentbit</c> or <c>fluentd</c>.</summary>
    public Located<string>? RouterType { get; init; }

    public IReadOnlyList<ComposeVariable> RouterOptions { get; init; } = [];

    public Located<string>? Image { get; init; }

    /// <summary>Whether a configuration must be written for it.</summary>
    public bool NeedsConfiguration => SourceFile is not null || ParserFiles.Count > 0 || Destinations.Count > 0 || ApiHealthCheck is { Value: true } || GracePeriod is not null;
}
