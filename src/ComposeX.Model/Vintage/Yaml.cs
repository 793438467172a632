using System.Collections.Generic;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Model.Vintage;

/// <summary>Writes nodes that stand where the older spelling stood.</summary>
internal readonly record struct Yaml(Location Location)
{
    public YamlScalar Text(string text) => new(text, YamlScalarStyle.DoubleQuoted, Location);

    public YamlScalar Plain(string text) => new(text, YamlScalarStyle.Plain, Location);

    public YamlMapping Map(params (string Key, YamlNode? Value)[] entries)
    {
        var yaml = this;
        return new([.. entries.Where(entry => entry.Value is not null).Select(entry => new YamlEntry(yaml.Text(entry.Key), entry.Value!))], Location);
    }

    public YamlSequence List(IEnumerable<YamlNode> items) => new([.. items], Location);
}

/// <summary>Reading and changing mappings as values.</summary>
internal static class YamlMappings
{
    /// <summary>The mapping without some keys.</summary>
    public static YamlMapping Without(this YamlMapping mapping, params string[] keys) =>
        mapping with { Entries = [.. mapping.Entries.Where(entry => !keys.Contains(entry.Name))] };

    /// <summary>The mapping with an entry, in the place of the one of that name.</summary>
    public static YamlMapping With(this YamlMapping mapping, YamlEntry entry) => mapping[entry.Name] is null
        ? mapping with { Entries = [.. mapping.Entries, entry] }
        : mapping with { Entries = [.. mapping.Entries.Select(old => old.Name == entry.Name ? entry : old)] };

    /// <summary>Both mappings in one, the later winning key by key.</summary>
    public static YamlMapping Merge(this YamlMapping earlier, YamlMapping later) => later.Entries.Aggregate(earlier, With);
}
