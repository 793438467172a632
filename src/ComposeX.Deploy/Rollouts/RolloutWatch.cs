using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Aws.Wire;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Stacks;
using ComposeX.Deploy.Templates;

namespace ComposeX.Deploy.Rollouts;

/// <summary>
/// Shows how far ECS services in progress are and why their tasks stop. It asks seldom, and a permission that is
/// missing or a call that fails costs what it would have shown, never the deployment.
/// </summary>
internal sealed class RolloutWatch(Func<AwsServiceClient> ecs, Reporter reporter, string stackName, Origins origins, Pace pace, TimeProvider time) : IStackWatch
{
    /// <summary>After so many looks in a row that failed nobody looks again.</summary>
    private const int Patience = 3;

    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(20);

    private readonly SortedDictionary<string, WatchedService> _services = new(StringComparer.Ordinal);
    private DateTimeOffset _lastLook = time.GetUtcNow();
    private EcsReader? _ecs;
    private int _failedLooks;
    private bool _isOff;

    public async Task LookAsync(IReadOnlyList<TreeEvent> news, CancellationToken cancellationToken)
    {
        var failed = news.Where(Note).Select(found => _services[found.Key]).Distinct().ToList();
        var watched = _services.Values.Where(service => service.IsInProgress).Union(failed).ToList();
        if (_isOff || watched.Count == 0 || (failed.Count == 0 && time.GetUtcNow() - _lastLook < pace.Rollouts))
            return;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LongestLook);
        try
        {
            await LookAsync(watched, failed, patience.Token).ConfigureAwait(false);
            _failedLooks = 0;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && AwsFailures.Describe(exception) is { } reason)
        {
            _isOff = reason.Code == AwsDiagnostics.ForbiddenCode || ++_failedLooks >= Patience;
            if (_isOff)
                reporter.Progress($"  the rollout of services cannot be shown: {reason.Message}");
        }

        _lastLook = time.GetUtcNow();
    }

    public string Explain(TreeEvent failed) => _services.TryGetValue(failed.Key, out var service) ? service.Explanation() : "";

    // Says whether the event is the failure of a service.
    private bool Note(TreeEvent found)
    {
        if (found.Event.ResourceType != ServiceAddress.ServiceType || ServiceAddress.Parse(found.Event.PhysicalResourceId) is not { } address)
            return false;
        if (!_services.TryGetValue(found.Key, out var service) || service.Address != address)
            _services[found.Key] = service = new(address, TreePath.Of(stackName, found, origins));
        service.IsInProgress = StackStatus.IsRunning(found.Event.ResourceStatus) && !found.Event.ResourceStatus.StartsWith("DELETE", StringComparison.Ordinal);
        return StackStatus.IsFailure(found.Event.ResourceStatus);
    }

    private async Task LookAsync(IReadOnlyList<WatchedService> watched, IReadOnlyList<WatchedService> failed, CancellationToken cancellationToken)
    {
        _ecs ??= new EcsReader(ecs());
        var states = await _ecs.ServicesAsync(watched.Select(service => service.Address), cancellationToken).ConfigureAwait(false);
        foreach (var service in watched)
        {
            if (states.TryGetValue(service.Address, out var state))
                Say(service.News(state));
            if (service.HasNewFailures || failed.Contains(service))
                Say(service.NewReasons(await _ecs.StoppedAsync(service.Address, cancellationToken).ConfigureAwait(false)));
        }
    }

    private void Say(IEnumerable<string> lines) =>
        reporter.Progress(lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"  {time.GetUtcNow():HH:mm:ss}  {line}")));
}
