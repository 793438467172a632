using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Wire;

namespace ComposeX.Deploy.Rollouts;

/// <summary>Asks ECS about services and their tasks, as many at once as it takes.</summary>
internal sealed class EcsReader(AwsServiceClient ecs)
{
    private const int ServicesPerCall = 10;
    private const int MostTasks = 100;

    /// <summary>The services that are there, by address.</summary>
    public async Task<IReadOnlyDictionary<ServiceAddress, ServiceState>> ServicesAsync(IEnumerable<ServiceAddress> addresses, CancellationToken cancellationToken)
    {
        var states = new Dictionary<ServiceAddress, ServiceState>();
        foreach (var cluster in addresses.Distinct().GroupBy(address => address.Cluster, StringComparer.Ordinal))
        {
            foreach (var some in cluster.Chunk(ServicesPerCall))
            {
                var answer = await ecs.JsonAsync("DescribeServices", new JsonObject { ["cluster"] = cluster.Key, ["services"] = Texts(some.Select(address => address.Service)) }, cancellationToken).ConfigureAwait(false);
                foreach (var state in Json.Each(answer, "services").Select(ServiceState.Read))
                    states[new(cluster.Key, state.Name)] = state;
            }
        }

        return states;
    }

    /// <summary>The tasks that ECS still remembers to have stopped, latest first; it forgets them after about an hour.</summary>
    public async Task<IReadOnlyList<StoppedTask>> StoppedAsync(ServiceAddress address, CancellationToken cancellationToken) =>
        [.. (await TasksAsync(address, "STOPPED", cancellationToken).ConfigureAwait(false)).Select(StoppedTask.Read).OrderByDescending(task => task.At)];

    public async Task<IReadOnlyList<RunningTask>> RunningAsync(ServiceAddress address, CancellationToken cancellationToken) =>
        [.. (await TasksAsync(address, "RUNNING", cancellationToken).ConfigureAwait(false)).Select(RunningTask.Read).OrderBy(task => task.Since).ThenBy(task => task.Id, StringComparer.Ordinal)];

    private async Task<IReadOnlyList<JsonNode>> TasksAsync(ServiceAddress address, string status, CancellationToken cancellationToken)
    {
        var listed = await ecs.JsonAsync("ListTasks", new JsonObject { ["cluster"] = address.Cluster, ["serviceName"] = address.Service, ["desiredStatus"] = status }, cancellationToken).ConfigureAwait(false);
        var arns = Json.Each(listed, "taskArns").Select(arn => arn.ToString()).Take(MostTasks).ToList();
        return arns.Count == 0
            ? []
            : [.. Json.Each(await ecs.JsonAsync("DescribeTasks", new JsonObject { ["cluster"] = address.Cluster, ["tasks"] = Texts(arns) }, cancellationToken).ConfigureAwait(false), "tasks")];
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);
}
