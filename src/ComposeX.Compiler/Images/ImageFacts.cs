using System;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Images;

/// <summary>Fills in what the compose file leaves to the image, from the project that the image is made of.</summary>
internal static class ImageFacts
{
    public static ComposeProject Fill(ComposeProject project, ProjectImage? image) =>
        image is null ? project : project with { Services = [.. project.Services.Select(service => IsMadeOf(service, image) ? Fill(service, image) : service)] };

    private static bool IsMadeOf(ComposeService service, ProjectImage image)
    {
        var folder = image.ProjectFile.Substring(0, Math.Max(image.ProjectFile.LastIndexOfAny(['/', '\\']), 0));
        return service.Build is { } build && service.Extensions.All(key => key.Name != "x-project")
            && string.Equals(Slashes(build.Context.Value), Slashes(folder), StringComparison.Ordinal)
            && build.Dockerfile?.Value.IndexOfAny(['/', '\\']) is null or < 0;
    }

    private static ComposeService Fill(ComposeService service, ProjectImage image)
    {
        var place = Location.OfFile(image.ProjectFile);
        return service with
        {
            Platform = service.Platform ?? (image.Platform is { } platform ? new Located<string>(platform, place) : null),
            Expose = service.Ports.Count + service.Expose.Count > 0 ? service.Expose : [.. image.Ports.Select(port => new Located<string>(port, place))],
        };
    }

    private static string Slashes(string path) => path.Replace('\\', '/').TrimEnd('/');
}
