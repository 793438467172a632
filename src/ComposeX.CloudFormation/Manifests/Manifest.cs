using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Manifests;

/// <summary>
/// What lies in an output folder and how to deploy it; written as <c>manifest.json</c>, the one thing that
/// building and deploying share.
/// </summary>
/// <param name="StackName">The root stack's name.</param>
/// <param name="Stacks">Every stack in the order in which CloudFormation will complete it: what is depended on first, the root last.</param>
public sealed record Manifest(string StackName, IReadOnlyList<ManifestStack> Stacks)
{
    /// <summary>The version of the manifest's own form; it rises when a reader of the old form would misread the new one.</summary>
    public const int FormatVersion = 1;

    /// <summary>Parameters of the root stack, in the template's order.</summary>
    public IReadOnlyList<ManifestParameter> Parameters { get; init; } = [];

    /// <summary>The images that containers run, in ordinal order of their services.</summary>
    public IReadOnlyList<ManifestImage> Images { get; init; } = [];

    /// <summary>Names under which outputs are exported, with <c>${AWS::StackName}</c> standing for the root's name; ordinal order.</summary>
    public IReadOnlyList<ManifestExport> Exports { get; init; } = [];

    /// <summary>What the deploying user must acknowledge: <c>CAPABILITY_IAM</c>, <c>CAPABILITY_NAMED_IAM</c>, <c>CAPABILITY_AUTO_EXPAND</c>.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];
}

/// <summary>One stack.</summary>
/// <param name="Name">The template's name.</param>
/// <param name="LogicalId">Its logical id in the root; null for the root itself.</param>
/// <param name="TemplateFile">The template's file name in the output folder.</param>
/// <param name="DependsOn">Names of stacks that must be complete before, ordinal order.</param>
/// <param name="Resources">The origin of every resource, in the template's order.</param>
public sealed record ManifestStack(string Name, string? LogicalId, string TemplateFile, IReadOnlyList<string> DependsOn, IReadOnlyList<ManifestResource> Resources);

/// <summary>A resource with the YAML that asked for it.</summary>
public sealed record ManifestResource(string LogicalId, string Type, Location Origin);

/// <summary>A parameter of the root stack; without a value when it must be given at deploy time.</summary>
public sealed record ManifestParameter(string Name, string Type, string? Value, bool NoEcho, Location Origin);

/// <summary>An image that a container runs.</summary>
/// <param name="Service">The compose service.</param>
/// <param name="Parameter">The root parameter that takes the image's URI.</param>
/// <param name="Image">The image as written, or null when it is only built.</param>
/// <param name="BuildContext">The build context, or null when the image is only pulled.</param>
public sealed record ManifestImage(string Service, string Parameter, string? Image, string? BuildContext, Location Origin)
{
    /// <summary>The .NET project that the image is made of, or the folder it lies in, where the compose file says so (<c>x-project</c>).</summary>
    public string? Project { get; init; }

    /// <summary>The registry that the image's name begins with; null where it names none.</summary>
    public string? Registry { get; init; }

    /// <summary>The repository that a built image goes to when nobody says another: that of the image's name, else one of the compose project and the service.</summary>
    public string? Repository { get; init; }

    /// <summary>The Dockerfile that the build names, as written: relative to the context.</summary>
    public string? Dockerfile { get; init; }

    /// <summary>Keys of the build that only a Dockerfile can answer, such as <c>args</c>, in the order written.</summary>
    public IReadOnlyList<string> DockerfileKeys { get; init; } = [];

    /// <summary>What the tasks run on, as <c>linux/amd64</c>; null where the machine decides.</summary>
    public string? Platform { get; init; }

    /// <summary>The container's ports, as <c>8080/tcp</c>, in the order written.</summary>
    public IReadOnlyList<string> Ports { get; init; } = [];

    /// <summary>The user that the compose file asks for.</summary>
    public string? User { get; init; }
}

/// <summary>An exported output.</summary>
public sealed record ManifestExport(string Name, string Stack, string Output, Location Origin);
