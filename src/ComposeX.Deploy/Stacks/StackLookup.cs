using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation;
using ComposeX.Deploy.Aws.CloudFormation.Model;

namespace ComposeX.Deploy.Stacks;

/// <summary>Finds a stack by name or id.</summary>
internal static class StackLookup
{
    /// <summary>AWS's own words first, then those of emulations.</summary>
    private static readonly string[] Words = ["does not exist", "not found"];

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
        exception.ErrorCode is "StackNotFoundException" or "ResourceNotFoundException"
        || (exception.ErrorCode is "ValidationError" or "ValidationException" && Words.Any(words => exception.Message.Contains(words, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether an emulation does not know the operation.</summary>
    public static bool IsUnknown(AmazonCloudFormationException exception) =>
        exception.ErrorCode is "InvalidAction" or "NotImplemented" or "UnknownOperationException" || exception.StatusCode == HttpStatusCode.NotImplemented;
}
