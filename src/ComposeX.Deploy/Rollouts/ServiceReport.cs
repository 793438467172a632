using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Aws.Wire;

namespace ComposeX.Deploy.Rollouts;

/// <summary>The services of a stack with their rollouts and tasks, for a person.</summary>
internal static class ServiceReport
{
    private const int StoppedShown = 3;

    public static async Task<IReadOnlyList<string>> OfAsync(Func<AwsServiceClient> ecs, IReadOnlyList<(string Name, ServiceAddress Address)> services, CancellationToken cancellationToken)
    {
        if (services.Count == 0)
            return [];
        try
        {
            var lines = new List<string> { "Services" };
            var reader = new EcsReader(ecs());
            var states = await reader.ServicesAsync(services.Select(service => service.Address), cancellationToken).ConfigureAwait(false);
            foreach (var (name, address) in services)
                lines.AddRange(await LinesAsync(reader, name, address, states.GetValueOrDefault(address), cancellationToken).ConfigureAwait(false));
            return lines;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && AwsFailures.Describe(exception) is { } reason)
        {
            return [$"The services cannot be shown: {reason.Message}"];
        }
    }

    private static async Task<IEnumerable<string>> LinesAsync(EcsReader reader, string name, ServiceAddress address, ServiceState? state, CancellationToken cancellationToken)
    {
        if (state is null)
            return [$"  {name}  is not there"];
        var running = await reader.RunningAsync(address, cancellationToken).ConfigureAwait(false);
        var stopped = await reader.StoppedAsync(address, cancellationToken).ConfigureAwait(false);
        var summary = string.Create(CultureInfo.InvariantCulture, $"  {name}  {state.Status}  {state.Running} of {state.Desired} running{(state.Newest?.RolloutState is { } rollout ? $"  rollout {rollout}" : "")}");
        return
        [
            summary,
            .. state.Deployments.Where(deployment => state.Deployments.Count > 1 || deployment.RolloutState != "COMPLETED").Select(deployment => $"    deployment {deployment.TaskDefinition}  {deployment.Status}  {deployment.Counts}{(deployment.Reason is { Length: > 0 } reason ? "  " + reason : "")}"),
            .. running.Select(task => $"    task {task.Id}  {task.Status}{(task.Health is { } health ? "  " + health : "")}  {task.TaskDefinition}{Since(task.Since)}"),
            .. stopped.Where(task => !task.IsOrdinary).DistinctBy(task => task.Reason, StringComparer.Ordinal).Take(StoppedShown).Select(task => $"    stopped{Since(task.At)}: {task.Reason}{(TaskAdvice.For(task.Reason) is { } advice ? "  → " + advice : "")}"),
        ];
    }

    private static string Since(DateTimeOffset? at) => at is { } time ? string.Create(CultureInfo.InvariantCulture, $"  {time:yyyy-MM-dd HH:mm:ss} UTC") : "";
}
