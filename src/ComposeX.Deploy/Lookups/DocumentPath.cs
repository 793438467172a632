using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ComposeX.Deploy.Lookups;

/// <summary>Reads what AWS says of a resource, as the lock has it: every scalar a text.</summary>
internal static class DocumentPath
{
    /// <summary>The value at a path of member names and list positions; null when there is none, or an empty text.</summary>
    public static JsonNode? Find(JsonNode? document, string path) => Texts(path.Split('.').Aggregate(document, Step));

    public static string? Text(JsonNode? document, string path) => Find(document, path) is JsonValue value ? value.GetValue<string>() : null;

    private static JsonNode? Step(JsonNode? node, string name) => node switch
    {
        JsonObject members => members[name],
        JsonArray items when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count => items[index],
        _ => null,
    };

    private static JsonNode? Texts(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(member => Texts(member.Value) is not null).Select(member => new System.Collections.Generic.KeyValuePair<string, JsonNode?>(member.Key, Texts(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Texts).Where(item => item is not null)]),
        JsonValue value => Scalar(value) is { Length: > 0 } text ? JsonValue.Create(text) : null,
        _ => null,
    };

    private static string Scalar(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "",
        _ => value.ToJsonString(),
    };
}
