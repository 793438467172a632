using System;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Aws.Connections;

namespace ComposeX.Deploy.Stacks;

/// <summary>Makes, awaits, carries out and throws away change sets; what a killed run has left is taken up or replaced.</summary>
internal sealed partial class ChangeSets(IAmazonCloudFormation cloudFormation, Pace pace, TimeProvider time)
{
    private const int DeepestNesting = 8;

    /// <summary>The change set, settled: complete, or failed with its reason.</summary>
    /// <param name="reuse">Whether one of the same name is known to say the same.</param>
    /// <param name="onShell">Whether an earlier run has left the stack as a shell, and with it perhaps this very change set.</param>
    public async Task<DescribeChangeSetResponse> CreateAsync(CreateChangeSetRequest request, bool reuse, bool onShell, CancellationToken cancellationToken)
    {
        try
        {
            if (!(onShell && await ExistsAsync(request.StackName, request.ChangeSetName, cancellationToken).ConfigureAwait(false))
                && await TryCreateAsync(request, cancellationToken).ConfigureAwait(false) is { } made)
            {
                return await SettledAsync(request, made, cancellationToken).ConfigureAwait(false);
            }

            if (reuse && await SettledAsync(request, null, cancellationToken).ConfigureAwait(false) is { Status: "CREATE_COMPLETE", ExecutionStatus: "AVAILABLE" } left)
                return left;
            await DeleteAllAsync(request.StackName, request.ChangeSetName, cancellationToken).ConfigureAwait(false);
            var again = await cloudFormation.CreateChangeSetAsync(request, cancellationToken).ConfigureAwait(false);
            return await SettledAsync(request, again, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonCloudFormationException exception) when (exception.ErrorCode == "ValidationError" && SaysNoChanges(exception.Message))
        {
            // An emulation refuses what AWS makes and lets fail.
            return new() { StackName = request.StackName, Status = "FAILED", StatusReason = exception.Message };
        }
    }

    public static bool IsEmpty(DescribeChangeSetResponse changeSet) => changeSet is { Status: "FAILED", StatusReason: { } reason } && SaysNoChanges(reason);

    public async Task<bool> ExistsAsync(string stackName, string changeSet, CancellationToken cancellationToken) =>
        await FindAsync(stackName, changeSet, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Why a change set failed: the reason of the nested one that failed first, when it only points there.</summary>
    public async Task<string> ReasonAsync(DescribeChangeSetResponse changeSet, CancellationToken cancellationToken)
    {
        var reason = changeSet.StatusReason ?? "CloudFormation gives no reason.";
        for (var depth = 0; depth < DeepestNesting && NestedChangeSet().Match(reason) is { Success: true } nested; depth++)
        {
            var inner = await cloudFormation.DescribeChangeSetAsync(new DescribeChangeSetRequest { ChangeSetName = nested.Value }, cancellationToken).ConfigureAwait(false);
            if (string.IsNullOrEmpty(inner.StatusReason))
                break;
            reason = inner.StatusReason;
        }

        return reason;
    }

    public async Task ExecuteAsync(DescribeChangeSetResponse changeSet, bool keepFailed, string token, CancellationToken cancellationToken)
    {
        try
        {
            await cloudFormation.ExecuteChangeSetAsync(
                new ExecuteChangeSetRequest { ChangeSetName = changeSet.ChangeSetId, ClientRequestToken = token, DisableRollback = keepFailed ? true : null },
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (AwsFailures.Describe(exception) is not null)
        {
            // Our call may have been carried out and its answer lost: then the change set is under way.
            if (!await IsUnderWayAsync(changeSet.ChangeSetId, cancellationToken).ConfigureAwait(false))
                throw;
        }
    }

    private async Task<bool> IsUnderWayAsync(string changeSetId, CancellationToken cancellationToken)
    {
        try
        {
            var now = await cloudFormation.DescribeChangeSetAsync(new DescribeChangeSetRequest { ChangeSetName = changeSetId }, cancellationToken).ConfigureAwait(false);
            return now.ExecutionStatus is "EXECUTE_IN_PROGRESS" or "EXECUTE_COMPLETE" or "EXECUTE_FAILED";
        }
        catch (Exception exception) when (AwsFailures.Describe(exception) is not null)
        {
            return false;
        }
    }

    /// <summary>Deletes a change set and those of nested stacks, and waits until they are gone.</summary>
    public async Task DeleteAllAsync(string stackName, string changeSet, CancellationToken cancellationToken)
    {
        await DeleteAsync(stackName, changeSet, cancellationToken).ConfigureAwait(false);
        await GoneAsync(stackName, changeSet, cancellationToken).ConfigureAwait(false);
    }

    public Task DeleteAsync(string stackName, string changeSet, CancellationToken cancellationToken) =>
        cloudFormation.DeleteChangeSetAsync(new DeleteChangeSetRequest { StackName = stackName, ChangeSetName = changeSet }, cancellationToken);

    private static bool SaysNoChanges(string reason) =>
        reason.Contains("didn't contain changes", StringComparison.OrdinalIgnoreCase) || reason.Contains("No updates are to be performed", StringComparison.OrdinalIgnoreCase);

    private async Task<CreateChangeSetResponse?> TryCreateAsync(CreateChangeSetRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await cloudFormation.CreateChangeSetAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonCloudFormationException exception) when (exception.ErrorCode is "AlreadyExistsException")
        {
            return null;
        }
    }

    private async Task<DescribeChangeSetResponse> SettledAsync(CreateChangeSetRequest request, CreateChangeSetResponse? made, CancellationToken cancellationToken)
    {
        // Its id is its own; of its name there may be another on an emulation.
        var description = made is { Id.Length: > 0 }
            ? new DescribeChangeSetRequest { ChangeSetName = made.Id }
            : new DescribeChangeSetRequest { StackName = request.StackName, ChangeSetName = request.ChangeSetName };

        // Few looks rather than early ones: a publish that changes nothing should cost few calls.
        for (var wait = pace.First / 2; ; wait = wait * 2 < pace.Longest ? wait * 2 : pace.Longest)
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            var changeSet = await cloudFormation.DescribeChangeSetAsync(description, cancellationToken).ConfigureAwait(false);
            if (changeSet.Status is not ("CREATE_PENDING" or "CREATE_IN_PROGRESS"))
                return changeSet;
        }
    }

    // A change set with nested ones is deleted in the background.
    private async Task GoneAsync(string stackName, string changeSet, CancellationToken cancellationToken)
    {
        var wait = pace.First / 2;
        while (await IsBeingDeletedAsync(stackName, changeSet, cancellationToken).ConfigureAwait(false))
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            wait = pace.After(wait);
        }
    }

    private async Task<bool> IsBeingDeletedAsync(string stackName, string changeSet, CancellationToken cancellationToken) =>
        await FindAsync(stackName, changeSet, cancellationToken).ConfigureAwait(false) is { Status: "DELETE_PENDING" or "DELETE_IN_PROGRESS" };

    private async Task<DescribeChangeSetResponse?> FindAsync(string stackName, string changeSet, CancellationToken cancellationToken)
    {
        try
        {
            return await cloudFormation.DescribeChangeSetAsync(
                new DescribeChangeSetRequest { StackName = stackName, ChangeSetName = changeSet },
                cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonCloudFormationException exception) when (exception.ErrorCode is "ChangeSetNotFound" or "ChangeSetNotFoundException" || StackLookup.IsMissing(exception))
        {
            return null;
        }
    }

    [GeneratedRegex("arn:[a-z-]+:cloudformation:[a-z0-9-]+:[0-9]+:changeSet/[A-Za-z0-9-]+/[a-f0-9-]+", RegexOptions.CultureInvariant)]
    private static partial Regex NestedChangeSet();
}
