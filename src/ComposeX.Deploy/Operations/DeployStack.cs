using System;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Plans;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Stacks;

namespace ComposeX.Deploy.Operations;

/// <summary>Plans, and if nothing speaks against it carries the plan out and follows it to its end.</summary>
internal sealed class DeployStack(Session session, ParameterValues values) : IOperation
{
    public async Task<ExitCode> RunAsync()
    {
        var stack = await new RestingStack(session).ReadyAsync().ConfigureAwait(false);
        var planned = await PlannedDeployment.MakeAsync(session, values, stack).ConfigureAwait(false);
        PlanReport.Show(session, planned.Plan);
        if (planned.Plan.IsEmpty)
        {
            await planned.DiscardAsync().ConfigureAwait(false);
            return await FinishAsync(stack!).ConfigureAwait(false);
        }

        session.Reporter.Report(DataLoss.Check(planned.Plan, session.Request.AllowDataLoss));
        if (!DataLoss.IsPermitted(planned.Plan, session.Request.AllowDataLoss))
        {
            await planned.DiscardAsync().ConfigureAwait(false);
            return ExitCode.DataLoss;
        }

        return await FinishAsync(await ExecuteAsync(planned).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task<Stack> ExecuteAsync(PlannedDeployment planned)
    {
        var follower = await BeginAsync(planned).ConfigureAwait(false);
        var end = await new RunningOperation(session, planned.StackId, follower, isOurs: true).FinishAsync().ConfigureAwait(false);
        if (end is null || !StackStatus.IsSuccess(end.StackStatus))
            throw new DeployException(ExitCode.Failed, FailureReport.Of(session, end, follower));
        session.Reporter.Progress($"Stack {session.StackName} is in the state {end.StackStatus}");
        return end;
    }

    // Until the change set is under way, being asked to stop means that nothing happens.
    private async Task<StackFollower> BeginAsync(PlannedDeployment planned)
    {
        try
        {
            session.Stop.ThrowIfCancellationRequested();
            var newest = await EventReader.NewestAsync(session.Aws.CloudFormation, planned.StackId, session.Stop).ConfigureAwait(false);
            await planned.ExecuteAsync().ConfigureAwait(false);
            return session.Follower().After(planned.StackId, newest);
        }
        catch (Exception exception) when (exception is OperationCanceledException || AwsFailures.Describe(exception) is not null)
        {
            await planned.DiscardAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<ExitCode> FinishAsync(Stack stack)
    {
        OutputsReport.Show(session, stack);
        if (session.Request.TerminationProtection is { } wanted && wanted != (stack.EnableTerminationProtection ?? false))
            await ProtectAsync(stack, wanted).ConfigureAwait(false);
        return ExitCode.Done;
    }

    private async Task ProtectAsync(Stack stack, bool wanted)
    {
        try
        {
            await session.Aws.CloudFormation.UpdateTerminationProtectionAsync(
                new UpdateTerminationProtectionRequest { StackName = stack.StackId, EnableTerminationProtection = wanted }, CancellationToken.None).ConfigureAwait(false);
            session.Reporter.Progress($"Stack {session.StackName} is {(wanted ? "now" : "no longer")} protected from deletion");
        }
        catch (AmazonCloudFormationException exception) when (session.Aws.IsEmulation && exception.ErrorCode is not ("AccessDenied" or "AccessDeniedException"))
        {
            session.Reporter.Progress($"The protection of stack {session.StackName} from deletion stays as it was: this endpoint cannot change it");
        }
    }
}
