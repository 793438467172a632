using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation;
using ComposeX.Deploy.Aws.CloudFormation.Model;

namespace ComposeX.Deploy.Stacks;

/// <summary>Follows a running operation, with all nested stacks, until its stack comes to rest.</summary>
internal sealed class StackFollower(IAmazonCloudFormation cloudFormation, Pace pace, TimeProvider time, IEventLog log, IStackWatch watch, Outage outage)
{
    /// <summary>How many more looks events get to catch up with the state, which CloudFormation tells us apart.</summary>
    private const int Patience = 5;

    private readonly List<TreeEvent> _events = [];
    private StackTree? _tree;

    /// <summary>All events of the operation so far, oldest first.</summary>
    public IReadOnlyList<TreeEvent> Events => _events;

    /// <summary>What is known of why a resource failed, beyond what CloudFormation says; empty when nothing.</summary>
    public string Explain(TreeEvent failed) => watch.Explain(failed);

    /// <summary>Takes up an operation that was begun after a certain event.</summary>
    public StackFollower After(string stackId, string? eventId)
    {
        _tree = new StackTree(cloudFormation, stackId, eventId, DateTimeOffset.MinValue);
        return this;
    }

    /// <summary>Takes up an operation that somebody began before us.</summary>
    public async Task<StackFollower> FromItsBeginningAsync(string stackId, CancellationToken cancellationToken)
    {
        var beginning = await EventReader.BeginningAsync(cloudFormation, stackId, cancellationToken).ConfigureAwait(false);
        _tree = new StackTree(cloudFormation, stackId, afterEvent: null, beginning);
        return this;
    }

    /// <summary>The stack at rest; null when it is gone. Can be called again to go on after a cancelled wait.</summary>
    public async Task<Stack?> FollowAsync(string stackId, CancellationToken cancellationToken)
    {
        var wait = pace.First;
        for (var looksAtRest = 0; ;)
        {
            // First the state, then the events: what came to rest has no events after it.
            var stack = await outage.RideOutAsync(() => cloudFormation.FindAsync(stackId, cancellationToken), cancellationToken).ConfigureAwait(false);
            var news = await outage.RideOutAsync(() => _tree!.ReadAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            _events.AddRange(news);
            log.Show(news);
            await watch.LookAsync(news, cancellationToken).ConfigureAwait(false);
            if (StackStatus.StateOf(stack) != StackState.Running && (IsConfirmed(stack) || ++looksAtRest >= Patience))
                return stack;
            wait = news.Count > 0 ? pace.First : pace.After(wait);
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    // Right after an operation was asked for, a stack may still be shown as it was before.
    private bool IsConfirmed(Stack? stack) =>
        _events.LastOrDefault(found => found.Stack.Length == 0 && found.IsOfStackItself)?.Event.ResourceStatus == (stack?.StackStatus ?? "DELETE_COMPLETE");
}
