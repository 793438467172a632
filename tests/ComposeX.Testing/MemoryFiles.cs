using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Testing;

/// <summary>Source files that exist in memory only, at absolute paths with forward slashes.</summary>
public sealed class MemoryFiles : ISourceFiles
{
    private readonly Dictionary<string, SourceFile> _files;

    public MemoryFiles(params (string Path, string Text)[] files)
        : this(files.Select(file => new SourceFile(file.Path, file.Text)))
    {
    }

    public MemoryFiles(IEnumerable<SourceFile> files) => _files = files.ToDictionary(file => Normalize(file.Path), StringComparer.Ordinal);

    /// <summary>The files in ordinal order of their paths.</summary>
    public IReadOnlyList<SourceFile> Files => [.. _files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>Every file below a folder on disk, as if the folder were <paramref name="root"/>.</summary>
    public static MemoryFiles Of(string folder, string root) => new(Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => new SourceFile(root + "/" + path[(folder.Length + 1)..].Replace('\\', '/'), File.ReadAllText(path))));

    /// <summary>The same files with every line ended by <paramref name="lineEnding"/>.</summary>
    public MemoryFiles WithLineEndings(string lineEnding) => new(_files.Values
        .Select(file => file with { Text = Lines.WithEndings(file.Text, lineEnding) }));

    public SourceFile? Read(string path) => _files.TryGetValue(Normalize(path), out var file) ? file with { Path = path } : null;

    public bool Exists(string path) => _files.ContainsKey(Normalize(path));

    // "a/./b", "a//b" and "a/x/../b" are one file, as on a disk.
    private static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part.Length > 0 && part != "." && part != "..")
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }
}
