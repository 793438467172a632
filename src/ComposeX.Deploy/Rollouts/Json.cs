using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;

namespace ComposeX.Deploy.Rollouts;

/// <summary>Reads what ECS answers; an emulation leaves out what it likes.</summary>
internal static class Json
{
    public static string? Text(JsonNode? json, string name) => Member(json, name) is JsonValue value ? value.ToString() : null;

    public static int Number(JsonNode? json, string name) =>
        double.TryParse(Text(json, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (int)number : 0;

    public static IEnumerable<JsonNode> Each(JsonNode? json, string name) => Member(json, name) is JsonArray items ? items.OfType<JsonNode>() : [];

    /// <summary>A time, which the protocol writes as seconds since 1970.</summary>
    public static DateTimeOffset? Time(JsonNode? json, string name) => Text(json, name) switch
    {
        null => null,
        var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e11 => DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)),
        var text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null,
    };

    /// <summary><c>shop-web:3</c> of an ARN.</summary>
    public static string LastPart(string? arn) => arn is null ? "" : arn[(arn.LastIndexOf('/') + 1)..];

    private static JsonNode? Member(JsonNode? json, string name) => json is JsonObject members && members.TryGetPropertyValue(name, out var member) ? member : null;
}
