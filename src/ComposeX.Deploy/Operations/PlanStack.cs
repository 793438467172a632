using System.Threading.Tasks;
using ComposeX.Deploy.Plans;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Stacks;

namespace ComposeX.Deploy.Operations;

/// <summary>Says what a deployment would do, and leaves nothing behind.</summary>
internal sealed class PlanStack(Session session, ParameterValues values) : IOperation
{
    public async Task<ExitCode> RunAsync()
    {
        var stack = await new RestingStack(session).FindAsync().ConfigureAwait(false);
        if (StackStatus.StateOf(stack) is StackState.FailedCreation)
        {
            session.Reporter.Progress($"Stack {session.StackName} is what a failed creation has left ({stack!.StackStatus}); deploying replaces it");
            return Show(PlanReader.AllNew(session.Folder!, session.StackName, session.Origins));
        }

        var planned = await PlannedDeployment.MakeAsync(session, values, stack).ConfigureAwait(false);
        await planned.DiscardAsync().ConfigureAwait(false);
        await planned.DiscardTemplatesAsync().ConfigureAwait(false);
        return Show(planned.Plan);
    }

    private ExitCode Show(Plan plan)
    {
        PlanReport.Show(session, plan);
        session.Reporter.Report(DataLoss.Check(plan, session.Request.AllowDataLoss));
        return DataLoss.IsPermitted(plan, session.Request.AllowDataLoss) ? ExitCode.Done : ExitCode.DataLoss;
    }
}
