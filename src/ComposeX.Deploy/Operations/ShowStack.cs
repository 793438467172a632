using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Requests;
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
        foreach (var (path, resource) in await ResourcesAsync(stack.StackId, "").ConfigureAwait(false))
            session.Reporter.Progress($"  {path}{resource.LogicalResourceId}  {resource.ResourceType}  {resource.ResourceStatus}");
    }

    private async Task<IReadOnlyList<(string Path, StackResource Resource)>> ResourcesAsync(string stackId, string stack)
    {
        var response = await session.Aws.CloudFormation.DescribeStackResourcesAsync(new DescribeStackResourcesRequest { StackName = stackId }, session.Stop).ConfigureAwait(false);
        var found = new List<(string, StackResource)>();
        foreach (var resource in response.StackResources.OrderBy(resource => resource.LogicalResourceId, StringComparer.Ordinal))
        {
            found.Add((stack.Length == 0 ? "" : session.Origins.NameOf(stack) + "/", resource));
            var nested = stack.Length == 0 ? resource.LogicalResourceId : stack + "/" + resource.LogicalResourceId;
            if (resource is { ResourceType: TreeEvent.StackType, PhysicalResourceId.Length: > 0 })
                found.AddRange(await ResourcesAsync(resource.PhysicalResourceId, nested).ConfigureAwait(false));
        }

        return found;
    }

    private async Task ShowEventsAsync(Stack stack, int count)
    {
        var beginning = await EventReader.BeginningAsync(session.Aws.CloudFormation, stack.StackId, session.Stop).ConfigureAwait(false);
        var tree = new StackTree(session.Aws.CloudFormation, stack.StackId, afterEvent: null, beginning);
        var events = await tree.ReadAsync(session.Stop).ConfigureAwait(false);
        session.Reporter.Progress("Events of the last operation");
        session.Reporter.Progress(events.Skip(Math.Max(0, events.Count - count)).Select(found => EventLog.Line(found, session.Origins)));
    }
}
