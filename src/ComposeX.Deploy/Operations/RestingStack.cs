using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Stacks;

namespace ComposeX.Deploy.Operations;

/// <summary>Brings a stack to where a change set can be made for it: picks up what runs, clears away what failed to be created.</summary>
internal sealed class RestingStack(Session session)
{
    private CancellationToken Stop => session.Stop;

    /// <summary>The stack as it stands, or null when there is none, after whatever was running came to its end.</summary>
    public async Task<Stack?> FindAsync()
    {
        var stack = await session.Aws.CloudFormation.FindAsync(session.StackName, Stop).ConfigureAwait(false);
        return StackStatus.StateOf(stack) switch
        {
            StackState.Absent => null,
            StackState.Running => await PickUpAsync(stack!).ConfigureAwait(false),
            _ => stack,
        };
    }

    /// <summary>The stack, fit to be changed.</summary>
    public async Task<Stack?> ReadyAsync()
    {
        var stack = await FindAsync().ConfigureAwait(false);
        return StackStatus.StateOf(stack) switch
        {
            StackState.FailedCreation => await ClearAwayAsync(stack!).ConfigureAwait(false),
            StackState.StuckRollback => await RollBackAsync(stack!).ConfigureAwait(false),
            StackState.FailedDeletion => throw Refuse(stack!, "Its deletion did not come to an end: look at what could not be deleted, then destroy it again."),
            _ => stack,
        };
    }

    private async Task<Stack?> PickUpAsync(Stack running)
    {
        session.Reporter.Progress($"Stack {session.StackName} is in the state {running.StackStatus}: following the operation that is running");
        var (end, follower) = await FollowFromItsBeginningAsync(running.StackId).ConfigureAwait(false);
        if (StackStatus.StateOf(end) is StackState.Absent)
            return null;
        return StackStatus.IsSuccess(end!.StackStatus)
            ? end
            : throw new DeployException(ExitCode.Failed, FailureReport.Of(session, end, follower));
    }

    private async Task<Stack?> ClearAwayAsync(Stack failed)
    {
        session.Reporter.Progress($"Stack {session.StackName} is what a failed creation has left ({failed.StackStatus}): deleting it to start anew");
        await session.Aws.CloudFormation.DeleteStackAsync(
            new DeleteStackRequest { StackName = failed.StackId, RoleARN = session.Request.RoleArn }, Stop).ConfigureAwait(false);
        var (end, follower) = await FollowFromItsBeginningAsync(failed.StackId).ConfigureAwait(false);
        return StackStatus.StateOf(end) is StackState.Absent
            ? null
            : throw new DeployException(ExitCode.Failed, FailureReport.Of(session, end, follower));
    }

    private async Task<Stack?> RollBackAsync(Stack stuck)
    {
        session.Reporter.Progress($"Stack {session.StackName} is stuck in a rollback: asking CloudFormation to go on with it");
        var newest = await EventReader.NewestAsync(session.Aws.CloudFormation, stuck.StackId, Stop).ConfigureAwait(false);
        await ContinueAsync(stuck).ConfigureAwait(false);
        var follower = session.Follower().After(stuck.StackId, newest);
        var end = await new RunningOperation(session, stuck.StackId, follower, isOurs: true).FinishAsync().ConfigureAwait(false);
        return StackStatus.StateOf(end) is StackState.Stable
            ? end
            : throw new DeployException(ExitCode.Failed, FailureReport.Of(session, end, follower));
    }

    private async Task ContinueAsync(Stack stuck)
    {
        try
        {
            await session.Aws.CloudFormation.ContinueUpdateRollbackAsync(
                new ContinueUpdateRollbackRequest { StackName = stuck.StackId, RoleARN = session.Request.RoleArn }, Stop).ConfigureAwait(false);
        }
        catch (AmazonCloudFormationException exception) when (exception.ErrorCode is "ValidationError")
        {
            // The answer to a first call may have been lost, and its retry finds the rollback under way.
            if (await session.Aws.CloudFormation.FindAsync(stuck.StackId, Stop).ConfigureAwait(false) is { StackStatus: "UPDATE_ROLLBACK_FAILED" })
                throw;
        }
    }

    private async Task<(Stack? End, StackFollower Follower)> FollowFromItsBeginningAsync(string stackId)
    {
        var follower = await session.Follower().FromItsBeginningAsync(stackId, Stop).ConfigureAwait(false);
        var end = await new RunningOperation(session, stackId, follower, isOurs: false).FinishAsync().ConfigureAwait(false);
        return (end, follower);
    }

    private DeployException Refuse(Stack stack, string advice) =>
        new(ExitCode.Failed, OperationDiagnostics.CannotChange(session.StackName, stack.StackStatus, advice));
}
