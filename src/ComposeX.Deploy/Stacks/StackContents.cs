using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation;
using ComposeX.Deploy.Aws.CloudFormation.Model;

namespace ComposeX.Deploy.Stacks;

/// <summary>What a stack and those nested in it hold.</summary>
/// <param name="Stack">The nested stack's logical id in the root (<c>A/B</c> deeper down); empty for the root.</param>
internal sealed record StackContents(string Stack, string StackId, IReadOnlyList<StackResource> Resources)
{
    /// <summary>The stack itself first, then its nested stacks, each by its logical id.</summary>
    public static async Task<IReadOnlyList<StackContents>> ReadAsync(IAmazonCloudFormation cloudFormation, string stackId, CancellationToken cancellationToken)
    {
        var found = new List<StackContents>();
        await AddAsync(cloudFormation, "", stackId, found, cancellationToken).ConfigureAwait(false);
        return found;
    }

    private static async Task AddAsync(IAmazonCloudFormation cloudFormation, string stack, string stackId, List<StackContents> found, CancellationToken cancellationToken)
    {
        var response = await cloudFormation.DescribeStackResourcesAsync(new DescribeStackResourcesRequest { StackName = stackId }, cancellationToken).ConfigureAwait(false);
        var resources = response.StackResources.OrderBy(resource => resource.LogicalResourceId, StringComparer.Ordinal).ToList();
        found.Add(new(stack, stackId, resources));
        foreach (var nested in resources.Where(resource => resource is { ResourceType: TreeEvent.StackType, PhysicalResourceId.Length: > 0 }))
        {
            var path = stack.Length == 0 ? nested.LogicalResourceId : stack + "/" + nested.LogicalResourceId;
            await AddAsync(cloudFormation, path, nested.PhysicalResourceId!, found, cancellationToken).ConfigureAwait(false);
        }
    }
}
