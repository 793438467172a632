using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace ComposeX.Deploy.Tests.Aws.CloudFormation;

/// <summary>A JSON template, read as far as the double plays it.</summary>
internal sealed class TemplateDouble(JsonObject root)
{
    public static TemplateDouble Empty { get; } = new([]);

    public IReadOnlyList<ResourceDouble> Resources { get; } =
        [.. Members(root, "Resources").Select(member => new ResourceDouble(member.Key, member.Value!.AsObject()))];

    public IReadOnlyList<KeyValuePair<string, JsonNode?>> Outputs { get; } = [.. Members(root, "Outputs")];

    public IReadOnlyDictionary<string, JsonNode?> Parameters { get; } = Members(root, "Parameters").ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);

    public string Text => root.ToJsonString();

    /// <summary>All that is not a resource or a parameter, to see whether it is the same.</summary>
    public string Rest { get; } = string.Join(' ', Members(root, "Outputs").Select(member => member.Key + member.Value?.ToJsonString()));

    public static TemplateDouble Parse(string text)
    {
        try
        {
            if (System.Text.Encoding.UTF8.GetByteCount(text) > 1_000_000)
                throw AwsError.Validation("Template may not exceed 1000000 bytes in size.");
            var root = JsonNode.Parse(text)!.AsObject();
            CheckLimit(root, "Resources", "resources", 500);
            CheckLimit(root, "Parameters", "parameters", 200);
            CheckLimit(root, "Outputs", "outputs", 200);
            return root[nameof(Resources)] is JsonObject { Count: > 0 }
                ? new(root)
                : throw AwsError.Validation("Template format error: At least one Resources member must be defined.");
        }
        catch (System.Text.Json.JsonException)
        {
            throw AwsError.Validation("Template format error: unsupported structure.");
        }
    }

    public bool IsNoEcho(string parameter) => Parameters.TryGetValue(parameter, out var declared) && declared?["NoEcho"]?.ToString() is "true" or "True";

    public string? DefaultOf(string parameter) => Parameters.TryGetValue(parameter, out var declared) ? declared?["Default"]?.ToString() : null;

    private static void CheckLimit(JsonObject root, string section, string name, int most)
    {
        if (root[section] is JsonObject members && members.Count > most)
            throw AwsError.Validation($"Template format error: Number of {name}, {members.Count}, is greater than maximum allowed, {most}");
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonObject root, string section) => root[section] is JsonObject members ? members : [];
}
