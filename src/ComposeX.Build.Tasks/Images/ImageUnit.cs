using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.CloudFormation.Manifests;
using ComposeX.Syntax;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ComposeX.Build.Tasks.Images;

/// <summary>An image to publish: what it is made of, where it goes, and the services that run it. Between tasks it is an item.</summary>
/// <param name="Project">The .NET project's absolute path.</param>
/// <param name="Platform">What the tasks run on; empty where the machine decides.</param>
/// <param name="Registry">Empty for ECR.</param>
internal sealed record ImageUnit(string Project, string Platform, string Registry, string Repository)
{
    /// <summary>The services, in ordinal order; the first gives the image its name.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    public string Name => Services[0];

    /// <summary>What makes another publish of a project necessary.</summary>
    public string PublishKey => Project + "\n" + Platform;

    public ITaskItem ToItem()
    {
        var item = new TaskItem(Name);
        item.SetMetadata("Project", Project);
        item.SetMetadata("Platform", Platform);
        item.SetMetadata("Registry", Registry);
        item.SetMetadata("Repository", Repository);
        item.SetMetadata("Services", string.Join(";", Services));
        return item;
    }

    public static ImageUnit Of(ITaskItem item) => new(item.GetMetadata("Project"), item.GetMetadata("Platform"), item.GetMetadata("Registry"), item.GetMetadata("Repository"))
    {
        Services = item.GetMetadata("Services").Split(';'),
    };
}

/// <summary>The manifest of the project that publishes, and where it says things.</summary>
internal sealed class ImageManifest(Manifest manifest, string projectFile)
{
    public IReadOnlyList<ManifestImage> Images => manifest.Images;

    public static ImageManifest? Read(string path, string projectFile, DiagnosticBag findings) =>
        ManifestReader.Read(new SourceFile(path, File.ReadAllText(path)), findings) is { } manifest ? new(manifest, projectFile) : null;

    public IEnumerable<ManifestImage> Of(ImageUnit unit) => manifest.Images.Where(image => unit.Services.Contains(image.Service, StringComparer.Ordinal));

    /// <summary>The line of the compose file that asks for the image, as an absolute place.</summary>
    public Location PlaceOf(ManifestImage image) => image.Origin with { File = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(projectFile) ?? "", image.Origin.File)) };

    public Location PlaceOf(string service) => manifest.Images.FirstOrDefault(image => string.Equals(image.Service, service, StringComparison.Ordinal)) is { } image
        ? PlaceOf(image)
        : Location.OfFile(projectFile);
}
