using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace ComposeX.Deploy.Registries.Archives;

/// <summary>What an image says of itself.</summary>
/// <param name="Ports">Such as <c>8080/tcp</c>.</param>
internal sealed record ImageConfiguration(string OperatingSystem, string Architecture, string? User, IReadOnlyList<string> Ports)
{
    public string Platform => OperatingSystem + "/" + Architecture;

    public static ImageConfiguration Read(byte[] content)
    {
        using var document = JsonDocument.Parse(content);
        var root = document.RootElement;
        var config = Member(root, "config");
        return new(Text(root, "os") ?? "linux", Text(root, "architecture") ?? "", Text(config, "User"), [.. Names(Member(config, "ExposedPorts"))]);
    }

    private static JsonElement Member(JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;

    private static string? Text(JsonElement json, string name) => Member(json, name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;

    private static IEnumerable<string> Names(JsonElement json) => json.ValueKind == JsonValueKind.Object ? json.EnumerateObject().Select(member => member.Name) : [];
}
