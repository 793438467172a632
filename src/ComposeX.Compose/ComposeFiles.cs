using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Inputs;
using ComposeX.Syntax;

namespace ComposeX.Compose;

/// <summary>Finds a project's compose files as Docker does when none are named.</summary>
public static class ComposeFiles
{
    /// <summary>The names that a compose file may have, the first that is there being taken.</summary>
    public static IReadOnlyList<string> Names { get; } = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    /// <summary>The names that a file beside it may have, whose contents override it.</summary>
    public static IReadOnlyList<string> OverrideNames { get; } = ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];

    /// <summary>The compose file of a directory and the one that overrides it, as far as they are there.</summary>
    public static IReadOnlyList<string> Find(ISourceFiles files, string directory) => First(files, directory, Names) is not { } file
        ? []
        : First(files, directory, OverrideNames) is { } overriding ? [file, overriding] : [file];

    /// <summary>The files that <c>COMPOSE_FILE</c> names, or those found in the directory when it is not set.</summary>
    public static IReadOnlyList<string> Find(ISourceFiles files, string directory, IReadOnlyDictionary<string, string> environment)
    {
        if (!environment.TryGetValue("COMPOSE_FILE", out var named) || named.Length == 0)
            return Find(files, directory);

        var separator = environment.TryGetValue("COMPOSE_PATH_SEPARATOR", out var given) && given.Length > 0 ? given : Paths.IsWindowsAbsolute(directory) ? ";" : ":";
        return [.. named.Split([separator], StringSplitOptions.RemoveEmptyEntries).Select(path => Paths.Combine(directory, path))];
    }

    private static string? First(ISourceFiles files, string directory, IEnumerable<string> names) =>
        names.Select(name => Paths.Combine(directory, name)).FirstOrDefault(files.Exists);
}
