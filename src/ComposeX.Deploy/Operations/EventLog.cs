using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Stacks;
using ComposeX.Deploy.Templates;

namespace ComposeX.Deploy.Operations;

/// <summary>Prints events as one tree, a line each, and after a silence what is still in progress and for how long.</summary>
internal sealed class EventLog(Reporter reporter, string stackName, Origins origins, TimeProvider time, Pace pace) : IEventLog
{
    private static readonly HashSet<string> SaidByTheParent = new(StringComparer.Ordinal)
    {
        "CREATE_IN_PROGRESS", "CREATE_COMPLETE", "CREATE_FAILED", "UPDATE_IN_PROGRESS", "UPDATE_COMPLETE", "UPDATE_FAILED", "DELETE_IN_PROGRESS", "DELETE_COMPLETE", "DELETE_FAILED",
    };

    private readonly SortedDictionary<string, (string Path, DateTimeOffset Since)> _running = new(StringComparer.Ordinal);
    private DateTimeOffset _lastSpoke = time.GetUtcNow();

    public static string Line(TreeEvent found, string stackName, Origins origins)
    {
        var happened = found.Event;
        var reason = string.IsNullOrEmpty(happened.ResourceStatusReason) ? "" : "  " + happened.ResourceStatusReason;
        return string.Create(CultureInfo.InvariantCulture, $"  {happened.Timestamp:HH:mm:ss}  {TreePath.Of(stackName, found, origins)}  {happened.ResourceStatus}  {happened.ResourceType}{reason}");
    }

    public void Show(IReadOnlyList<TreeEvent> news)
    {
        foreach (var found in news)
        {
            if (!Repeats(found))
                Say(Line(found, stackName, origins));
            if (WaitAdvice.For(found.Event) is { } advice)
                Say("            " + advice);
            Note(found, news[^1].Event.Timestamp);
        }

        if (time.GetUtcNow() - _lastSpoke >= pace.Heartbeat)
            Say("  still in progress: " + StillRunning());
    }

    // CloudFormation reports a second CREATE_IN_PROGRESS when a resource has its id, and what a nested stack says of
    // itself its parent says too: neither is news to a person.
    private bool Repeats(TreeEvent found) => found.IsOfStackItself
        ? found.Stack.Length > 0 && SaidByTheParent.Contains(found.Event.ResourceStatus)
        : StackStatus.IsRunning(found.Event.ResourceStatus) && _running.ContainsKey(found.Key) && found.Event.ResourceStatusReason is null or "" or "Resource creation Initiated";

    // How long is counted by our own clock, and from AWS's only differences are taken: the two need not agree.
    private void Note(TreeEvent found, DateTimeOffset newest)
    {
        if (found.IsOfStackItself)
            return;
        if (!StackStatus.IsRunning(found.Event.ResourceStatus))
            _running.Remove(found.Key);
        else if (!_running.ContainsKey(found.Key))
            _running[found.Key] = (TreePath.Of(stackName, found, origins), time.GetUtcNow() - (newest - found.Event.Timestamp));
    }

    // A nested stack is in progress because something in it is.
    private string StillRunning()
    {
        var leaves = _running.Where(running => !_running.Keys.Any(other => other.StartsWith(InsideOf(running.Key), StringComparison.Ordinal))).Select(running => running.Value).ToList();
        return leaves.Count == 0
            ? "waiting for CloudFormation"
            : string.Join(", ", leaves.Select(running => $"{running.Path}, {Elapsed(time.GetUtcNow() - running.Since)}"));
    }

    private static string InsideOf(string key) => key.TrimStart('/') + "/";

    private static string Elapsed(TimeSpan span) => span.TotalMinutes >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes}m{span.Seconds:00}s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (int)span.TotalSeconds)}s");

    private void Say(string line)
    {
        reporter.Progress(line);
        _lastSpoke = time.GetUtcNow();
    }
}
