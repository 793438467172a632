using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ComposeX.Compiler.Outputs;

/// <summary>Turns absolute paths into paths relative to a project, so that what is written is the same on every machine.</summary>
internal sealed class ProjectPath(string projectDirectory)
{
    private static readonly StringComparison Comparison = Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly string[] _project = Segments(projectDirectory);

    /// <summary>The path with <c>/</c> between its segments; absolute only when it shares no root with the project, as an URL or another drive.</summary>
    public string Relative(string path)
    {
        if (!Path.IsPathRooted(path))
        {
            return path;
        }

        var segments = Segments(path);
        var shared = _project.Zip(segments, (left, right) => string.Equals(left, right, Comparison)).TakeWhile(same => same).Count();
        if (shared == 0 && Path.DirectorySeparatorChar == '\\')
        {
            return string.Join("/", segments);
        }

        var relative = Enumerable.Repeat("..", _project.Length - shared).Concat(segments.Skip(shared));
        return string.Join("/", relative) is { Length: > 0 } text ? text : ".";
    }

    // A path that the user wrote goes up and down as he likes.
    private static string[] Segments(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Where(segment => segment != "."))
        {
            if (segment == ".." && segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
            else
                segments.Add(segment);
        }

        return [.. segments];
    }
}
