using System;
using System.IO;
using System.Linq;
using System.Threading;
using ComposeX.Build.Tasks.Deployments;
using ComposeX.Build.Tasks.Findings;
using ComposeX.Build.Tasks.Modules;
using ComposeX.Build.Tasks.Requests;
using ComposeX.CloudFormation.Lookups;
using ComposeX.Compiler;
using ComposeX.Model.Lookups;
using ComposeX.Syntax;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ComposeX.Build.Tasks;

/// <summary>Plans the look-ups of a project's compose files and has ComposeX.Deploy find them and write the lock file.</summary>
[MSBuildMultiThreadableTask]
public sealed class ResolveEcsLookups : Task, IComposeTask, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The compose files; later ones override earlier ones.</summary>
    [Required]
    public ITaskItem[] ComposeFiles { get; set; } = [];

    /// <summary>Env files to take in place of <c>.env</c>; the last wins.</summary>
    public ITaskItem[] EnvironmentFiles { get; set; } = [];

    /// <summary>The project file; the tool runs in its folder.</summary>
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

    /// <summary>Assemblies that add x-keys.</summary>
    public ITaskItem[] Modules { get; set; } = [];

    /// <summary>The request's members, as for <see cref="DeployEcsStack"/>.</summary>
    [Required]
    public ITaskItem[] Members { get; set; } = [];

    /// <summary>Where the request is written, absolute.</summary>
    [Required]
    public string RequestFile { get; set; } = "";

    /// <summary>Where the plan is written, absolute.</summary>
    [Required]
    public string PlanFile { get; set; } = "";

    /// <summary>A copy of the lock file to write in its place, absolute: the lock file stays, and where the two differ is said. None by default.</summary>
    public string? CopyFile { get; set; }

    /// <summary>The <c>dotnet</c> that runs the tool.</summary>
    [Required]
    public string Host { get; set; } = "";

    /// <summary>ComposeX.Deploy.dll, absolute.</summary>
    [Required]
    public string Tool { get; set; } = "";

    /// <summary>The file that explains the codes.</summary>
    public string? CodesFile { get; set; }

    public void Cancel() => _cancellation.Cancel();

    public void Dispose() => _cancellation.Dispose();

    public override bool Execute() => new FindingLog(Log, CodesFile).Guard(ProjectFile, log =>
    {
        var findings = new DiagnosticBag();
        var compose = new ComposeRequest(this, new DiskFiles(), findings);
        var request = new CompileRequest { Compose = compose.Load(), EnvironmentName = compose.EnvironmentName, Modules = new ModuleLoader(ProjectFile).Load(Modules.Select(module => compose.Absolute(module.ItemSpec)), findings) };
        var plan = findings.HasErrors ? null : ComposeCompiler.PlanLookups(request, findings, _cancellation.Token);
        if (!log.Write(findings) || plan is null)
            return;
        if (plan.Lookups.Count == 0)
            Log.LogMessage(MessageImportance.High, "{0}", "There is nothing to look up.");
        else
            Resolve(plan, request, log);
    });

    private void Resolve(LookupPlan plan, CompileRequest request, FindingLog log)
    {
        var copy = ProjectProperties.Text(CopyFile);
        if (copy is not null && !Copy(request.LockFile, copy))
            return;
        if (Run(plan, copy ?? request.LockFile, log) && copy is not null)
            log.Write(LockComparison.Compare(request.LockFile, copy, new LockFile(request.EnvironmentName)));
    }

    // What a lock holds of listeners' priorities goes on; without a lock there is nothing to compare, and the build says so.
    private static bool Copy(string lockFile, string copy)
    {
        if (!File.Exists(lockFile))
            return false;
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(lockFile, copy, overwrite: true);
        return true;
    }

    private bool Run(LookupPlan plan, string lockFile, FindingLog log)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PlanFile)!);
        File.WriteAllText(PlanFile, LookupPlanWriter.Write(plan));
        var members = new[] { Member("lookupFile", PlanFile), Member("lockFile", lockFile) };
        DeployRequestFile.Write(RequestFile, [.. Members, .. members], [], []);
        var exit = new DeployProcess(Host, Tool, RequestFile, ProjectFile).Run(new ProgressLog(Log, BuildEngine).Say, _cancellation.Token);
        if (exit != 0 && !Log.HasLoggedErrors)
            log.Write([BuildDiagnostics.LookupEnded(ProjectFile, exit)]);
        return exit == 0 && !Log.HasLoggedErrors;
    }

    private static TaskItem Member(string name, string value)
    {
        var member = new TaskItem(name);
        member.SetMetadata("Value", value);
        return member;
    }
}
