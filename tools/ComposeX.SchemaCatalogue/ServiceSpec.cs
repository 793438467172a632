using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.Json;
using ComposeX.CloudFormation.Schema;

namespace ComposeX.SchemaCatalogue;

/// <summary>Reads the database of <c>@aws-cdk/aws-service-spec</c>: every type, without its descriptions.</summary>
internal sealed class ServiceSpec
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The types in the order of the database.</summary>
    public static IEnumerable<ResourceSchema> Read(string path)
    {
        using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var database = JsonDocument.Parse(file);
        var schema = database.RootElement.GetProperty("schema");
        var nested = schema.GetProperty("typeDefinition").GetProperty("entities").EnumerateArray()
            .ToDictionary(type => type.GetProperty("$id").GetString()!, type => type.Clone(), StringComparer.Ordinal);
        var uses = schema.GetProperty("usesType").GetProperty("forward");
        var spec = new ServiceSpec();
        foreach (var (id, type) in nested)
            spec._names.Add(id, type.GetProperty("name").GetString()!);
        return [.. schema.GetProperty("resource").GetProperty("entities").EnumerateArray().Select(resource => spec.Resource(resource, Used(resource, uses, nested)))];
    }

    private static IEnumerable<JsonElement> Used(JsonElement resource, JsonElement uses, Dictionary<string, JsonElement> nested) =>
        uses.TryGetProperty(resource.GetProperty("$id").GetString()!, out var used)
            ? used.EnumerateArray().Select(use => nested[use.GetProperty("$id").GetString()!])
            : [];

    private ResourceSchema Resource(JsonElement resource, IEnumerable<JsonElement> nested)
    {
        var tags = resource.TryGetProperty("tagInformation", out var information) ? information : default;
        return new ResourceSchema(
            Text(resource, "cloudFormationType")!,
            Properties(resource.GetProperty("properties")),
            Sorted(resource.GetProperty("attributes").EnumerateObject(), attribute => attribute.Name, attribute => Type(attribute.Value.GetProperty("type"))),
            Sorted(nested, type => Text(type, "name")!, type => (IReadOnlyDictionary<string, PropertySchema>)Properties(type.GetProperty("properties"))))
        {
            IsStateful = resource.TryGetProperty("isStateful", out var stateful) && stateful.GetBoolean(),
            ArnTemplate = Text(resource, "arnTemplate"),
            PrimaryIdentifier = Texts(resource, "primaryIdentifier"),
            RefIdentifier = Texts(resource, "cfnRefIdentifier"),
            TagProperty = Text(tags, "tagPropertyName"),
            TagStyle = Text(tags, "variant") switch { "map" => TagStyle.Map, "asg" => TagStyle.AutoScaling, _ => TagStyle.Standard },
        };
    }

    private SortedDictionary<string, PropertySchema> Properties(JsonElement properties) =>
        Sorted(properties.EnumerateObject(), property => property.Name, property => Property(property.Name, property.Value));

    private PropertySchema Property(string name, JsonElement property) => new(name, Type(property.GetProperty("type")))
    {
        Required = property.TryGetProperty("required", out var required) && required.GetBoolean(),
        Deprecated = property.TryGetProperty("deprecated", out _),
        Replacement = Text(property, "causesReplacement") switch { "yes" => Replacement.Always, "maybe" => Replacement.Maybe, _ => Replacement.Never },
        Relationships = property.TryGetProperty("relationshipRefs", out var refs)
            ? [.. refs.EnumerateArray().Select(reference => new Relationship(Text(reference, "cloudFormationType")!, Text(reference, "propertyName")!))]
            : [],
    };

    private SchemaType Type(JsonElement type) => Text(type, "type") switch
    {
        "string" => new StringType(Texts(type, "allowedValues"), null, null, null),
        "integer" => new NumberType(true, Texts(type, "allowedValues"), null, null),
        "number" => new NumberType(false, Texts(type, "allowedValues"), null, null),
        "boolean" => new BooleanType(),
        "date-time" => new TimestampType(),
        "json" => new JsonType(),
        "tag" => new TagType(),
        "array" => new ListType(Type(type.GetProperty("element")), null, null, false),
        "map" => new MapType(Type(type.GetProperty("element"))),
        "ref" => new ObjectReference(_names[Text(type.GetProperty("reference"), "$ref")!]),
        "union" => new UnionType([.. type.GetProperty("types").EnumerateArray().Select(Type)]),
        var other => throw new InvalidDataException("The database holds a kind of value that the catalogue does not know: " + other),
    };

    private static SortedDictionary<string, TValue> Sorted<TItem, TValue>(IEnumerable<TItem> items, Func<TItem, string> name, Func<TItem, TValue> value) =>
        new(items.ToDictionary(name, value, StringComparer.Ordinal), StringComparer.Ordinal);

    private static string? Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static string[] Texts(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var texts) ? [.. texts.EnumerateArray().Select(text => text.ToString())] : [];
}
