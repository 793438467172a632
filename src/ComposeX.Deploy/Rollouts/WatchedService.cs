using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Deploy.Rollouts;

/// <summary>A service whose rollout is watched, and what was already said of it.</summary>
/// <param name="path">Its place in the tree of stacks, for a person.</param>
internal sealed class WatchedService(ServiceAddress address, string path)
{
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private readonly HashSet<string> _settled = new(StringComparer.Ordinal);
    private DateTimeOffset? _lastMessage;
    private string? _lastLine;
    private int _failedTasks;
    private bool _isKnown;

    public ServiceAddress Address => address;

    public bool IsInProgress { get; set; } = true;

    /// <summary>Whether its tasks should be asked why they stopped.</summary>
    public bool HasNewFailures { get; private set; }

    /// <summary>What is new since the last look: how far it is, and what ECS complains of.</summary>
    public IEnumerable<string> News(ServiceState state)
    {
        _settled.UnionWith(state.Deployments.Where(deployment => !_isKnown && deployment.RolloutState == "COMPLETED" && deployment.Failed == 0).Select(deployment => deployment.Id));
        HasNewFailures = state.FailedTasks > _failedTasks;
        _failedTasks = state.FailedTasks;
        return [.. Progress(state), .. Complaints(state)];
    }

    /// <summary>Each reason for which tasks of this rollout stopped, once; those of what ran before are not asked for.</summary>
    public IEnumerable<string> NewReasons(IReadOnlyList<StoppedTask> stopped)
    {
        HasNewFailures = false;
        var told = stopped.Where(task => !task.IsOrdinary && !_settled.Contains(task.StartedBy)).GroupBy(task => task.Reason, StringComparer.Ordinal).ToList();
        foreach (var reason in told)
        {
            var isNew = !_reasons.ContainsKey(reason.Key);
            _reasons[reason.Key] = reason.Count();
            if (isNew)
                yield return $"{path}  a task stopped: {reason.Key}{(TaskAdvice.For(reason.Key) is { } advice ? "  → " + advice : "")}";
        }
    }

    /// <summary>The reasons as sentences, most frequent first, and the advice for the first; empty when none are known.</summary>
    public string Explanation()
    {
        var reasons = _reasons.OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key, StringComparer.Ordinal).Select(reason => reason.Key).ToList();
        return reasons.Count == 0 ? "" : $"Tasks stopped: {string.Join("; ", reasons)}. {reasons.Select(TaskAdvice.For).FirstOrDefault(advice => advice is not null)}".TrimEnd();
    }

    private IEnumerable<string> Progress(ServiceState state)
    {
        if (state.Newest is not { } newest)
            yield break;
        var line = $"{path}  rollout{(newest.RolloutState is { } rollout ? " " + rollout : "")}, {newest.Counts}{Others(state, newest)}";
        if (line != _lastLine)
            yield return line;
        _lastLine = line;
    }

    private static string Others(ServiceState state, Deployment newest) =>
        state.Deployments.Where(deployment => deployment != newest).Sum(deployment => deployment.Running) is > 0 and var running ? $", {running} of the one before" : "";

    // At the first look only what ECS said since tells of this rollout; what it said before is history.
    private IEnumerable<string> Complaints(ServiceState state)
    {
        var fresh = _isKnown ? state.Messages.Where(message => message.At is null || _lastMessage is null || message.At > _lastMessage).ToList() : [];
        (_isKnown, _lastMessage) = (true, (state.Messages is [.., var last] ? last.At : null) ?? _lastMessage);
        return fresh.Where(message => message.IsTrouble && _said.Add(message.Text)).Select(message => $"{path}  ECS: {message.Text}");
    }
}
