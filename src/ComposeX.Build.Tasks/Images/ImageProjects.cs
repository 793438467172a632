using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.CloudFormation.Manifests;
using ComposeX.Syntax;

namespace ComposeX.Build.Tasks.Images;

/// <summary>Finds the .NET project behind a <c>build</c> on the disk.</summary>
/// <param name="projectDirectory">What paths of the manifest are relative to.</param>
internal sealed class ImageProjects(string projectDirectory, DiagnosticBag findings)
{
    private static readonly string[] Extensions = [".csproj", ".fsproj", ".vbproj"];

    /// <summary>The project's absolute path; null when the findings say why there is none.</summary>
    public string? Find(ManifestImage image, Location place)
    {
        if (image.Project is { } named)
            return Named(image.Service, named, place);

        var context = image.BuildContext!;
        if (context.Contains("://") || context.StartsWith("git@", StringComparison.Ordinal))
        {
            findings.Add(ImageDiagnostics.RemoteContext(image.Service, context, image.Parameter, place));
            return null;
        }

        var folders = Folders(Absolute(context), image.Dockerfile);
        var found = folders.Select(ProjectsIn).FirstOrDefault(projects => projects.Count > 0) ?? [];
        if (found.Count == 1)
            return found[0];

        findings.Add(found.Count == 0
            ? ImageDiagnostics.NoProject(image.Service, context, image.Parameter, place)
            : ImageDiagnostics.SeveralProjects(image.Service, context, [.. found.Select(project => Path.GetFileName(project))], image.Parameter, place));
        return null;
    }

    /// <summary>A path of the project as an absolute one.</summary>
    public string Absolute(string path) => Path.GetFullPath(Path.Combine(projectDirectory, path));

    private string? Named(string service, string named, Location place)
    {
        var path = Absolute(named);
        var found = File.Exists(path) && Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) ? [path] : ProjectsIn(path);
        if (found.Count == 1)
            return found[0];
        findings.Add(ImageDiagnostics.MissingProject(service, named, place));
        return null;
    }

    // A Dockerfile in a folder below says more than the context, which is often the whole solution's.
    private static IEnumerable<string> Folders(string context, string? dockerfile)
    {
        var below = string.IsNullOrEmpty(dockerfile) ? context : Path.GetDirectoryName(Path.GetFullPath(Path.Combine(context, dockerfile)))!;
        return new[] { below, context }.Distinct(StringComparer.Ordinal);
    }

    private static IReadOnlyList<string> ProjectsIn(string folder) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder).Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).OrderBy(file => file, StringComparer.Ordinal)]
        : [];
}
