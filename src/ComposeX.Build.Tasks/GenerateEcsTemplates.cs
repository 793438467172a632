using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ComposeX.Build.Tasks.Findings;
using ComposeX.Build.Tasks.Requests;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ComposeX.Build.Tasks;

/// <summary>Compiles a project's compose files into CloudFormation templates in an output folder.</summary>
[MSBuildMultiThreadableTask]
public sealed class GenerateEcsTemplates : Task, IComposeTask, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The compose files; later ones override earlier ones.</summary>
    [Required]
    public ITaskItem[] ComposeFiles { get; set; } = [];

    /// <summary>Env files to take in place of <c>.env</c>; the last wins.</summary>
    public ITaskItem[] EnvironmentFiles { get; set; } = [];

    /// <summary>Assemblies that add x-keys.</summary>
    public ITaskItem[] Modules { get; set; } = [];

    /// <summary>The project file: findings about properties are reported there, and paths in the manifest are relative to its folder.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The folder that relative paths in the compose files start from; the first compose file's own by default.</summary>
    public string? ComposeDirectory { get; set; }

    /// <summary>The compose project's name; by Compose's rules by default.</summary>
    public string? ComposeProjectName { get; set; }

    /// <summary>The environment; none by default.</summary>
    public string? EnvironmentName { get; set; }

    /// <summary>The active profiles.</summary>
    public string[] Profiles { get; set; } = [];

    /// <summary>The root stack's name; the compose project's by default.</summary>
    public string? StackName { get; set; }

    /// <summary><c>Nested</c> or <c>Single</c>.</summary>
    public string? StackLayout { get; set; }

    /// <summary><c>json</c> or <c>yaml</c>.</summary>
    public string? TemplateFormat { get; set; }

    /// <summary><c>false</c> forbids creating a VPC.</summary>
    public string? CreateVpc { get; set; }

    /// <summary>The CIDR block of a VPC that is created.</summary>
    public string? VpcCidr { get; set; }

    /// <summary>The ARN or name of a policy that bounds every role; none by default.</summary>
    public string? PermissionsBoundary { get; set; }

    /// <summary>What a mesh becomes: <c>AppMesh</c> or <c>ServiceConnect</c>.</summary>
    public string? MeshProvider { get; set; }

    /// <summary>The runtime that the project's image is for, where the project says so.</summary>
    public string? ImageRuntime { get; set; }

    /// <summary>The ports that the project's container listens on, with their <c>Type</c>.</summary>
    public ITaskItem[] ImagePorts { get; set; } = [];

    /// <summary>The folder to fill, absolute.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>Where to keep the warnings, absolute.</summary>
    [Required]
    public string FindingsFile { get; set; } = "";

    /// <summary>The file that explains the codes.</summary>
    public string? CodesFile { get; set; }

    /// <summary>The files of the folder, the manifest last.</summary>
    [Output]
    public ITaskItem[] OutputFiles { get; private set; } = [];

    /// <summary>Every file that was read or looked for.</summary>
    [Output]
    public ITaskItem[] FilesRead { get; private set; } = [];

    /// <summary>The names of the environment variables that were interpolated.</summary>
    [Output]
    public ITaskItem[] VariablesRead { get; private set; } = [];

    public void Cancel() => _cancellation.Cancel();

    public void Dispose() => _cancellation.Dispose();

    public override bool Execute() => new FindingLog(Log, CodesFile).Guard(ProjectFile, log =>
    {
        var generation = new Generation(this, _cancellation.Token);
        var files = generation.Run(log);
        OutputFiles = Items(files);
        FilesRead = Items(generation.FilesRead);
        VariablesRead = Items(generation.VariablesRead);
    });

    private static ITaskItem[] Items(IEnumerable<string> texts) => [.. texts.Select(text => new TaskItem(text))];
}
