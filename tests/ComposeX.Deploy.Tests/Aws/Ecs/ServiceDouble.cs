using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;

namespace ComposeX.Deploy.Tests.Aws.Ecs;

/// <summary>A service: each look at it shows the next of its states, the last one for good.</summary>
internal sealed class ServiceDouble
{
    private readonly List<JsonArray> _states = [];
    private readonly List<JsonObject> _messages = [];
    private int _looks;

    public List<JsonObject> Running { get; } = [];

    public List<JsonObject> Stopped { get; } = [];

    /// <summary>Adds a state: a rollout on top of what ran before.</summary>
    public ServiceDouble Rolls(string state, int running, int pending, int failed, int desired = 2, int before = 0)
    {
        _states.Add(new JsonArray(Deployment("ecs-svc/2", "PRIMARY", state, running, pending, failed, desired), Deployment("ecs-svc/1", "ACTIVE", "COMPLETED", before, 0, 0, before)));
        return this;
    }

    public ServiceDouble Stops(string reason, int? exitCode = null, string? containerReason = null, string deployment = "ecs-svc/2")
    {
        var container = new JsonObject { ["name"] = "web", ["reason"] = containerReason };
        if (exitCode is { } code)
            container["exitCode"] = code;
        Stopped.Add(Task("STOPPED", deployment, new JsonObject { ["stoppedReason"] = reason, ["stoppedAt"] = 1_767_225_700.5 + Stopped.Count, ["containers"] = new JsonArray(container, new JsonObject { ["name"] = "sidecar", ["exitCode"] = 137 }) }));
        return this;
    }

    public ServiceDouble Runs(string health)
    {
        Running.Add(Task("RUNNING", "ecs-svc/2", new JsonObject { ["healthStatus"] = health, ["startedAt"] = 1_767_225_600 }));
        return this;
    }

    public ServiceDouble Says(string message)
    {
        _messages.Insert(0, new JsonObject { ["id"] = Guid.NewGuid().ToString(), ["createdAt"] = 1_767_225_600 + _messages.Count, ["message"] = message });
        return this;
    }

    public JsonObject Describe(string name)
    {
        var deployments = _states.Count == 0 ? [] : _states[Math.Min(_looks, _states.Count - 1)];
        _looks++;
        return new JsonObject
        {
            ["serviceName"] = name,
            ["serviceArn"] = EcsDouble.ArnOf(name),
            ["status"] = "ACTIVE",
            ["desiredCount"] = 2,
            ["runningCount"] = deployments.Sum(deployment => deployment!["runningCount"]!.GetValue<int>()),
            ["deployments"] = deployments.DeepClone(),
            // What it says comes with the second look: the first one shows what was there before.
            ["events"] = new JsonArray([.. (_looks > 1 ? _messages : []).Select(message => message.DeepClone())]),
        };
    }

    private static JsonObject Deployment(string id, string status, string state, int running, int pending, int failed, int desired) => new()
    {
        ["id"] = id,
        ["status"] = status,
        ["rolloutState"] = state,
        ["runningCount"] = running,
        ["pendingCount"] = pending,
        ["failedTasks"] = failed,
        ["desiredCount"] = desired,
        ["taskDefinition"] = $"arn:aws:ecs:{AwsDouble.Region}:{AwsDouble.Account}:task-definition/shop-web:{id[^1]}",
    };

    private JsonObject Task(string status, string deployment, JsonObject more)
    {
        var id = (Running.Count + Stopped.Count + 1).ToString("x32", CultureInfo.InvariantCulture);
        more["taskArn"] = $"arn:aws:ecs:{AwsDouble.Region}:{AwsDouble.Account}:task/shop/{id}";
        more["lastStatus"] = status;
        more["startedBy"] = deployment;
        more["taskDefinitionArn"] = $"arn:aws:ecs:{AwsDouble.Region}:{AwsDouble.Account}:task-definition/shop-web:2";
        return more;
    }
}
