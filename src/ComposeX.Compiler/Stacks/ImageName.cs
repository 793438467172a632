using System.Collections.Generic;
using ComposeX.Compose.Projects;

namespace ComposeX.Compiler.Stacks;

/// <summary>Where an image that is built belongs: the registry and the repository in the name that the compose file gives it.</summary>
/// <param name="Registry">Null when the name has none: then it is not Docker Hub that is meant, but whatever the deployment says.</param>
internal sealed record ImageName(string? Registry, string Repository)
{
    public static ImageName Of(ComposeService service, string project) =>
        service.Image is { Value: { Length: > 0 } image } ? Parse(image) : new(null, Valid(project) + "/" + Valid(service.Name));

    // As Docker reads it: the first part is a registry when it can be no repository.
    private static ImageName Parse(string image)
    {
        var name = image.Split('@')[0];
        var slash = name.IndexOf('/');
        var host = slash < 0 ? "" : name.Substring(0, slash);
        var isHost = host.IndexOfAny(['.', ':']) >= 0 || host == "localhost";
        var path = isHost ? name.Substring(slash + 1) : name;
        return new(isHost ? host : null, path.Split(':')[0]);
    }

    // Repositories have small letters, and single separators between them.
    private static string Valid(string name)
    {
        var parts = new List<string>();
        var part = "";
        foreach (var letter in name.ToLowerInvariant() + "-")
        {
            if (letter is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                part += letter;
            }
            else if (part.Length > 0)
            {
                parts.Add(part);
                part = "";
            }
        }

        return parts.Count > 0 ? string.Join("-", parts) : "image";
    }
}
