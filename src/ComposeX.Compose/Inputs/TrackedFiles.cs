using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Compose.Inputs;

/// <summary>Notes every file that is read or looked for, in the order of the first time, absent ones too: a build depends on them.</summary>
internal sealed class TrackedFiles(ISourceFiles files)
{
    private readonly List<string> _paths = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Paths => _paths;

    public SourceFile? Read(string path)
    {
        Note(path);
        return files.Read(path);
    }

    public bool Exists(string path)
    {
        Note(path);
        return files.Exists(path);
    }

    private void Note(string path)
    {
        if (_seen.Add(path))
        {
            _paths.Add(path);
        }
    }
}
