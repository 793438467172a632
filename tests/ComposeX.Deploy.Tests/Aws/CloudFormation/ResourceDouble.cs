using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace ComposeX.Deploy.Tests.Aws.CloudFormation;

/// <summary>A resource in a template.</summary>
internal sealed class ResourceDouble(string logicalId, JsonObject body)
{
    /// <summary>Properties that cost a replacement, for the types that the tests use.</summary>
    private static readonly HashSet<string> CreateOnly = new(StringComparer.Ordinal) { "AWS::DynamoDB::Table.TableName", "AWS::SQS::Queue.QueueName" };

    public string LogicalId => logicalId;

    public string Type => body[nameof(Type)]!.ToString();

    public bool IsStack => Type == "AWS::CloudFormation::Stack";

    public string DeletionPolicy => body[nameof(DeletionPolicy)]?.ToString() ?? "Delete";

    public JsonObject Properties => body[nameof(Properties)]?.AsObject() ?? [];

    public string TemplateUrl => Properties["TemplateURL"]!.ToString();

    /// <summary>The properties as they are with the parameters' values in them.</summary>
    public SortedDictionary<string, string> Resolved(IReadOnlyDictionary<string, string> parameters)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Properties)
            values[name] = Resolve(value, parameters)?.ToJsonString() ?? "null";
        return values;
    }

    /// <summary>What a nested stack is given.</summary>
    public SortedDictionary<string, string> NestedParameters(IReadOnlyDictionary<string, string> parameters)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Properties["Parameters"]?.AsObject() ?? [])
            values[name] = Resolve(value, parameters)?.ToString() ?? "";
        return values;
    }

    public bool Replaces(string property) => CreateOnly.Contains(Type + "." + property);

    private static JsonNode? Resolve(JsonNode? value, IReadOnlyDictionary<string, string> parameters) => value switch
    {
        JsonObject { Count: 1 } function when function["Ref"]?.ToString() is { } name && parameters.TryGetValue(name, out var text) => JsonValue.Create(text),
        JsonObject members => new JsonObject(members.Select(member => new KeyValuePair<string, JsonNode?>(member.Key, Resolve(member.Value, parameters)))),
        JsonArray items => new JsonArray([.. items.Select(item => Resolve(item, parameters))]),
        _ => value?.DeepClone(),
    };
}
