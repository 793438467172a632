using System;
using System.Collections;
using System.Collections.Generic;

namespace ComposeX.Compose.Trees;

/// <summary>
/// A table from path patterns to what is to be done there, such as <c>services.*.ports</c>. A star is any key; an
/// item of a list is the step <c>[]</c>, which a star matches too. Walked along with the tree, step by step.
/// </summary>
internal sealed class PathTable<T> : IEnumerable<KeyValuePair<string, T>>
    where T : class
{
    private readonly List<KeyValuePair<string, T>> _rows = [];

    /// <summary>Where a walk of the whole document starts.</summary>
    public PathStep<T> Root { get; } = new();

    public void Add(string pattern, T value)
    {
        _rows.Add(new KeyValuePair<string, T>(pattern, value));
        var step = Root;
        foreach (var name in pattern.Split('.'))
        {
            step = step.GetOrAdd(name);
        }

        step.Value = value;
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => _rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A place in a <see cref="PathTable{T}"/>: what applies here, and the steps below.</summary>
internal sealed class PathStep<T>
    where T : class
{
    public const string ListItem = "[]";

    private const string Any = "*";

    private readonly Dictionary<string, PathStep<T>> _below = new(StringComparer.Ordinal);

    /// <summary>What applies at this place, or null.</summary>
    public T? Value { get; internal set; }

    /// <summary>The step for a key, or null when no pattern reaches below.</summary>
    public PathStep<T>? this[string name] =>
        _below.TryGetValue(name, out var step) || _below.TryGetValue(Any, out step) ? step : null;

    internal PathStep<T> GetOrAdd(string name)
    {
        if (!_below.TryGetValue(name, out var step))
        {
            step = new PathStep<T>();
            _below.Add(name, step);
        }

        return step;
    }
}
