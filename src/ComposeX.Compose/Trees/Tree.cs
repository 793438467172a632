using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Compose.Trees;

/// <summary>Makes and copies nodes: text is quoted and stays text, a value is plain and is resolved by its look.</summary>
internal static class Tree
{
    public static YamlMapping EmptyMapping(Location at) => new([], at);

    /// <summary>A scalar that is text whatever it looks like.</summary>
    public static YamlScalar Text(string text, Location at) => new(text, YamlScalarStyle.DoubleQuoted, at);

    /// <summary>A scalar whose text says what it is: a number, <c>true</c>, <c>null</c>.</summary>
    public static YamlScalar Value(string text, Location at) => new(text, YamlScalarStyle.Plain, at);

    public static YamlScalar Boolean(bool value, Location at) => Value(value ? "true" : "false", at);

    public static YamlScalar Null(Location at) => Value("null", at);

    public static YamlEntry Entry(string name, YamlNode value) => new(Text(name, value.Location), value);

    public static YamlEntry WithValue(this YamlEntry entry, YamlNode value) => ReferenceEquals(entry.Value, value) ? entry : new YamlEntry(entry.Key, value);

    public static YamlMapping Mapping(Location at, params (string Name, YamlNode? Value)[] entries)
    {
        var list = new List<YamlEntry>(entries.Length);
        foreach (var (name, value) in entries)
        {
            if (value is not null)
            {
                list.Add(Entry(name, value));
            }
        }

        return new YamlMapping(list, at);
    }

    /// <summary>The mapping with each value replaced; the same object when nothing changed. A null drops the entry.</summary>
    public static YamlMapping Select(this YamlMapping mapping, Func<YamlEntry, YamlNode?> change)
    {
        List<YamlEntry>? changed = null;
        for (var i = 0; i < mapping.Entries.Count; i++)
        {
            var entry = mapping.Entries[i];
            var value = change(entry);
            if (changed is null && ReferenceEquals(value, entry.Value))
                continue;

            changed ??= Copy(mapping.Entries, i);
            if (value is not null)
            {
                changed.Add(entry.WithValue(value));
            }
        }

        return changed is null ? mapping : mapping with { Entries = changed };
    }

    /// <summary>The list with each item replaced; the same object when nothing changed. A null drops the item.</summary>
    public static YamlSequence Select(this YamlSequence sequence, Func<YamlNode, int, YamlNode?> change)
    {
        List<YamlNode>? changed = null;
        for (var i = 0; i < sequence.Items.Count; i++)
        {
            var item = sequence.Items[i];
            var value = change(item, i);
            if (changed is null && ReferenceEquals(value, item))
                continue;

            changed ??= Copy(sequence.Items, i);
            if (value is not null)
            {
                changed.Add(value);
            }
        }

        return changed is null ? sequence : sequence with { Items = changed };
    }

    /// <summary>The mapping with one key set, in its place or at the end.</summary>
    public static YamlMapping With(this YamlMapping mapping, string name, YamlNode value)
    {
        var entries = new List<YamlEntry>(mapping.Entries.Count + 1);
        var isThere = false;
        foreach (var entry in mapping.Entries)
        {
            var isThis = string.Equals(entry.Name, name, StringComparison.Ordinal);
            isThere |= isThis;
            entries.Add(isThis ? entry.WithValue(value) : entry);
        }

        if (!isThere)
        {
            entries.Add(Entry(name, value));
        }

        return mapping with { Entries = entries };
    }

    public static YamlMapping Without(this YamlMapping mapping, string name) =>
        mapping.Select(entry => string.Equals(entry.Name, name, StringComparison.Ordinal) ? null : entry.Value);

    /// <summary>The text of a scalar that is a string, or null.</summary>
    public static string? AsText(this YamlNode? node) => node is YamlScalar scalar && ScalarResolver.IsString(scalar) ? ScalarResolver.Resolve(scalar).Text : null;

    public static YamlMapping? AsMapping(this YamlNode? node) => node as YamlMapping;

    public static bool IsExtension(this YamlEntry entry) => entry.Name.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>The node without a tag that was meant for the loader.</summary>
    public static YamlNode Untagged(this YamlNode node) => node switch
    {
        YamlScalar scalar => scalar with { Tag = null },
        YamlSequence sequence => sequence with { Tag = null },
        YamlMapping mapping => mapping with { Tag = null },
        _ => node,
    };

    private static List<T> Copy<T>(IReadOnlyList<T> items, int count)
    {
        var copy = new List<T>(items.Count);
        for (var i = 0; i < count; i++)
        {
            copy.Add(items[i]);
        }

        return copy;
    }
}
