using System;
using ComposeX.Syntax;

namespace ComposeX.Model.Seam;

/// <summary>The files beside the compose file, read only. Whoever started the engine notes what was looked at, so that a build knows what it depends on.</summary>
/// <param name="Directory">The absolute directory that relative paths resolve against.</param>
public sealed record ProjectFiles(string Directory, ISourceFiles Sources)
{
    /// <summary>The file at a path of the compose file, or null when there is none or it cannot be read.</summary>
    public SourceFile? Read(string path) => Sources.Read(IsAbsolute(path) ? path : Directory.TrimEnd('/', '\\') + "/" + WithoutDot(path));

    /// <summary>Whether the path stands for itself, wherever the project is.</summary>
    public static bool IsAbsolute(string path) => path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':'));

    private static string WithoutDot(string path) => path.StartsWith("./", StringComparison.Ordinal) ? path.Substring(2) : path;
}
