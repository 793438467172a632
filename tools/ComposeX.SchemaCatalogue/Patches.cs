using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ComposeX.CloudFormation.Schema;

namespace ComposeX.SchemaCatalogue;

/// <summary>
/// Corrections to what AWS publishes, one small file per type: which properties are required, optional or not there
/// at all. A name with a dot is a member of a nested type.
/// </summary>
internal sealed class Patches
{
    private readonly Dictionary<string, Patch> _byType;
    private readonly HashSet<string> _unused = new(StringComparer.Ordinal);

    private Patches(Dictionary<string, Patch> byType)
    {
        _byType = byType;
        foreach (var (type, patch) in byType)
            _unused.UnionWith(patch.Required.Concat(patch.Optional).Concat(patch.Removed).Concat(patch.AnyValue).Concat(patch.AnyText).Select(name => type + " " + name));
    }

    public static Patches Read(string folder) => new(Directory.EnumerateFiles(folder, "*.json")
        .Order(StringComparer.Ordinal)
        .Select(Patch.Read)
        .ToDictionary(patch => patch.Type, StringComparer.Ordinal));

    /// <summary>Corrections that changed nothing: AWS has corrected its data since.</summary>
    public IEnumerable<string> Unused() => _unused.Order(StringComparer.Ordinal);

    public ResourceSchema Apply(ResourceSchema schema) => !_byType.TryGetValue(schema.TypeName, out var patch) ? schema : schema with
    {
        Properties = Apply(patch, "", schema.Properties),
        NestedTypes = new SortedDictionary<string, IReadOnlyDictionary<string, PropertySchema>>(
            schema.NestedTypes.ToDictionary(type => type.Key, type => (IReadOnlyDictionary<string, PropertySchema>)Apply(patch, type.Key + ".", type.Value), StringComparer.Ordinal), StringComparer.Ordinal),
    };

    private SortedDictionary<string, PropertySchema> Apply(Patch patch, string prefix, IReadOnlyDictionary<string, PropertySchema> properties)
    {
        var corrected = new SortedDictionary<string, PropertySchema>(StringComparer.Ordinal);
        foreach (var property in properties.Values)
        {
            var name = prefix + property.Name;
            if (patch.Removed.Contains(name))
                _unused.Remove(patch.Type + " " + name);
            else
                corrected.Add(property.Name, Correct(patch, name, property));
        }

        return corrected;
    }

    private PropertySchema Correct(Patch patch, string name, PropertySchema property)
    {
        var corrected = property with
        {
            Required = patch.Required.Contains(name) || (property.Required && !patch.Optional.Contains(name)),
            Type = patch.AnyValue.Contains(name) ? WithoutEnum(property.Type)
                : patch.AnyText.Contains(name) ? WithoutPattern(property.Type)
                : property.Type,
        };
        if (corrected != property)
            _unused.Remove(patch.Type + " " + name);
        return corrected;
    }

    private static SchemaType WithoutEnum(SchemaType type) => type switch
    {
        StringType text => text with { AllowedValues = [] },
        NumberType number => number with { AllowedValues = [] },
        ListType list => list with { Element = WithoutEnum(list.Element) },
        _ => type,
    };

    private static SchemaType WithoutPattern(SchemaType type) => type switch
    {
        StringType text => text with { Pattern = null, MinimumLength = null, MaximumLength = null },
        ListType list => list with { Element = WithoutPattern(list.Element) },
        _ => type,
    };

    private sealed record Patch(string Type, IReadOnlyList<string> Required, IReadOnlyList<string> Optional, IReadOnlyList<string> Removed, IReadOnlyList<string> AnyValue, IReadOnlyList<string> AnyText)
    {
        public static Patch Read(string path)
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = file.RootElement;
            if (!root.TryGetProperty("why", out _))
                throw new InvalidDataException(path + " does not say why it is there (\"why\": a link and a sentence).");
            return new Patch(
                root.GetProperty("type").GetString()!,
                Names(root, "required"), Names(root, "optional"), Names(root, "removed"), Names(root, "anyValue"), Names(root, "anyText"));
        }

        private static string[] Names(JsonElement root, string name) =>
            root.TryGetProperty(name, out var names) ? [.. names.EnumerateArray().Select(item => item.GetString()!)] : [];
    }
}
