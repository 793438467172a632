using System;
using System.IO;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Reporting;

/// <summary>Places that findings of a deployment are about: files, and nowhere in particular.</summary>
internal static class Place
{
    /// <summary>Findings about the outside world have no place in the user's files.</summary>
    public static Location None => default;

    public static bool IsNone(Location location) => string.IsNullOrEmpty(location.File);

    /// <summary>The location with its file made absolute, since whoever reads our output has another current directory.</summary>
    public static Location Under(string directory, Location location) => IsNone(location)
        ? location
        : location with { File = Path.GetFullPath(Path.Combine(directory, location.File)) };

    /// <summary><c>docker-compose.yml:12</c>, for progress lines.</summary>
    public static string Short(Location location) =>
        FormattableString.Invariant($"{Path.GetFileName(location.File)}:{location.Line}");
}
