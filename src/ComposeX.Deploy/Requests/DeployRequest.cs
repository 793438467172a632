using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Stacks;

namespace ComposeX.Deploy.Requests;

/// <summary>A request file as it was read: every path absolute, every default filled in.</summary>
/// <param name="File">The request file itself; findings about the request are reported there.</param>
internal sealed record DeployRequest(string File, DeployOperation Operation)
{
    public const int FormatVersion = 1;

    public string? Manifest { get; init; }

    public required string ProjectDirectory { get; init; }

    public string? StackName { get; init; }

    public ConnectionOptions Connection { get; init; } = new();

    public string? RoleArn { get; init; }

    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> ParameterVariables { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> NotificationArns { get; init; } = [];

    public string? TemplateBucket { get; init; }

    public string? TemplatePrefix { get; init; }

    public IReadOnlyList<string> AllowDataLoss { get; init; } = [];

    public bool? TerminationProtection { get; init; }

    /// <summary>Whether what failed stays in place to be looked at, in place of being rolled back.</summary>
    public bool KeepFailed { get; init; }

    public string? ConfirmStackName { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(120);

    public Pace Pace { get; init; } = Pace.Default;

    public string? PlanFile { get; init; }

    public string? OutputsFile { get; init; }

    /// <summary>The plan of what is to be looked up.</summary>
    public string? LookupFile { get; init; }

    /// <summary>Where what was found is kept.</summary>
    public string? LockFile { get; init; }

    /// <summary>The images that are wanted.</summary>
    public string? ImagesFile { get; init; }

    /// <summary>Where it is written where the images are.</summary>
    public string? ImageResultsFile { get; init; }

    /// <summary>Whether repositories of ECR that are not there are created.</summary>
    public bool CreateRepositories { get; init; } = true;

    public bool NeedsManifest => Operation is DeployOperation.Plan or DeployOperation.Deploy;

    /// <summary>Without the values of parameters, which may be secret.</summary>
    public override string ToString() => $"{Operation} {StackName} ({string.Join(", ", Parameters.Keys.Concat(ParameterVariables.Keys))})";
}
