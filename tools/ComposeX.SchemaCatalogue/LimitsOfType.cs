using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Schema;

namespace ComposeX.SchemaCatalogue;

/// <summary>Walks a type of the database beside its registry schema and takes over what only the latter says.</summary>
internal sealed class LimitsOfType(ResourceSchema schema, JsonElement registry)
{
    private readonly SortedDictionary<string, IReadOnlyDictionary<string, PropertySchema>> _nested = new(
        schema.NestedTypes.ToDictionary(type => type.Key, type => type.Value, StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly StringType s_text = new([], null, null, null);

    private readonly HashSet<string> _walked = new(StringComparer.Ordinal);

    public ResourceSchema Merge()
    {
        var properties = Properties(schema.Properties, registry);
        return schema with { Properties = properties, NestedTypes = _nested };
    }

    private SortedDictionary<string, PropertySchema> Properties(IReadOnlyDictionary<string, PropertySchema> properties, JsonElement node)
    {
        var merged = new SortedDictionary<string, PropertySchema>(StringComparer.Ordinal);
        foreach (var (name, property) in properties)
        {
            merged[name] = Member(node, "properties") is { } members && Member(members, name) is { } member
                ? property with { Type = Merge(name, property.Type, Resolve(member)) }
                : property;
        }

        return merged;
    }

    private SchemaType Merge(string name, SchemaType type, JsonElement node) => type switch
    {
        StringType text when Says(node, "string") && !Says(node, "object") => Text(text, node),
        NumberType number when Says(node, "integer") || Says(node, "number") => Number(number, node),
        ListType list when Says(node, "array") => List(name, list, node),
        MapType map when Member(node, "patternProperties") is { } patterns && patterns.EnumerateObject().ToList() is [var only] =>
            new MapType(Merge(name, map.Element, Resolve(only.Value))),
        ObjectReference reference => Object(reference, node),
        JsonType when Says(node, "string") => new UnionType([Structured(name, node) ?? type, s_text]),
        JsonType => Structured(name, node) ?? type,
        UnionType union when union.Options.Any(option => option is JsonType) && Structured(name, node) is { } structured =>
            new UnionType([.. union.Options.Select(option => option is JsonType ? structured : option)]),
        _ => type,
    };

    private static StringType Text(StringType text, JsonElement node) => new(
        Has(node, "enumCaseInsensitive") ? [] : text.AllowedValues.Count > 0 ? text.AllowedValues : Enum(node),
        Pattern(node),
        Limit(node, "minLength") is > 0 and var minimum ? minimum : null,
        Limit(node, "maxLength"));

    private static NumberType Number(NumberType number, JsonElement node) => new(
        number.Whole,
        number.AllowedValues.Count > 0 ? number.AllowedValues : Enum(node),
        Decimal(node, "minimum"),
        Decimal(node, "maximum"));

    private ListType List(string name, ListType list, JsonElement node) => new(
        Member(node, "items") is { } items ? Merge(name, list.Element, Resolve(items)) : list.Element,
        Limit(node, "minItems") is > 0 and var minimum ? minimum : null,
        Limit(node, "maxItems"),
        Member(node, "uniqueItems") is { ValueKind: JsonValueKind.True });

    // What the database calls any object, the registry may know the members of: then they become a nested type.
    private ObjectReference? Structured(string name, JsonElement node)
    {
        if (Member(node, "properties") is not { } members || Member(node, "additionalProperties") is not { ValueKind: JsonValueKind.False })
            return null;
        var required = Member(node, "required") is { ValueKind: JsonValueKind.Array } names ? names.EnumerateArray().Select(item => item.GetString()).ToList() : [];
        var reference = new ObjectReference(_nested.ContainsKey(name) ? name + "Object" : name);
        _walked.Add(reference.Name);
        _nested[reference.Name] = new SortedDictionary<string, PropertySchema>(
            members.EnumerateObject().ToDictionary(member => member.Name, member => new PropertySchema(member.Name, Plain(member.Name, Resolve(member.Value))) { Required = required.Contains(member.Name) }, StringComparer.Ordinal),
            StringComparer.Ordinal);
        return reference;
    }

    private SchemaType Plain(string name, JsonElement node) => node switch
    {
        _ when Says(node, "object") => Structured(name, node) ?? (SchemaType)new JsonType(),
        _ when Says(node, "array") => List(name, new ListType(Member(node, "items") is { } items ? Plain(name, Resolve(items)) : new JsonType(), null, null, false), node),
        _ when Says(node, "boolean") => new BooleanType(),
        _ when Says(node, "integer") || Says(node, "number") => Number(new NumberType(!Says(node, "number"), [], null, null), node),
        _ when Says(node, "string") => Text(s_text, node),
        _ => new JsonType(),
    };

    private ObjectReference Object(ObjectReference reference, JsonElement node)
    {
        if (_nested.TryGetValue(reference.Name, out var members) && _walked.Add(reference.Name))
            _nested[reference.Name] = Properties(members, node);
        return reference;
    }

    private JsonElement Resolve(JsonElement node) =>
        Member(node, "$ref") is { } reference && reference.GetString() is { } path && path.StartsWith("#/definitions/", StringComparison.Ordinal)
        && Member(registry, "definitions") is { } definitions && Member(definitions, path["#/definitions/".Length..]) is { } definition
            ? Resolve(definition)
            : node;

    // Python writes the end of the text as \Z, .NET as \z; a pattern that .NET cannot read is left out.
    private static string? Pattern(JsonElement node)
    {
        if (Member(node, "pattern")?.GetString() is not { Length: > 0 } pattern || pattern is ".*" or "^.*$" or "^.*\\Z")
            return null;
        pattern = pattern.Replace("\\Z", "\\z", StringComparison.Ordinal);
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            return pattern;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string[] Enum(JsonElement node) =>
        Member(node, "enum") is { } values ? [.. values.EnumerateArray().Select(value => value.ToString())] : [];

    private static string? Decimal(JsonElement node, string name) =>
        Member(node, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var value) ? value.ToString(CultureInfo.InvariantCulture) : null;

    private static int? Limit(JsonElement node, string name) =>
        Member(node, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

    private static bool Says(JsonElement node, string type) => Member(node, "type") switch
    {
        { ValueKind: JsonValueKind.String } one => one.GetString() == type,
        { ValueKind: JsonValueKind.Array } several => several.EnumerateArray().Any(item => item.GetString() == type),
        _ => false,
    };

    private static bool Has(JsonElement node, string name) => Member(node, name) is not null;

    private static JsonElement? Member(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var member) ? member : null;
}
