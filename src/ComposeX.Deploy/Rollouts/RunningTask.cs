using System;
using System.Text.Json.Nodes;

namespace ComposeX.Deploy.Rollouts;

/// <summary>A task that runs or is about to.</summary>
internal sealed record RunningTask(string Id, string Status, string? Health, string TaskDefinition, DateTimeOffset? Since)
{
    public static RunningTask Read(JsonNode json) => new(
        Json.LastPart(Json.Text(json, "taskArn")),
        Json.Text(json, "lastStatus") ?? "",
        Json.Text(json, "healthStatus") is { } health and not "UNKNOWN" ? health : null,
        Json.LastPart(Json.Text(json, "taskDefinitionArn")),
        Json.Time(json, "startedAt") ?? Json.Time(json, "createdAt"));
}
