using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Compose.Inputs;

/// <summary>Paths as Compose treats them: both separators are understood, what is made is joined with a slash and cleaned.</summary>
internal static class Paths
{
    public static bool IsAbsolute(string path) => path.Length > 0 && path[0] == '/' || IsWindowsAbsolute(path);

    /// <summary>A drive or a share.</summary>
    public static bool IsWindowsAbsolute(string path) =>
        path.StartsWith("\\\\", StringComparison.Ordinal)
        || (path.Length > 2 && path[1] == ':' && char.IsLetter(path[0]) && path[2] is '\\' or '/');

    public static string Combine(string directory, string path) =>
        IsAbsolute(path) ? path : Clean((IsWindowsAbsolute(directory) ? directory.Replace('\\', '/') : directory) + "/" + path);

    public static string DirectoryOf(string path)
    {
        var end = path.LastIndexOfAny(['/', '\\']);
        return end < 0 ? "." : end == 0 ? "/" : path.Substring(0, end);
    }

    public static string NameOf(string path)
    {
        var trimmed = path.TrimEnd('/', '\\');
        return trimmed.Substring(trimmed.LastIndexOfAny(['/', '\\']) + 1);
    }

    /// <summary>The shortest path with the same meaning: no empty steps, no <c>.</c>, <c>..</c> only at the start of a relative one.</summary>
    public static string Clean(string path)
    {
        if (path.Length == 0)
            return ".";

        var isRooted = path[0] == '/';
        var steps = new List<string>();
        foreach (var step in path.Split('/').Where(step => step is not ("" or ".")))
        {
            var canGoUp = steps.Count > 0 && steps[steps.Count - 1] != "..";
            if (step != ".." || (!canGoUp && !isRooted))
            {
                steps.Add(step);
            }
            else if (canGoUp)
            {
                steps.RemoveAt(steps.Count - 1);
            }
        }

        var joined = string.Join("/", steps);
        return isRooted ? "/" + joined : joined.Length == 0 ? "." : joined;
    }
}
