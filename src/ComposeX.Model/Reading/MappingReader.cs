using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Model.Reading;

/// <summary>
/// Reads the keys of a mapping by name and kind, reports those of the wrong kind, and at the end those that nobody asked for.
/// A mapping that the user did not write reads as an empty one.
/// </summary>
public sealed class MappingReader
{
    private readonly YamlMapping? _mapping;
    private readonly DiagnosticBag _diagnostics;
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _accepted = new(StringComparer.Ordinal);

    private MappingReader(YamlMapping? mapping, DiagnosticBag diagnostics)
    {
        _mapping = mapping;
        _diagnostics = diagnostics;
    }

    public static MappingReader Of(YamlMapping? mapping, DiagnosticBag diagnostics) => new(mapping, diagnostics);

    /// <summary>The value of a key, whatever it is. Behind the name stand older spellings, which are accepted and never recommended.</summary>
    public YamlNode? Node(params string[] names)
    {
        _known.Add(names[0]);
        _accepted.UnionWith(names);
        return names.Select(name => _mapping?[name]).FirstOrDefault(node => node is not null);
    }

    /// <summary>A key with its value, whatever it is.</summary>
    public YamlEntry? Entry(string name) => Node(name) is null ? null : _mapping?.Entries.First(entry => string.Equals(entry.Name, name, StringComparison.Ordinal));

    public YamlMapping? Mapping(params string[] names) => Of<YamlMapping>(names, "a mapping");

    public YamlSequence? Sequence(params string[] names) => Of<YamlSequence>(names, "a list");

    public Located<string>? Text(params string[] names) =>
        Of<YamlScalar>(names, "a string") is { } scalar ? new(scalar.Text, scalar.Location) : null;

    public Located<bool>? Boolean(params string[] names)
    {
        if (Of<YamlScalar>(names, "true or false") is not { } scalar)
        {
            return null;
        }

        if (bool.TryParse(scalar.Text, out var value))
        {
            return new(value, scalar.Location);
        }

        _diagnostics.Add(ModelDiagnostics.WrongKind(names[0], "true or false", scalar.Location));
        return null;
    }

    /// <summary>A whole number.</summary>
    public Located<long>? Integer(params string[] names)
    {
        if (Of<YamlScalar>(names, "a whole number") is not { } scalar)
        {
            return null;
        }

        if (long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return new(value, scalar.Location);
        }

        _diagnostics.Add(ModelDiagnostics.WrongKind(names[0], "a whole number", scalar.Location));
        return null;
    }

    /// <summary>A list of strings; a single string is a list of one.</summary>
    public IReadOnlyList<Located<string>> Texts(params string[] names)
    {
        switch (Node(names))
        {
            case null:
                return [];
            case YamlScalar scalar:
                return [new(scalar.Text, scalar.Location)];
            case YamlSequence sequence when sequence.Items.All(item => item is YamlScalar):
                return [.. sequence.Items.OfType<YamlScalar>().Select(item => new Located<string>(item.Text, item.Location))];
            case var other:
                _diagnostics.Add(ModelDiagnostics.WrongKind(names[0], "a list of strings", other.Location));
                return [];
        }
    }

    /// <summary>Reports every key that was not asked for.</summary>
    /// <param name="context">The start of the sentence: <c>x-sqs knows no MacroParameters</c>, or empty.</param>
    public void RejectOthers(string context = "")
    {
        foreach (var entry in _mapping?.Entries ?? [])
        {
            if (!_accepted.Contains(entry.Name))
            {
                _diagnostics.Add(ModelDiagnostics.UnknownKey(entry.Name, [.. _known], context, entry.Key.Location));
            }
        }
    }

    private T? Of<T>(string[] names, string kind)
        where T : YamlNode
    {
        var node = Node(names);
        if (node is null or T)
        {
            return (T?)node;
        }

        _diagnostics.Add(ModelDiagnostics.WrongKind(names[0], kind, node.Location));
        return null;
    }
}
