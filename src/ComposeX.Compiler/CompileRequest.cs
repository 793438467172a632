using System.Collections.Generic;
using System.IO;
using ComposeX.CloudFormation.Templates;
using ComposeX.Compiler.Images;
using ComposeX.Compiler.Rooms;
using ComposeX.Compiler.Stacks;
using ComposeX.Compose;
using ComposeX.Model.Building;
using ComposeX.Model.Lookups;
using ComposeX.Model.Meshes;
using ComposeX.Syntax;

namespace ComposeX.Compiler;

/// <summary>All that a compilation depends on.</summary>
public sealed record CompileRequest
{
    /// <summary>The compose files and what surrounds them.</summary>
    public required ComposeLoadRequest Compose { get; init; }

    /// <summary>The root stack's name; null takes the compose project's name.</summary>
    public string? StackName { get; init; }

    /// <summary>How resources are spread over stacks; null chooses by the number of families.</summary>
    public StackLayout? StackLayout { get; init; }

    /// <summary>How templates are written.</summary>
    public TemplateFormat TemplateFormat { get; init; } = TemplateFormat.Json;

    /// <summary>False forbids creating a VPC: one must then be given by <c>x-vpc</c>.</summary>
    public bool CreateVpc { get; init; } = true;

    /// <summary>The CIDR block of a VPC that is created; null takes the default, or what <c>x-vpc</c> says.</summary>
    public string? VpcCidr { get; init; }

    /// <summary>The environment, such as <c>prod</c>: the stack's name ends with it, and it has a lock file of its own. Null where there is none.</summary>
    public string? EnvironmentName { get; init; }

    /// <summary>The ARN or the name of the policy that bounds every role which says no other; null for none.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>What a mesh (<c>x-appmesh</c>) becomes.</summary>
    public MeshProvider MeshProvider { get; init; }

    /// <summary>Assemblies of others that add x-keys to ours.</summary>
    public IReadOnlyList<ModuleAssembly> Modules { get; init; } = [];

    /// <summary>What the .NET project that is built says of its image; null when there is none.</summary>
    public ProjectImage? Image { get; init; }

    /// <summary>Where the lock file of the look-ups lies.</summary>
    public string LockFile => Path.Combine(Compose.ProjectDirectory, Lock.Name);

    private LockFile Lock => new(EnvironmentName);

    internal LookupLock ReadLock(DiagnosticBag diagnostics) => LookupLock.Read(Compose.ProjectDirectory, Lock, Compose.SourceFiles, diagnostics);

    internal ApplicationOptions ToApplicationOptions(LookupLock lookups) => new(
        StackName,
        [
            new("x-vpc", CreateVpc, VpcCidr is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["VpcCidr"] = VpcCidr }),
            new(MeshChoice.Key, true, new Dictionary<string, string>()) { Choices = MeshChoice.Of(MeshProvider) },
        ],
        lookups)
    {
        EnvironmentName = EnvironmentName,
        Files = new(Compose.ProjectDirectory, Compose.SourceFiles),
    };
}
