using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Compose.Inputs;

/// <summary>The variables that are visible to a file, and a note of the names that were asked for.</summary>
internal sealed class Variables
{
    private readonly IReadOnlyDictionary<string, string> _values;
    private readonly HashSet<string> _read;

    public Variables(IReadOnlyDictionary<string, string> values)
        : this(values, new HashSet<string>(StringComparer.Ordinal))
    {
    }

    private Variables(IReadOnlyDictionary<string, string> values, HashSet<string> read)
    {
        _values = values;
        _read = read;
    }

    /// <summary>The names that were asked for, sorted ordinally.</summary>
    public IReadOnlyList<string> Read => [.. _read.OrderBy(name => name, StringComparer.Ordinal)];

    /// <summary>The value of a variable, or null when it is not set.</summary>
    public string? this[string name]
    {
        get
        {
            _read.Add(name);
            return _values.TryGetValue(name, out var value) ? value : null;
        }
    }

    /// <summary>These variables with others added where they are not set yet.</summary>
    public Variables Below(IReadOnlyDictionary<string, string> defaults)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Copy(defaults, values);
        Copy(_values, values);
        return new Variables(values, _read);
    }

    /// <summary>These variables with one set.</summary>
    public Variables With(string name, string value)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Copy(_values, values);
        values[name] = value;
        return new Variables(values, _read);
    }

    private static void Copy(IReadOnlyDictionary<string, string> from, Dictionary<string, string> to)
    {
        foreach (var pair in from)
        {
            to[pair.Key] = pair.Value;
        }
    }
}
