using System;
using System.Collections.Generic;

namespace ComposeX.Compiler.Stacks;

/// <summary>Values by name; the first of a name stays, and the order of adding is kept.</summary>
internal sealed class OrderedNames<T>
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<T> _values = [];

    public IReadOnlyList<T> Values => _values;

    public bool Contains(string name) => _positions.ContainsKey(name);

    public void Add(string name, T value)
    {
        if (!_positions.ContainsKey(name))
        {
            _positions.Add(name, _values.Count);
            _values.Add(value);
        }
    }

    /// <summary>Adds, or puts the value where another of that name stood.</summary>
    public void Set(string name, T value)
    {
        if (_positions.TryGetValue(name, out var position))
        {
            _values[position] = value;
        }
        else
        {
            Add(name, value);
        }
    }
}
