using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Compose.Expansion;

/// <summary>The places of a document that are tagged <c>!reset</c> or <c>!override</c>: what earlier files say there does not count.</summary>
internal sealed class ResetPaths
{
    private readonly Dictionary<string, ResetPaths> _below = new(StringComparer.Ordinal);

    private bool _isReset;

    public static ResetPaths None { get; } = new();

    /// <summary>The places below a key.</summary>
    public ResetPaths this[string name] => _below.TryGetValue(name, out var below) ? below : None;

    /// <summary>The places of this document and of another.</summary>
    public static ResetPaths Of(IEnumerable<IReadOnlyList<string>> paths)
    {
        var all = new ResetPaths();
        foreach (var path in paths)
        {
            var step = all;
            foreach (var name in path)
            {
                if (!step._below.TryGetValue(name, out var below))
                {
                    below = new ResetPaths();
                    step._below.Add(name, below);
                }

                step = below;
            }

            step._isReset = true;
        }

        return all;
    }

    /// <summary>What earlier files said, without what stands at these places. Items of lists are never removed.</summary>
    public YamlMapping RemoveFrom(YamlMapping earlier)
    {
        if (_below.Count == 0)
            return earlier;

        var entries = new List<YamlEntry>(earlier.Entries.Count);
        foreach (var entry in earlier.Entries)
        {
            var below = this[entry.Name];
            if (below._isReset)
                continue;

            entries.Add(entry.Value is YamlMapping mapping && below._below.Count > 0 ? new YamlEntry(entry.Key, below.RemoveFrom(mapping)) : entry);
        }

        return earlier with { Entries = entries };
    }
}
