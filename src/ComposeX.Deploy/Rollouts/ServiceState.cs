using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace ComposeX.Deploy.Rollouts;

/// <summary>A service as ECS describes it.</summary>
/// <param name="Messages">What ECS has to say of it, oldest first.</param>
internal sealed record ServiceState(string Name, string Status, IReadOnlyList<Deployment> Deployments, IReadOnlyList<ServiceMessage> Messages)
{
    /// <summary>The newest deployment: the one that is being rolled out, or that was last.</summary>
    public Deployment? Newest => Deployments.FirstOrDefault(deployment => deployment.Status == "PRIMARY") ?? (Deployments is [var first, ..] ? first : null);

    public int FailedTasks => Deployments.Sum(deployment => deployment.Failed);

    public static ServiceState Read(JsonNode json) => new(
        Json.Text(json, "serviceName") ?? Json.LastPart(Json.Text(json, "serviceArn")),
        Json.Text(json, "status") ?? "",
        [.. Json.Each(json, "deployments").Select(Deployment.Read)],
        [.. Json.Each(json, "events").Select(ServiceMessage.Read).Reverse()])
    {
        Running = Json.Number(json, "runningCount"),
        Desired = Json.Number(json, "desiredCount"),
    };

    public int Running { get; private init; }

    public int Desired { get; private init; }
}

/// <summary>A line of a service's own log.</summary>
internal sealed record ServiceMessage(string Id, DateTimeOffset? At, string Text)
{
    private static readonly string[] Troubles = ["unable", "unhealthy", "failed", "not able", "insufficient", "cannot", "rolling back", "alarm"];

    /// <summary>Whether it says that something is not as it should be.</summary>
    public bool IsTrouble => Array.Exists(Troubles, trouble => Text.Contains(trouble, StringComparison.OrdinalIgnoreCase));

    public static ServiceMessage Read(JsonNode json) => new(Json.Text(json, "id") ?? "", Json.Time(json, "createdAt"), Json.Text(json, "message") ?? "");
}
