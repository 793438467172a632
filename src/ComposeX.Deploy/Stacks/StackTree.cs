using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation;

namespace ComposeX.Deploy.Stacks;

/// <summary>The events of a stack and of all stacks nested in it, each nested stack watched while its parent says it is busy.</summary>
internal sealed class StackTree
{
    private readonly IAmazonCloudFormation _cloudFormation;
    private readonly Dictionary<string, Branch> _branches = new(StringComparer.Ordinal);
    private readonly string _rootId;
    private readonly Queue<string> _waiting = [];
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly List<TreeEvent> _found = [];
    private DateTimeOffset? _began;

    public StackTree(IAmazonCloudFormation cloudFormation, string stackId, string? afterEvent, DateTimeOffset notBefore)
    {
        _cloudFormation = cloudFormation;
        _rootId = stackId;
        _branches[stackId] = new(new EventReader(cloudFormation, stackId, afterEvent, notBefore), "") { IsBusy = true };
    }

    /// <summary>What is new in the whole tree, oldest first. A look that failed half-way is finished by the next one.</summary>
    public async Task<IReadOnlyList<TreeEvent>> ReadAsync(CancellationToken cancellationToken)
    {
        if (_waiting.Count == 0)
            WaitFor([_rootId, .. _branches.Where(branch => branch.Key != _rootId && branch.Value.IsBusy).Select(branch => branch.Key)]);
        while (_waiting.TryPeek(out var stackId))
        {
            if (!_read.Contains(stackId))
            {
                var events = await ReadAsync(_branches[stackId], cancellationToken).ConfigureAwait(false);
                _found.AddRange(events);
                _read.Add(stackId);
                WaitFor(events.Where(candidate => candidate.IsOfNestedStack && !string.IsNullOrEmpty(candidate.Event.PhysicalResourceId)).Select(Note));
            }

            _waiting.Dequeue();
        }

        List<TreeEvent> news = [.. _found.OrderBy(found => found.Event.Timestamp)];
        _found.Clear();
        _read.Clear();
        return news;
    }

    private void WaitFor(IEnumerable<string> stackIds)
    {
        foreach (var stackId in stackIds)
            _waiting.Enqueue(stackId);
    }

    private async Task<IReadOnlyList<TreeEvent>> ReadAsync(Branch branch, CancellationToken cancellationToken)
    {
        var events = await branch.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        _began ??= events.Count > 0 ? events[0].Timestamp : null;
        return [.. events.Select(found => new TreeEvent(branch.Stack, found))];
    }

    private string Note(TreeEvent nested)
    {
        var stackId = nested.Event.PhysicalResourceId!;
        if (!_branches.TryGetValue(stackId, out var branch))
        {
            var path = TreePath.Below(nested.Stack, nested.Event.LogicalResourceId);
            branch = new(new EventReader(_cloudFormation, stackId, lastRead: null, _began ?? nested.Event.Timestamp), path);
            _branches[stackId] = branch;
        }

        branch.IsBusy = StackStatus.IsRunning(nested.Event.ResourceStatus);
        return stackId;
    }

    private sealed class Branch(EventReader reader, string stack)
    {
        public EventReader Reader { get; } = reader;

        public string Stack { get; } = stack;

        public bool IsBusy { get; set; }
    }
}
