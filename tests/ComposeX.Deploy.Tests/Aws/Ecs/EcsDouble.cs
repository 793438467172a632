using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace ComposeX.Deploy.Tests.Aws.Ecs;

/// <summary>ECS as far as it is asked about services: their deployments, what they say, their tasks.</summary>
internal sealed class EcsDouble
{
    private const string Prefix = $"arn:aws:ecs:{AwsDouble.Region}:{AwsDouble.Account}:";

    private readonly Dictionary<string, ServiceDouble> _services = new(StringComparer.Ordinal);

    /// <summary>What a service of a logical id (<c>Service</c>) is like; others are not there.</summary>
    public ServiceDouble this[string logicalId]
    {
        get => _services.TryGetValue(logicalId, out var service) ? service : _services[logicalId] = new ServiceDouble();
        set => _services[logicalId] = value;
    }

    /// <summary>How a service is called by CloudFormation.</summary>
    public static string ArnOf(string name) => $"{Prefix}service/shop/{name}";

    public static bool Plays(string operation) => operation is "DescribeServices" or "ListTasks" or "DescribeTasks";

    public Answer Answer(string operation, JsonObject input)
    {
        if (input["cluster"]?.ToString() != "shop")
            throw new AwsError(400, "ClusterNotFoundException", "Cluster not found.");
        return Aws.Answer.Ok((operation switch
        {
            "DescribeServices" => Services(Texts(input, "services")),
            "ListTasks" => new JsonObject { ["taskArns"] = new JsonArray([.. Tasks(input).Select(task => task["taskArn"]!.DeepClone())]) },
            _ => new JsonObject { ["tasks"] = new JsonArray([.. AllTasks().Where(task => Texts(input, "tasks").Contains(task["taskArn"]!.ToString())).Select(task => task.DeepClone())]) },
        }).ToJsonString());
    }

    private JsonObject Services(IReadOnlyList<string> names)
    {
        if (names.Count > 10)
            throw new AwsError(400, "InvalidParameterException", "services can have at most 10 items.");
        var known = names.Select(name => (Name: name, Service: Find(name))).ToLookup(found => found.Service is not null);
        return new JsonObject
        {
            ["services"] = new JsonArray([.. known[true].Select(found => found.Service!.Describe(found.Name))]),
            ["failures"] = new JsonArray([.. known[false].Select(found => new JsonObject { ["arn"] = ArnOf(found.Name), ["reason"] = "MISSING" })]),
        };
    }

    private IEnumerable<JsonObject> Tasks(JsonObject input)
    {
        var service = Find(input["serviceName"]!.ToString()) ?? throw new AwsError(400, "ServiceNotFoundException", "Service not found.");
        return input["desiredStatus"]!.ToString() == "STOPPED" ? service.Stopped : service.Running;
    }

    private IEnumerable<JsonObject> AllTasks() => _services.Values.SelectMany(service => service.Stopped.Concat(service.Running));

    // CloudFormation's names hold the logical id between hyphens.
    private ServiceDouble? Find(string name) => _services.FirstOrDefault(service => name.Contains("-" + service.Key + "-", StringComparison.Ordinal)).Value;

    private static List<string> Texts(JsonObject input, string name) => [.. input[name]!.AsArray().Select(text => text!.ToString())];
}
