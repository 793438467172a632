using System;
using System.Collections.Generic;
using System.IO;
using ComposeX.Syntax;

namespace ComposeX.Build.Tasks.Requests;

/// <summary>The disk as the engine sees it, remembering what was looked at: the build depends on all of it, on what was missing too.</summary>
internal sealed class DiskFiles : ISourceFiles
{
    private readonly SortedSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Every path that was read or looked for.</summary>
    public IEnumerable<string> Seen => _seen;

    public SourceFile? Read(string path)
    {
        try
        {
            return Exists(path) ? new SourceFile(path, File.ReadAllText(path)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public bool Exists(string path)
    {
        _seen.Add(path);
        return File.Exists(path);
    }
}
