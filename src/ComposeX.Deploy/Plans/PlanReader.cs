using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Templates;

namespace ComposeX.Deploy.Plans;

/// <summary>Reads a change set and those of the stacks nested in it as one plan.</summary>
internal sealed class PlanReader(IAmazonCloudFormation cloudFormation, Origins origins)
{
    private const string StackType = "AWS::CloudFormation::Stack";

    public async Task<Plan> ReadAsync(string stackName, bool isNew, string changeSetId, CancellationToken cancellationToken)
    {
        var changes = new List<PlannedChange>();
        await ReadAsync(changeSetId, "", changes, cancellationToken).ConfigureAwait(false);
        return new(stackName, isNew, changes);
    }

    /// <summary>What creating every stack of a manifest would do, for when CloudFormation cannot be asked.</summary>
    public static Plan AllNew(OutputFolder folder, string stackName, Origins origins) => new(
        stackName,
        IsNew: true,
        [
            .. folder.Manifest.Stacks.SelectMany(stack => stack.Resources
                .Where(resource => resource.Type != StackType)
                .Select(resource => new PlannedChange(origins.NameOf(stack.LogicalId ?? ""), resource.LogicalId, resource.Type, ChangeKind.Add, origins.Find(stack.LogicalId ?? "", resource.LogicalId)))),
        ]);

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
        var nested = stack.Length == 0 ? change.LogicalResourceId : stack + "/" + change.LogicalResourceId;
        if (change.ResourceType == StackType && !string.IsNullOrEmpty(change.ChangeSetId))
            await ReadAsync(change.ChangeSetId, nested, changes, cancellationToken).ConfigureAwait(false);
        else if (change.ResourceType == StackType && change.Action == "Remove" && change.PhysicalResourceId is { Length: > 0 } id)
            await AddRemovedAsync(id, nested, changes, cancellationToken).ConfigureAwait(false);

        // A nested stack's own line tells nothing beyond the lines of what is in it.
        if (changes.Count == inside)
            changes.Add(Planned(change, stack));
    }

    // A nested stack that is removed takes all its resources with it; CloudFormation does not list them.
    private async Task AddRemovedAsync(string stackId, string stack, List<PlannedChange> changes, CancellationToken cancellationToken)
    {
        var response = await cloudFormation.DescribeStackResourcesAsync(new DescribeStackResourcesRequest { StackName = stackId }, cancellationToken).ConfigureAwait(false);
        foreach (var resource in response.StackResources.Where(resource => resource.ResourceStatus != "DELETE_COMPLETE"))
            changes.Add(new(origins.NameOf(stack), resource.LogicalResourceId, resource.ResourceType, ChangeKind.Remove, Origin: null));
    }

    private PlannedChange Planned(ResourceChange change, string stack)
    {
        var kind = KindOf(change);
        return new(origins.NameOf(stack), change.LogicalResourceId, change.ResourceType, kind, kind == ChangeKind.Remove ? null : origins.Find(stack, change.LogicalResourceId))
        {
            PolicyAction = change.PolicyAction,
            Properties = kind is ChangeKind.Add or ChangeKind.Remove ? [] : [.. change.Details.Select(Property).Distinct()],
        };
    }

    private static PlannedProperty Property(ResourceChangeDetail detail) => new(
        detail.Name ?? detail.Attribute ?? "",
        detail.BeforeValue,
        detail.AfterValue,
        detail.RequiresRecreation ?? "Never");

    private static ChangeKind KindOf(ResourceChange change) => (change.Action, change.Replacement) switch
    {
        ("Add", _) => ChangeKind.Add,
        ("Remove", _) => ChangeKind.Remove,
        ("Import", _) => ChangeKind.Import,
        (_, "True") => ChangeKind.Replace,
        (_, "Conditional") => ChangeKind.MayReplace,
        _ => ChangeKind.Modify,
    };
}
