using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Stacks;

namespace ComposeX.Deploy.Operations;

/// <summary>What outlives a stack by its deletion policies: read from the templates before, and from the events after.</summary>
internal sealed class Keepsakes
{
    private readonly List<(string Key, string Name, string Type, string? PhysicalId, bool IsSnapshot)> _announced = [];

    /// <summary>Reads them; what cannot be read is left to the events.</summary>
    public static async Task<Keepsakes> ReadAsync(Session session, string stackId)
    {
        var keepsakes = new Keepsakes();
        try
        {
            foreach (var contents in await StackContents.ReadAsync(session.Aws.CloudFormation, stackId, session.Stop).ConfigureAwait(false))
                keepsakes.Add(session, contents, await DeletionPolicies.ReadAsync(session.Aws.CloudFormation, contents.StackId, session.Stop).ConfigureAwait(false));
        }
        catch (Exception exception) when (!session.Stop.IsCancellationRequested && AwsFailures.Describe(exception) is not null)
        {
            // The deletion itself does not depend on it.
        }

        return keepsakes;
    }

    public IEnumerable<string> Lines(Session session, IReadOnlyList<TreeEvent> events)
    {
        var skipped = events.Where(found => found.Event.ResourceStatus == "DELETE_SKIPPED").DistinctBy(found => found.Key).ToList();
        var told = events.Where(found => !StackStatus.IsRunning(found.Event.ResourceStatus)).Select(found => found.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. skipped.Select(found => $"  kept: {TreePath.Name(found.Stack, found.Event.LogicalResourceId, session.Origins)} ({found.Event.ResourceType}) {found.Event.PhysicalResourceId}"),
            .. _announced.Where(kept => !kept.IsSnapshot && !told.Contains(kept.Key)).Select(kept => $"  kept: {kept.Name} ({kept.Type}) {kept.PhysicalId}"),
            .. _announced.Where(kept => kept.IsSnapshot).Select(kept => $"  kept as a snapshot: {kept.Name} ({kept.Type}) {kept.PhysicalId}"),
        ];
    }

    private void Add(Session session, StackContents contents, DeletionPolicies policies)
    {
        foreach (var resource in contents.Resources.Where(resource => policies.Retains(resource.LogicalResourceId) || policies.Of(resource.LogicalResourceId) == "Snapshot"))
        {
            _announced.Add((
                contents.Stack + "/" + resource.LogicalResourceId,
                TreePath.Name(contents.Stack, resource.LogicalResourceId, session.Origins),
                resource.ResourceType,
                resource.PhysicalResourceId,
                policies.Of(resource.LogicalResourceId) == "Snapshot"));
        }
    }
}
