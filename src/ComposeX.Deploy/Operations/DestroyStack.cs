using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Requests;
using ComposeX.Deploy.Stacks;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Operations;

/// <summary>Deletes the stack, if it is asked for by name, and lists what the deletion policies keep.</summary>
internal sealed class DestroyStack(Session session) : IOperation
{
    public async Task<ExitCode> RunAsync()
    {
        if (session.Request.ConfirmStackName != session.StackName)
            throw new DeployException(ExitCode.Invalid, RequestDiagnostics.NotConfirmed(Location.OfFile(session.Request.File), session.StackName));
        var stack = await session.Aws.CloudFormation.FindAsync(session.StackName, session.Stop).ConfigureAwait(false);
        if (StackStatus.StateOf(stack) is StackState.Absent)
        {
            session.Reporter.Progress($"There is no stack {session.StackName}: nothing to delete");
            return ExitCode.Done;
        }

        if (stack!.EnableTerminationProtection == true)
            throw new DeployException(ExitCode.Invalid, OperationDiagnostics.Protected(session.StackName));
        return await DeleteAsync(await RestingAsync(stack).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task<ExitCode> DeleteAsync(Stack stack)
    {
        var keepsakes = await Keepsakes.ReadAsync(session, stack.StackId).ConfigureAwait(false);
        session.Reporter.Progress($"Deleting stack {session.StackName}");
        if (stack.StackStatus != "DELETE_IN_PROGRESS")
        {
            await session.Aws.CloudFormation.DeleteStackAsync(
                new DeleteStackRequest { StackName = stack.StackId, RoleARN = session.Request.RoleArn },
                session.Stop).ConfigureAwait(false);
        }

        var follower = await session.Follower().FromItsBeginningAsync(stack.StackId, session.Stop).ConfigureAwait(false);
        var end = await new RunningOperation(session, stack.StackId, follower, isOurs: true).FinishAsync().ConfigureAwait(false);
        if (StackStatus.StateOf(end) is not StackState.Absent)
            throw new DeployException(ExitCode.Failed, FailureReport.Of(session, end, follower));
        session.Reporter.Progress($"Stack {session.StackName} is deleted");
        session.Reporter.Progress(keepsakes.Lines(session, follower.Events));
        return ExitCode.Done;
    }

    // A creation can be cut short by deleting; whatever else runs must come to its end before.
    private async Task<Stack> RestingAsync(Stack stack)
    {
        if (StackStatus.StateOf(stack) is not StackState.Running || stack.StackStatus is "CREATE_IN_PROGRESS" or "DELETE_IN_PROGRESS")
            return stack;
        session.Reporter.Progress($"Stack {session.StackName} is in the state {stack.StackStatus}: following the operation that is running before it is deleted");
        var follower = await session.Follower().FromItsBeginningAsync(stack.StackId, session.Stop).ConfigureAwait(false);
        return await new RunningOperation(session, stack.StackId, follower, isOurs: false).FinishAsync().ConfigureAwait(false) ?? stack;
    }
}
