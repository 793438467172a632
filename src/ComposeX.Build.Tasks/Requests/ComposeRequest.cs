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

    public ComposeLoadRequest Load()
    {
        var files = Existing("EcsComposeFile", task.ComposeFiles);
        return new ComposeLoadRequest
        {
            Files = files,
            ProjectDirectory = ProjectProperties.Text(task.ComposeDirectory) is { } folder ? Absolute(folder) : files.Select(Path.GetDirectoryName).FirstOrDefault() ?? _projectDirectory,
            SourceFiles = disk,
            Environment = ProcessEnvironment.Read(),
            EnvironmentFiles = Existing("EcsEnvironmentFile", task.EnvironmentFiles),
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
