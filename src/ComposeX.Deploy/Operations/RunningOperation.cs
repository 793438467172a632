using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation.Model;
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
        var stack = await session.Aws.CloudFormation.FindAsync(stackId, CancellationToken.None).ConfigureAwait(false);
        var cancelled = isOurs && stack?.StackStatus == "UPDATE_IN_PROGRESS" && await TryCancelAsync().ConfigureAwait(false);
        if (cancelled)
            stack = await follower.FollowAsync(stackId, CancellationToken.None).ConfigureAwait(false);
        var left = Left(stack);
        return byUser
            ? new(ExitCode.Cancelled, OperationDiagnostics.Cancelled(left))
            : new(ExitCode.TimedOut, OperationDiagnostics.TimedOut(session.StackName, session.Request.Timeout.TotalMinutes.ToString("0.##", CultureInfo.InvariantCulture), left));
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
