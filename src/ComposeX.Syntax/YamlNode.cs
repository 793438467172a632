using System;
using System.Collections.Generic;

namespace ComposeX.Syntax;

/// <summary>One node of a YAML document that knows where it was written.</summary>
/// <param name="Location">The text of this node, without its tag or anchor.</param>
/// <param name="Tag">The tag as written (<c>!reset</c>, <c>!Sub</c>, <c>!!str</c>), or null.</param>
public abstract record YamlNode(Location Location, string? Tag);

/// <summary>How a scalar was written; only plain ones are ever anything but a string.</summary>
public enum YamlScalarStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}

/// <summary>A scalar: its text, unresolved. <c>ScalarResolver</c> tells which kind of value a plain one is.</summary>
public sealed record YamlScalar(string Text, YamlScalarStyle Style, Location Location, string? Tag = null) : YamlNode(Location, Tag);

/// <summary>A list.</summary>
public sealed record YamlSequence(IReadOnlyList<YamlNode> Items, Location Location, string? Tag = null) : YamlNode(Location, Tag);

/// <summary>A mapping: its entries in the order written, no key twice.</summary>
public sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, Location Location, string? Tag = null) : YamlNode(Location, Tag)
{
    private const int WorthAnIndex = 8;
    private Index? _index;

    /// <summary>The value of a key, or null when the key is absent.</summary>
    public YamlNode? this[string key] => Entry(key)?.Value;

    /// <summary>The entry of a key, or null when the key is absent.</summary>
    public YamlEntry? Entry(string key)
    {
        if (Entries.Count >= WorthAnIndex)
            return Indexed().TryGetValue(key, out var found) ? found : null;

        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Key.Text, key, StringComparison.Ordinal))
                return entry;
        }

        return null;
    }

    // A copy made by "with" may carry another list's index along: it then builds its own.
    private Dictionary<string, YamlEntry> Indexed()
    {
        if (_index is not { } index || !ReferenceEquals(index.Entries, Entries))
        {
            index = new Index(Entries, new Dictionary<string, YamlEntry>(Entries.Count, StringComparer.Ordinal));
            foreach (var entry in Entries)
            {
                index.ByKey[entry.Key.Text] = entry;
            }

            _index = index;
        }

        return index.ByKey;
    }

    private sealed record Index(IReadOnlyList<YamlEntry> Entries, Dictionary<string, YamlEntry> ByKey);
}

/// <summary>One key of a mapping with its value.</summary>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value)
{
    /// <summary>The key's text.</summary>
    public string Name => Key.Text;
}

/// <summary>A use of an anchored node (<c>*name</c>): located at the use, while <see cref="Target"/> keeps the place of the definition.</summary>
public sealed record YamlAlias(string Anchor, YamlNode Target, Location Location) : YamlNode(Location, null);
