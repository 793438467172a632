using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Stacks;
using ComposeX.Deploy.Templates;

namespace ComposeX.Deploy.Operations;

/// <summary>Prints events as one tree, a line each, and after a silence what is still in progress and for how long.</summary>
internal sealed class EventLog(Reporter reporter, Origins origins, TimeProvider time, Pace pace) : IEventLog
{
    private readonly SortedDictionary<string, (string Name, DateTimeOffset Since)> _running = new(StringComparer.Ordinal);
    private DateTimeOffset _lastSpoke = time.GetUtcNow();

    public static string Line(TreeEvent found, Origins origins)
    {
        var happened = found.Event;
        var indent = new string(' ', 2 * (found.Stack.Length == 0 ? 0 : found.Stack.Split('/').Length));
        var reason = string.IsNullOrEmpty(happened.ResourceStatusReason) ? "" : "  " + happened.ResourceStatusReason;
        return string.Create(CultureInfo.InvariantCulture, $"  {happened.Timestamp:HH:mm:ss}  {indent}{NameOf(found, origins)}  {happened.ResourceType}  {happened.ResourceStatus}{reason}");
    }

    public void Show(IReadOnlyList<TreeEvent> news)
    {
        foreach (var found in news.Where(found => !Repeats(found)))
            Say(Line(found, origins));
        foreach (var found in news)
            Note(found);
        if (time.GetUtcNow() - _lastSpoke >= pace.Heartbeat)
            Say("  still in progress: " + StillRunning());
    }

    private static string NameOf(TreeEvent found, Origins origins) =>
        found.Stack.Length == 0 || found.IsOfStackItself ? found.Event.LogicalResourceId : origins.NameOf(found.Stack) + "/" + found.Event.LogicalResourceId;

    // CloudFormation reports a second CREATE_IN_PROGRESS when a resource has its id; it is no news to a person.
    private bool Repeats(TreeEvent found) => StackStatus.IsRunning(found.Event.ResourceStatus) && _running.ContainsKey(found.Key) && found.Event.ResourceStatusReason == "Resource creation Initiated";

    private void Note(TreeEvent found)
    {
        if (found.IsOfStackItself)
            return;
        if (!StackStatus.IsRunning(found.Event.ResourceStatus))
            _running.Remove(found.Key);
        else if (!_running.ContainsKey(found.Key))
            _running[found.Key] = (NameOf(found, origins), found.Event.Timestamp);
    }

    private string StillRunning() => _running.Count == 0
        ? "waiting for CloudFormation"
        : string.Join(", ", _running.Values.Select(running => $"{running.Name} ({Elapsed(time.GetUtcNow() - running.Since)})"));

    private static string Elapsed(TimeSpan span) => span.TotalMinutes >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes}m {span.Seconds}s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (int)span.TotalSeconds)}s");

    private void Say(string line)
    {
        reporter.Progress(line);
        _lastSpoke = time.GetUtcNow();
    }
}
