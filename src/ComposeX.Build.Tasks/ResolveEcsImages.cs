using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.Build.Tasks.Findings;
using ComposeX.Build.Tasks.Images;
using ComposeX.Build.Tasks.Requests;
using ComposeX.CloudFormation.Manifests;
using ComposeX.Syntax;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ComposeX.Build.Tasks;

/// <summary>Finds the .NET projects behind the images that the compose file builds, and where these images go.</summary>
[MSBuildMultiThreadableTask]
public sealed class ResolveEcsImages : Task
{
    /// <summary>The <c>manifest.json</c> of the templates, absolute.</summary>
    [Required]
    public string ManifestFile { get; set; } = "";

    /// <summary>The project file; paths of the manifest are relative to its folder.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Values of root parameters that are given: their images are not made.</summary>
    public ITaskItem[] Parameters { get; set; } = [];

    /// <summary>What is said of single services: <c>Repository</c>, <c>Registry</c>, <c>Project</c>.</summary>
    public ITaskItem[] Services { get; set; } = [];

    /// <summary>The registry of all images that name none; ECR by default.</summary>
    public string? Registry { get; set; }

    /// <summary>The repository of all images; one of each by default.</summary>
    public string? Repository { get; set; }

    /// <summary>The file that explains the codes.</summary>
    public string? CodesFile { get; set; }

    /// <summary>The images, each named by its first service.</summary>
    [Output]
    public ITaskItem[] Images { get; private set; } = [];

    /// <summary>The projects to publish, once for each platform, with what global properties of this build are not theirs.</summary>
    [Output]
    public ITaskItem[] Projects { get; private set; } = [];

    public override bool Execute() => new FindingLog(Log, CodesFile).Guard(ProjectFile, log =>
    {
        var findings = new DiagnosticBag();
        var units = ImageManifest.Read(ManifestFile, ProjectFile, findings) is { } manifest ? Units(manifest, findings) : [];
        if (!log.Write(findings))
            return;
        Images = [.. units.Select(unit => unit.ToItem())];
        Projects = [.. units.GroupBy(unit => unit.PublishKey, StringComparer.Ordinal).Select(group => Project(group.First()))];
    });

    private IReadOnlyList<ImageUnit> Units(ImageManifest manifest, DiagnosticBag findings)
    {
        var built = manifest.Images.Where(image => image.BuildContext is not null).ToList();
        var services = built.Select(image => image.Service).ToList();
        findings.AddRange(Services.Where(service => !services.Contains(service.ItemSpec, StringComparer.Ordinal)).Select(service => ImageDiagnostics.UnknownService(ProjectFile, service.ItemSpec, services)));
        var wanted = built.Where(image => !Parameters.Any(parameter => string.Equals(parameter.ItemSpec, image.Parameter, StringComparison.Ordinal)));
        return [.. wanted.Select(image => Unit(image, manifest, findings)).OfType<ImageUnit>()
            .GroupBy(unit => unit with { Services = [] })
            .Select(group => group.Key with { Services = [.. group.SelectMany(unit => unit.Services)] })];
    }

    private ImageUnit? Unit(ManifestImage image, ImageManifest manifest, DiagnosticBag findings)
    {
        var said = Services.FirstOrDefault(service => string.Equals(service.ItemSpec, image.Service, StringComparison.Ordinal));
        var projects = new ImageProjects(Path.GetDirectoryName(ProjectFile) ?? "", findings);
        var project = projects.Find(Said(said, "Project") is { } named ? image with { Project = named } : image, manifest.PlaceOf(image));
        var repository = Said(said, "Repository") ?? ProjectProperties.Text(Repository) ?? image.Repository ?? "";
        var registry = Said(said, "Registry") ?? image.Registry ?? ProjectProperties.Text(Registry) ?? "";
        if (!ImageNames.IsRepository(repository))
            findings.Add(ImageDiagnostics.BadRepository(ProjectFile, image.Service, repository));
        if (registry.Length > 0 && !ImageNames.IsRegistry(registry))
            findings.Add(ImageDiagnostics.BadRegistry(ProjectFile, image.Service, registry));
        if (project is null)
            return null;
        if (image.DockerfileKeys.Count > 0)
            findings.Add(ImageDiagnostics.DockerfileNotUsed(image.Service, image.DockerfileKeys, Path.GetFileName(project), manifest.PlaceOf(image)));
        return new(project, image.Platform ?? "", registry, repository) { Services = [image.Service] };
    }

    private TaskItem Project(ImageUnit unit)
    {
        var item = new TaskItem(unit.Project);
        item.SetMetadata("Image", unit.Name);
        item.SetMetadata("Platform", unit.Platform);
        item.SetMetadata("UndefineProperties", ForeignProperties.Of(unit.Project, ProjectFile, []));
        return item;
    }

    private static string? Said(ITaskItem? service, string metadata) => ProjectProperties.Text(service?.GetMetadata(metadata));
}
