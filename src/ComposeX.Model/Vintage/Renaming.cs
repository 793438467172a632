using System;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Model.Vintage;

/// <summary>Today's names for the keys of a mapping, and for those below them. Keys that it does not name stay as they are.</summary>
internal sealed class Renaming(params (string Old, string Today, Renaming? Below)[] names)
{
    /// <summary>The node with its keys renamed, in each item of a list too.</summary>
    public YamlNode Apply(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping with { Entries = [.. mapping.Entries.Select(Apply)] },
        YamlSequence list => list with { Items = [.. list.Items.Select(Apply)] },
        _ => node,
    };

    /// <summary>The first key, at any depth, that has another name today.</summary>
    public YamlScalar? FirstOld(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Entries.Select(FirstOld).FirstOrDefault(key => key is not null),
        YamlSequence list => list.Items.Select(FirstOld).FirstOrDefault(key => key is not null),
        _ => null,
    };

    private YamlEntry Apply(YamlEntry entry)
    {
        var (_, today, below) = Find(entry);
        return new(today is null ? entry.Key : entry.Key with { Text = today }, below?.Apply(entry.Value) ?? entry.Value);
    }

    private YamlScalar? FirstOld(YamlEntry entry)
    {
        var (old, today, below) = Find(entry);
        return today is not null && string.Equals(entry.Name, old, StringComparison.Ordinal) ? entry.Key : below?.FirstOld(entry.Value);
    }

    private (string? Old, string? Today, Renaming? Below) Find(YamlEntry entry) => names.FirstOrDefault(name =>
        string.Equals(name.Old, entry.Name, StringComparison.Ordinal) || string.Equals(name.Today, entry.Name, StringComparison.Ordinal));
}
