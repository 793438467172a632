using ComposeX.Deploy.Plans;

namespace ComposeX.Deploy.Operations;

/// <summary>Puts a plan before the person and beside the manifest.</summary>
internal static class PlanReport
{
    public static void Show(Session session, Plan plan)
    {
        if (session.Request.PlanFile is { } file)
            PlanFile.Write(file, plan, session.Secrets);
        if (plan.IsEmpty)
            session.Reporter.Progress($"Stack {session.StackName}: no changes");
        else
            session.Reporter.Progress(PlanText.Of(plan));
    }
}
