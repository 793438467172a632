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
    private DateTimeOffset? _began;

    public StackTree(IAmazonCloudFormation cloudFormation, string stackId, string? afterEvent, DateTimeOffset notBefore)
    {
        _cloudFormation = cloudFormation;
        _rootId = stackId;
        _branches[stackId] = new(new EventReader(cloudFormation, stackId, afterEvent, notBefore), "") { IsBusy = true };
    }

    /// <summary>What is new in the whole tree, oldest first.</summary>
    public async Task<IReadOnlyList<TreeEvent>> ReadAsync(CancellationToken cancellationToken)
    {
        var found = new List<TreeEvent>();
        var waiting = new Queue<string>([_rootId, .. _branches.Where(branch => branch.Key != _rootId && branch.Value.IsBusy).Select(branch => branch.Key)]);
        var read = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var stackId))
        {
            if (!read.Add(stackId))
                continue;
            var events = await ReadAsync(_branches[stackId], cancellationToken).ConfigureAwait(false);
            found.AddRange(events);
            foreach (var nested in events.Where(candidate => candidate.IsOfNestedStack && !string.IsNullOrEmpty(candidate.Event.PhysicalResourceId)))
                waiting.Enqueue(Note(nested));
        }

        return [.. found.OrderBy(found => found.Event.Timestamp)];
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
            var path = nested.Stack.Length == 0 ? nested.Event.LogicalResourceId : nested.Stack + "/" + nested.Event.LogicalResourceId;
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
