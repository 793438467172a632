using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Stacks;

namespace ComposeX.Deploy.Operations;

/// <summary>
/// Follows an operation until the stack is at rest, the time is up, or somebody asks to stop. An update of our own is
/// then rolled back; a creation or a deletion cannot be cancelled and goes on without us.
/// </summary>
/// <param name="isOurs">Whether this run has begun the operation; what others began is left alone.</param>
internal sealed class RunningOperation(Session session, string stackId, StackFollower follower, bool isOurs)
{
    /// <summary>How long a rollback is waited for at least, however short the time for the operation was.</summary>
    private static readonly TimeSpan ShortestRollback = TimeSpan.FromMinutes(30);

    public async Task<Stack?> FinishAsync()
    {
        using var deadline = new CancellationTokenSource(session.Request.Timeout, session.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, session.Stop);
        try
        {
            return await follower.FollowAsync(stackId, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            throw await StopAsync(byUser: session.Stop.IsCancellationRequested).ConfigureAwait(false);
        }
    }

    private async Task<DeployException> StopAsync(bool byUser)
    {
        var left = await LeaveAsync().ConfigureAwait(false);
        return byUser
            ? new(ExitCode.Cancelled, OperationDiagnostics.Cancelled(left))
            : new(ExitCode.TimedOut, OperationDiagnostics.TimedOut(session.StackName, session.Request.Timeout.TotalMinutes.ToString("0.##", CultureInfo.InvariantCulture), left));
    }

    // Whatever goes wrong here, the person wants to know that we stopped, and as much as we know of what is left.
    private async Task<string> LeaveAsync()
    {
        using var deadline = new CancellationTokenSource(session.Request.Timeout > ShortestRollback ? session.Request.Timeout : ShortestRollback, session.Time);
        try
        {
            var stack = await session.Aws.CloudFormation.FindAsync(stackId, deadline.Token).ConfigureAwait(false);
            if (isOurs && stack?.StackStatus == "UPDATE_IN_PROGRESS" && await TryCancelAsync().ConfigureAwait(false))
                stack = await follower.FollowAsync(stackId, deadline.Token).ConfigureAwait(false);
            return Left(stack);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return $"The rollback of the stack \"{session.StackName}\" goes on in AWS and takes longer still. Run again to follow it.";
        }
        catch (Exception exception) when (AwsFailures.Describe(exception) is { } reason)
        {
            return $"What state the stack \"{session.StackName}\" was left in is not known: {reason.Message} An operation that is running goes on in AWS; run again to follow it.";
        }
        catch (DeployException lost)
        {
            return lost.Diagnostics[0].Message;
        }
    }

    private async Task<bool> TryCancelAsync()
    {
        session.Reporter.Progress($"Asking CloudFormation to cancel the update of {session.StackName} and waiting for its rollback; a second Ctrl+C stops waiting");
        try
        {
            await session.Aws.CloudFormation.CancelUpdateStackAsync(new CancelUpdateStackRequest { StackName = stackId }, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (AmazonCloudFormationException exception)
        {
            // A validation error says that the update came to its end in the meantime.
            return exception.ErrorCode == "ValidationError";
        }
    }

    private string Left(Stack? stack) => StackStatus.StateOf(stack) switch
    {
        StackState.Absent => $"The stack \"{session.StackName}\" does not exist any more.",
        StackState.Running => $"The stack \"{session.StackName}\" is in the state \"{stack!.StackStatus}\": the operation goes on in AWS. Run again to follow it.",
        _ => $"The stack \"{session.StackName}\" was left in the state \"{stack!.StackStatus}\".",
    };
}
