using System;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation;
using ComposeX.Deploy.Aws.CloudFormation.Model;

namespace ComposeX.Deploy.Stacks;

/// <summary>Finds a stack by name or id.</summary>
internal static class StackLookup
{
    /// <summary>The stack, or null when there is none: CloudFormation calls that a validation error.</summary>
    public static async Task<Stack?> FindAsync(this IAmazonCloudFormation cloudFormation, string nameOrId, CancellationToken cancellationToken)
    {
        try
        {
            var response = await cloudFormation.DescribeStacksAsync(new DescribeStacksRequest { StackName = nameOrId }, cancellationToken).ConfigureAwait(false);
            return response.Stacks is [var stack, ..] ? stack : null;
        }
        catch (AmazonCloudFormationException exception) when (IsMissing(exception))
        {
            return null;
        }
    }

    public static bool IsMissing(AmazonCloudFormationException exception) =>
        exception.ErrorCode is "ValidationError" or "StackNotFoundException"
        && exception.Message.Contains("does not exist", StringComparison.OrdinalIgnoreCase);
}
