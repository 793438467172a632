using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation;
using ComposeX.Deploy.Aws.CloudFormation.Model;

namespace ComposeX.Deploy.Stacks;

/// <summary>Reads the events of one stack that were not read before.</summary>
internal sealed class EventReader(IAmazonCloudFormation cloudFormation, string stackId, string? lastRead, DateTimeOffset notBefore)
{
    private string? _lastRead = lastRead;

    /// <summary>The newest event's id, from which a later reader can go on; null when there is none.</summary>
    public static async Task<string?> NewestAsync(IAmazonCloudFormation cloudFormation, string stackId, CancellationToken cancellationToken)
    {
        var page = await new EventReader(cloudFormation, stackId, lastRead: null, DateTimeOffset.MinValue).PageAsync(next: null, cancellationToken).ConfigureAwait(false);
        return page.StackEvents is [var newest, ..] ? newest.EventId : null;
    }

    /// <summary>When the latest operation on a stack began.</summary>
    public static async Task<DateTimeOffset> BeginningAsync(IAmazonCloudFormation cloudFormation, string stackId, CancellationToken cancellationToken)
    {
        var reader = new EventReader(cloudFormation, stackId, lastRead: null, DateTimeOffset.MinValue);
        DescribeStackEventsResponse? page = null;
        do
        {
            page = await reader.PageAsync(page?.NextToken, cancellationToken).ConfigureAwait(false);
            if (page.StackEvents.FirstOrDefault(found => found.PhysicalResourceId == stackId && StackStatus.IsBeginning(found.ResourceStatus)) is { } beginning)
                return beginning.Timestamp;
        }
        while (!string.IsNullOrEmpty(page.NextToken));
        return DateTimeOffset.MinValue;
    }

    /// <summary>What is new, oldest first.</summary>
    public async Task<IReadOnlyList<StackEvent>> ReadAsync(CancellationToken cancellationToken)
    {
        var found = new List<StackEvent>();
        string? next = null;
        do
        {
            var page = await PageAsync(next, cancellationToken).ConfigureAwait(false);
            var fresh = page.StackEvents.TakeWhile(IsFresh).ToList();
            found.AddRange(fresh);
            next = fresh.Count == page.StackEvents.Count ? page.NextToken : null;
        }
        while (!string.IsNullOrEmpty(next));
        _lastRead = found.FirstOrDefault()?.EventId ?? _lastRead;
        found.Reverse();
        return found;
    }

    private bool IsFresh(StackEvent candidate) => candidate.EventId != _lastRead && candidate.Timestamp >= notBefore;

    private async Task<DescribeStackEventsResponse> PageAsync(string? next, CancellationToken cancellationToken)
    {
        try
        {
            return await cloudFormation.DescribeStackEventsAsync(new DescribeStackEventsRequest { StackName = stackId, NextToken = next }, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonCloudFormationException exception) when (StackLookup.IsMissing(exception) || StackLookup.IsUnknown(exception))
        {
            return new DescribeStackEventsResponse();
        }
    }
}
