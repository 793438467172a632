using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Compose.Trees;

/// <summary>A mapping while it is put together: keeps the order of its keys, replaces and removes by name.</summary>
internal sealed class MappingBuilder
{
    private readonly List<YamlEntry?> _entries;
    private readonly Dictionary<string, int> _index;

    public MappingBuilder(int capacity = 0)
    {
        _entries = new List<YamlEntry?>(capacity);
        _index = new Dictionary<string, int>(capacity, StringComparer.Ordinal);
    }

    public MappingBuilder(YamlMapping mapping)
        : this(mapping.Entries.Count)
    {
        foreach (var entry in mapping.Entries)
        {
            Set(entry);
        }
    }

    public YamlEntry? this[string name] => _index.TryGetValue(name, out var at) ? _entries[at] : null;

    /// <summary>Puts the entry in the place of the one with its name, or at the end.</summary>
    public void Set(YamlEntry entry)
    {
        if (_index.TryGetValue(entry.Name, out var at))
        {
            _entries[at] = entry;
            return;
        }

        _index.Add(entry.Name, _entries.Count);
        _entries.Add(entry);
    }

    public void Set(string name, YamlNode value) => Set(new YamlEntry(this[name]?.Key ?? Tree.Text(name, value.Location), value));

    public bool TryAdd(YamlEntry entry)
    {
        if (_index.ContainsKey(entry.Name))
            return false;

        Set(entry);
        return true;
    }

    public void Remove(string name)
    {
        if (_index.TryGetValue(name, out var at))
        {
            _entries[at] = null;
            _index.Remove(name);
        }
    }

    public YamlMapping Build(Location location)
    {
        var entries = new List<YamlEntry>(_index.Count);
        foreach (var entry in _entries)
        {
            if (entry is not null)
            {
                entries.Add(entry);
            }
        }

        return new YamlMapping(entries, location);
    }
}
