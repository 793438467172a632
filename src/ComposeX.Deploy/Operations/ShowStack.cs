using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Requests;
using ComposeX.Deploy.Rollouts;
using ComposeX.Deploy.Stacks;

namespace ComposeX.Deploy.Operations;

/// <summary>Looks at a stack and changes nothing: its outputs, its state, its last events.</summary>
internal sealed class ShowStack(Session session) : IOperation
{
    private const int LastEvents = 10;

    public async Task<ExitCode> RunAsync()
    {
        var stack = await session.Aws.CloudFormation.FindAsync(session.StackName, session.Stop).ConfigureAwait(false);
        if (StackStatus.StateOf(stack) is StackState.Absent)
            throw new DeployException(ExitCode.Failed, OperationDiagnostics.NoStack(session.StackName, session.Aws.Region));
        switch (session.Request.Operation)
        {
            case DeployOperation.Outputs:
                OutputsReport.Show(session, stack!);
                break;
            case DeployOperation.Status:
                await ShowStateAsync(stack!).ConfigureAwait(false);
                await ShowEventsAsync(stack!, LastEvents).ConfigureAwait(false);
                break;
            default:
                await ShowEventsAsync(stack!, int.MaxValue).ConfigureAwait(false);
                break;
        }

        return ExitCode.Done;
    }

    private async Task ShowStateAsync(Stack stack)
    {
        var changed = stack.LastUpdatedTime ?? stack.CreationTime;
        session.Reporter.Progress($"Stack {stack.StackName}  {stack.StackStatus}  since {changed:yyyy-MM-dd HH:mm:ss} UTC{(stack.EnableTerminationProtection == true ? "  protected" : "")}");
        var all = await ContentsAsync(stack).ConfigureAwait(false);
        foreach (var contents in all)
        {
            var path = contents.Stack.Length == 0 ? "" : session.Origins.NameOf(contents.Stack) + "/";
            session.Reporter.Progress(contents.Resources.Select(resource => $"  {path}{resource.LogicalResourceId}  {resource.ResourceType}  {resource.ResourceStatus}{(string.IsNullOrEmpty(resource.ResourceStatusReason) ? "" : "  " + resource.ResourceStatusReason)}"));
        }

        session.Reporter.Progress(await ServiceReport.OfAsync(session.Ecs, Services(all), session.Stop).ConfigureAwait(false));
    }

    // What cannot be shown hides nothing else: the stack's state is known by then, and its events may be.
    private async Task<IReadOnlyList<StackContents>> ContentsAsync(Stack stack)
    {
        try
        {
            return await StackContents.ReadAsync(session.Aws.CloudFormation, stack.StackId, session.Stop).ConfigureAwait(false);
        }
        catch (Exception exception) when (!session.Stop.IsCancellationRequested && AwsFailures.Describe(exception) is { } reason)
        {
            session.Reporter.Progress($"The resources cannot be shown: {reason.Message}");
            return [];
        }
    }

    private List<(string Name, ServiceAddress Address)> Services(IReadOnlyList<StackContents> all) =>
    [
        .. from contents in all
           from resource in contents.Resources
           where resource.ResourceType == ServiceAddress.ServiceType
           let address = ServiceAddress.Parse(resource.PhysicalResourceId)
           where address is not null
           select (TreePath.Name(contents.Stack, resource.LogicalResourceId, session.Origins), address),
    ];

    private async Task ShowEventsAsync(Stack stack, int count)
    {
        var beginning = await EventReader.BeginningAsync(session.Aws.CloudFormation, stack.StackId, session.Stop).ConfigureAwait(false);
        var tree = new StackTree(session.Aws.CloudFormation, stack.StackId, afterEvent: null, beginning);
        var events = await tree.ReadAsync(session.Stop).ConfigureAwait(false);
        session.Reporter.Progress("Events of the last operation");
        session.Reporter.Progress(events.Skip(Math.Max(0, events.Count - count)).Select(found => EventLog.Line(found, session.StackName, session.Origins)));
    }
}
