using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.Build.Tasks.Findings;
using ComposeX.Compose;
using ComposeX.Syntax;
using Microsoft.Build.Framework;

namespace ComposeX.Build.Tasks.Requests;

/// <summary>Makes of a task's parameters what the loader of compose files wants; a file that is not there becomes a finding.</summary>
internal sealed class ComposeRequest(IComposeTask task, DiskFiles disk, DiagnosticBag findings)
{
    private readonly string _projectDirectory = Path.GetDirectoryName(task.ProjectFile) ?? "";

    /// <summary>The environment; null where there is none, or none of that name can be.</summary>
    public string? EnvironmentName { get; } = new ProjectProperties(task.ProjectFile, findings).EnvironmentName(task.EnvironmentName);

    public ComposeLoadRequest Load()
    {
        var files = Existing("EcsComposeFile", task.ComposeFiles);
        var variables = Existing("EcsEnvironmentFile", task.EnvironmentFiles);
        var folder = ProjectProperties.Text(task.ComposeDirectory) is { } given ? Absolute(given) : files.Select(Path.GetDirectoryName).FirstOrDefault() ?? _projectDirectory;
        var environment = EnvironmentName is { } name && files.Count > 0 ? new EnvironmentFiles(name, files[0], folder, disk) : null;
        findings.AddRange(environment?.Missing(task.ProjectFile) ?? []);
        return new ComposeLoadRequest
        {
            Files = environment?.ComposeFile is { } own && !files.Contains(own) ? [.. files, own] : files,
            ProjectDirectory = folder,
            SourceFiles = disk,
            Environment = ProcessEnvironment.Read(),
            EnvironmentFiles = environment?.Over(variables) ?? variables,
            Profiles = task.Profiles,
            ProjectName = ProjectProperties.Text(task.ComposeProjectName),
        };
    }

    private List<string> Existing(string item, ITaskItem[] items)
    {
        var paths = items.Select(file => Absolute(file.ItemSpec)).ToList();
        findings.AddRange(paths.Where(path => !disk.Exists(path)).Select(path => BuildDiagnostics.MissingFile(task.ProjectFile, item, path)));
        return paths;
    }

    /// <summary>A path of the project as an absolute one.</summary>
    public string Absolute(string path) => Path.GetFullPath(Path.Combine(_projectDirectory, path));
}
