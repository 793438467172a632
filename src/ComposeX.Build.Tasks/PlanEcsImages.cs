using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.Build.Tasks.Findings;
using ComposeX.Build.Tasks.Images;
using ComposeX.Syntax;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ComposeX.Build.Tasks;

/// <summary>Decides how each project is published so that its image runs where its tasks do.</summary>
[MSBuildMultiThreadableTask]
public sealed class PlanEcsImages : Task
{
    /// <summary>What the projects say of themselves.</summary>
    [Required]
    public ITaskItem[] Projects { get; set; } = [];

    /// <summary>The <c>manifest.json</c> of the templates, absolute.</summary>
    [Required]
    public string ManifestFile { get; set; } = "";

    /// <summary>The project file of this build.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The framework that this build is for.</summary>
    public string? TargetFramework { get; set; }

    /// <summary>Where the published files go, a folder for each image; absolute.</summary>
    [Required]
    public string WorkDirectory { get; set; } = "";

    /// <summary>The file that explains the codes.</summary>
    public string? CodesFile { get; set; }

    /// <summary>The projects with the properties that they are built with; <c>Ours</c> is true of one that this build has built already.</summary>
    [Output]
    public ITaskItem[] Builds { get; private set; } = [];

    /// <summary>The projects with the properties that they are published with.</summary>
    [Output]
    public ITaskItem[] Publishes { get; private set; } = [];

    public override bool Execute() => new FindingLog(Log, CodesFile).Guard(ProjectFile, log =>
    {
        var findings = new DiagnosticBag();
        if (ImageManifest.Read(ManifestFile, ProjectFile, findings) is { } manifest)
        {
            foreach (var project in Projects)
            {
                findings.AddRange(Faults(project, manifest));
            }
        }

        if (!log.Write(findings))
            return;
        Builds = [.. Projects.Select(Build)];
        Publishes = [.. Projects.Select(Publish)];
    });

    private static IEnumerable<Diagnostic> Faults(ITaskItem project, ImageManifest manifest)
    {
        var service = project.GetMetadata("Image");
        var name = Path.GetFileName(PathOf(project));
        var place = manifest.PlaceOf(service);
        if (Reason(project) is { } reason)
            return [ImageDiagnostics.NotPublishable(service, name, reason, place)];
        return Fixed(project).Take(1).Where(runtime => ImagePlatform.Of(runtime) != Platform(project)).Select(runtime => ImageDiagnostics.OtherPlatform(service, Platform(project), name, runtime, place));
    }

    private static string? Reason(ITaskItem project) =>
        project.GetMetadata("HasContainers") != "true" ? "It is not of the .NET SDK, or of one older than 8.0.200, which makes the images."
        : project.GetMetadata("OutputType").Equals("Library", StringComparison.OrdinalIgnoreCase) ? "It is a library, not a program."
        : project.GetMetadata("IsPublishable") == "false" ? "It has \"IsPublishable\" set to false."
        : null;

    private TaskItem Build(ITaskItem project)
    {
        var isOurs = ForeignProperties.IsSame(PathOf(project), ProjectFile);
        var item = Item(project, BuildProperties(project, isOurs));
        item.SetMetadata("Ours", isOurs && !IsInferredElsewhere(project) ? "true" : "");
        item.SetMetadata("Restore", !isOurs || IsInferredElsewhere(project) ? "true" : "");
        return item;
    }

    private TaskItem Publish(ITaskItem project)
    {
        var folder = Path.Combine(WorkDirectory, project.GetMetadata("Image"));
        var item = Item(project,
        [
            .. BuildProperties(project, ForeignProperties.IsSame(PathOf(project), ProjectFile)),
            ("ContainerRuntimeIdentifier", Runtime(project)),
            ("PublishDir", folder + Path.DirectorySeparatorChar),
            ("ContainerArchiveOutputPath", folder + ".tar.gz"),
            ("_EcsImageFactsFile", folder + ".txt"),
        ]);
        item.SetMetadata("Folder", folder);
        item.SetMetadata("Archive", folder + ".tar.gz");
        item.SetMetadata("FactsFile", folder + ".txt");
        return item;
    }

    private IReadOnlyList<(string Name, string Value)> BuildProperties(ITaskItem project, bool isOurs)
    {
        var frameworks = Words(project, "TargetFrameworks");
        var framework = frameworks.Count == 0 ? null : isOurs && !string.IsNullOrEmpty(TargetFramework) ? TargetFramework : Words(project, "EcsTargetFramework").Concat(frameworks).First();
        return
        [
            .. framework is null ? Array.Empty<(string, string)>() : [("TargetFramework", framework)],
            .. IsInferredElsewhere(project) ? [("RuntimeIdentifier", Runtime(project))] : Array.Empty<(string, string)>(),
        ];
    }

    // The runtimes that the project itself is bound to, not one that .NET takes from the machine that builds.
    private static IEnumerable<string> Fixed(ITaskItem project) => Words(project, "ContainerRuntimeIdentifier").Concat(IsInferred(project) ? [] : Words(project, "RuntimeIdentifier"));

    private static bool IsInferred(ITaskItem project) => project.GetMetadata("UseCurrentRuntimeIdentifier") == "true";

    // A program that is published for one machine (self-contained, ahead of time …) is published for that of its tasks.
    private static bool IsInferredElsewhere(ITaskItem project) =>
        IsInferred(project) && !string.Equals(project.GetMetadata("RuntimeIdentifier"), Runtime(project), StringComparison.Ordinal);

    private static string Runtime(ITaskItem project) => ImagePlatform.RuntimeFor(
        Platform(project), Fixed(project).Concat(Words(project, "ContainerRuntimeIdentifiers")).Concat(Words(project, "RuntimeIdentifiers")));

    private static string Platform(ITaskItem project) => project.GetMetadata("Platform") is { Length: > 0 } platform ? platform
        : Fixed(project).Select(ImagePlatform.Of).FirstOrDefault() ?? ImagePlatform.Default;

    private static string PathOf(ITaskItem project) => project.GetMetadata("MSBuildSourceProjectFile");

    private static List<string> Words(ITaskItem project, string metadata) =>
        [.. project.GetMetadata(metadata).Split(';').Select(word => word.Trim()).Where(word => word.Length > 0)];

    private TaskItem Item(ITaskItem project, IReadOnlyList<(string Name, string Value)> properties)
    {
        var path = PathOf(project);
        var item = new TaskItem(path);
        item.SetMetadata("Image", project.GetMetadata("Image"));
        item.SetMetadata("Platform", project.GetMetadata("Platform"));
        item.SetMetadata("UndefineProperties", ForeignProperties.Of(path, ProjectFile, properties.Select(property => property.Name)));
        item.SetMetadata("AdditionalProperties", string.Join(";", properties.Select(property => property.Name + "=" + property.Value.Replace("%", "%25"))));
        return item;
    }
}
