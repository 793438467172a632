using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.CloudFormation.Manifests;
using ComposeX.Deploy.Aws.CloudFormation;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Stacks;
using ComposeX.Deploy.Templates;

namespace ComposeX.Deploy.Plans;

/// <summary>Reads a change set and those of the stacks nested in it as one plan.</summary>
internal sealed class PlanReader(IAmazonCloudFormation cloudFormation, Manifest manifest, Origins origins)
{
    private const string StackType = TreeEvent.StackType;

    public async Task<Plan> ReadAsync(string stackName, bool isNew, string changeSetId, CancellationToken cancellationToken)
    {
        var changes = new List<PlannedChange>();
        await ReadAsync(changeSetId, "", changes, cancellationToken).ConfigureAwait(false);
        return new(stackName, isNew, changes);
    }

    /// <summary>What creating every stack of a manifest would do, for when CloudFormation cannot be asked.</summary>
    public static Plan AllNew(OutputFolder folder, string stackName, Origins origins) =>
        new(stackName, IsNew: true, [.. folder.Manifest.Stacks.SelectMany(stack => Added(stack, origins))]);

    private static IEnumerable<PlannedChange> Added(ManifestStack stack, Origins origins) => stack.Resources
        .Where(resource => resource.Type != StackType)
        .Select(resource => new PlannedChange(origins.NameOf(stack.LogicalId ?? ""), resource.LogicalId, resource.Type, ChangeKind.Add, origins.Find(stack.LogicalId ?? "", resource.LogicalId)));

    private async Task ReadAsync(string changeSetId, string stack, List<PlannedChange> changes, CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await cloudFormation.DescribeChangeSetAsync(
                new DescribeChangeSetRequest { ChangeSetName = changeSetId, IncludePropertyValues = true, NextToken = next },
                cancellationToken).ConfigureAwait(false);
            foreach (var change in page.Changes)
                await AddAsync(change, stack, changes, cancellationToken).ConfigureAwait(false);
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
    }

    private async Task AddAsync(ResourceChange change, string stack, List<PlannedChange> changes, CancellationToken cancellationToken)
    {
        var inside = changes.Count;
        if (change.ResourceType == StackType)
            await AddNestedAsync(change, TreePath.Below(stack, change.LogicalResourceId), changes, cancellationToken).ConfigureAwait(false);

        // A nested stack's own line tells nothing beyond the lines of what is in it.
        if (changes.Count == inside)
            changes.Add(Planned(change, stack));
    }

    private Task AddNestedAsync(ResourceChange change, string nested, List<PlannedChange> changes, CancellationToken cancellationToken) => change switch
    {
        { ChangeSetId.Length: > 0 } => ReadAsync(change.ChangeSetId, nested, changes, cancellationToken),
        { Action: "Remove", PhysicalResourceId.Length: > 0 } => AddRemovedAsync(change.PhysicalResourceId, nested, keep: [], changes, cancellationToken),
        { Action: "Add" } when ManifestOf(nested) is { } stack => Add(Added(stack, origins), changes),
        { Action: "Modify", PhysicalResourceId.Length: > 0 } when ManifestOf(nested) is { } stack => AddUnseenAsync(change.PhysicalResourceId, stack, nested, changes, cancellationToken),
        _ => Task.CompletedTask,
    };

    // An emulation without nested change sets: what comes and what goes is known from the template's names, the rest is not.
    private async Task AddUnseenAsync(string stackId, ManifestStack stack, string nested, List<PlannedChange> changes, CancellationToken cancellationToken)
    {
        var response = await cloudFormation.DescribeStackResourcesAsync(new DescribeStackResourcesRequest { StackName = stackId }, cancellationToken).ConfigureAwait(false);
        var present = response.StackResources.Select(resource => resource.LogicalResourceId).ToHashSet(StringComparer.Ordinal);
        changes.AddRange(Added(stack, origins).Where(change => !present.Contains(change.LogicalId)));
        await AddRemovedAsync(stackId, nested, [.. stack.Resources.Select(resource => resource.LogicalId)], changes, cancellationToken).ConfigureAwait(false);
        changes.Add(new(origins.NameOf(nested), "", StackType, ChangeKind.Unseen, Origin: null));
    }

    // A nested stack that is removed takes all its resources with it; CloudFormation does not list them.
    private async Task AddRemovedAsync(string stackId, string stack, HashSet<string> keep, List<PlannedChange> changes, CancellationToken cancellationToken)
    {
        var response = await cloudFormation.DescribeStackResourcesAsync(new DescribeStackResourcesRequest { StackName = stackId }, cancellationToken).ConfigureAwait(false);
        var removed = response.StackResources.Where(resource => resource.ResourceStatus != "DELETE_COMPLETE" && !keep.Contains(resource.LogicalResourceId)).ToList();
        var policies = removed.Count == 0 ? null : await DeletionPolicies.ReadAsync(cloudFormation, stackId, cancellationToken).ConfigureAwait(false);
        foreach (var resource in removed)
        {
            if (resource is { ResourceType: StackType, PhysicalResourceId.Length: > 0 } && !policies!.Retains(resource.LogicalResourceId))
                await AddRemovedAsync(resource.PhysicalResourceId, TreePath.Below(stack, resource.LogicalResourceId), keep: [], changes, cancellationToken).ConfigureAwait(false);
            else
                changes.Add(Removed(resource, stack, policies!));
        }
    }

    private PlannedChange Removed(StackResource resource, string stack, DeletionPolicies policies) =>
        new(origins.NameOf(stack), resource.LogicalResourceId, resource.ResourceType, ChangeKind.Remove, Origin: null)
        {
            PhysicalId = resource.PhysicalResourceId,
            PolicyAction = policies.Retains(resource.LogicalResourceId) ? "Retain" : policies.Of(resource.LogicalResourceId),
        };

    private PlannedChange Planned(ResourceChange change, string stack)
    {
        IReadOnlyList<PlannedProperty> properties = change.Action is "Add" or "Remove" ? [] : PropertyReader.Read(change);
        var kind = KindOf(change, properties);
        return new(origins.NameOf(stack), change.LogicalResourceId, change.ResourceType, kind, kind == ChangeKind.Remove ? null : origins.Find(stack, change.LogicalResourceId))
        {
            PhysicalId = change.PhysicalResourceId,
            PolicyAction = change.PolicyAction,
            Properties = properties,
        };
    }

    private ManifestStack? ManifestOf(string nested) => manifest.Stacks.FirstOrDefault(stack => stack.LogicalId == nested);

    private static Task Add(IEnumerable<PlannedChange> added, List<PlannedChange> changes)
    {
        changes.AddRange(added);
        return Task.CompletedTask;
    }

    private static ChangeKind KindOf(ResourceChange change, IReadOnlyList<PlannedProperty> properties) => (change.Action, change.Replacement) switch
    {
        ("Add", _) => ChangeKind.Add,
        ("Remove", _) => ChangeKind.Remove,
        ("Import", _) => ChangeKind.Import,
        (_, "True") => ChangeKind.Replace,
        (_, "Conditional") => ChangeKind.MayReplace,
        ("Dynamic", _) => ChangeKind.MayReplace,
        (_, null or "") when properties.Any(property => property.Recreation == "Always") => ChangeKind.Replace,
        _ => ChangeKind.Modify,
    };
}
