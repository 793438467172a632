using System.Globalization;
using System.Text.Json.Nodes;

namespace ComposeX.Deploy.Rollouts;

/// <summary>One deployment of a service: tasks of one task definition on their way in or out.</summary>
/// <param name="Status"><c>PRIMARY</c> for the newest, <c>ACTIVE</c> for one that is on its way out.</param>
/// <param name="RolloutState"><c>IN_PROGRESS</c>, <c>COMPLETED</c>, <c>FAILED</c>; absent where ECS does not roll the service itself.</param>
internal sealed record Deployment(string Id, string Status, string? RolloutState, int Desired, int Running, int Pending, int Failed, string TaskDefinition)
{
    public string? Reason { get; init; }

    public string Counts => string.Create(
        CultureInfo.InvariantCulture,
        $"{Running} of {Desired} running{(Pending > 0 ? $", {Pending} pending" : "")}{(Failed > 0 ? $", {Failed} failed" : "")}");

    public static Deployment Read(JsonNode json) => new(
        Json.Text(json, "id") ?? "",
        Json.Text(json, "status") ?? "",
        Json.Text(json, "rolloutState"),
        Json.Number(json, "desiredCount"),
        Json.Number(json, "runningCount"),
        Json.Number(json, "pendingCount"),
        Json.Number(json, "failedTasks"),
        Json.LastPart(Json.Text(json, "taskDefinition")))
    {
        Reason = Json.Text(json, "rolloutStateReason"),
    };
}
