using System;
using System.Threading;
using ComposeX.Build.Tasks.Deployments;
using ComposeX.Build.Tasks.Findings;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ComposeX.Build.Tasks;

/// <summary>Starts ComposeX.Deploy with one request file and repeats what it says.</summary>
[MSBuildMultiThreadableTask]
public sealed class DeployEcsStack : Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The request's members: the name, its <c>Value</c>, and its <c>Kind</c> (text, number, flag or list). One without a value is left out.</summary>
    [Required]
    public ITaskItem[] Members { get; set; } = [];

    /// <summary>Values of root parameters, as <c>Value</c> or, for secrets, as <c>Variable</c>: the name of an environment variable that holds it.</summary>
    public ITaskItem[] Parameters { get; set; } = [];

    /// <summary>Tags of the stack, each with its <c>Value</c>.</summary>
    public ITaskItem[] Tags { get; set; } = [];

    /// <summary>Where the request is written, absolute.</summary>
    [Required]
    public string RequestFile { get; set; } = "";

    /// <summary>The <c>dotnet</c> that runs the tool.</summary>
    [Required]
    public string Host { get; set; } = "";

    /// <summary>ComposeX.Deploy.dll, absolute.</summary>
    [Required]
    public string Tool { get; set; } = "";

    /// <summary>The project file; the tool runs in its folder.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The file that explains the codes.</summary>
    public string? CodesFile { get; set; }

    public void Cancel() => _cancellation.Cancel();

    public void Dispose() => _cancellation.Dispose();

    public override bool Execute() => new FindingLog(Log, CodesFile).Guard(ProjectFile, log =>
    {
        DeployRequestFile.Write(RequestFile, Members, Parameters, Tags);
        var exit = new DeployProcess(Host, Tool, RequestFile, ProjectFile).Run(
            new ProgressLog(Log, BuildEngine).Say, _cancellation.Token);
        if (exit != 0 && !Log.HasLoggedErrors)
            log.Write([BuildDiagnostics.DeployEnded(ProjectFile, exit)]);
    });
}
