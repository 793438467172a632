using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Stacks;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Operations;

/// <summary>Warns, at the compose line, of every resource that somebody has changed or deleted outside CloudFormation.</summary>
internal sealed class ShowDrift(Session session) : IOperation
{
    public async Task<ExitCode> RunAsync()
    {
        var stack = await session.Aws.CloudFormation.FindAsync(session.StackName, session.Stop).ConfigureAwait(false);
        if (StackStatus.StateOf(stack) is StackState.Absent)
            throw new DeployException(ExitCode.Failed, OperationDiagnostics.NoStack(session.StackName, session.Aws.Region));
        var isAsWritten = true;
        foreach (var contents in await StackContents.ReadAsync(session.Aws.CloudFormation, stack!.StackId, session.Stop).ConfigureAwait(false))
        {
            var findings = await CompareAsync(contents).ConfigureAwait(false);
            session.Reporter.Report(findings);
            isAsWritten &= findings.Count == 0;
        }

        session.Reporter.Progress($"Stack {session.StackName} {(isAsWritten ? "is" : "is not known to be")} as its templates say");
        return ExitCode.Done;
    }

    private async Task<IReadOnlyList<Diagnostic>> CompareAsync(StackContents contents)
    {
        var begun = await session.Aws.CloudFormation.DetectStackDriftAsync(new DetectStackDriftRequest { StackName = contents.StackId }, session.Stop).ConfigureAwait(false);
        var detected = await DetectedAsync(begun.StackDriftDetectionId).ConfigureAwait(false);
        var failed = detected.DetectionStatus == "DETECTION_FAILED"
            ? [OperationDiagnostics.DriftUnknown(contents.Stack.Length == 0 ? session.StackName : session.Origins.NameOf(contents.Stack), detected.DetectionStatusReason ?? "CloudFormation gives no reason.")]
            : Array.Empty<Diagnostic>();
        return [.. failed, .. (await DriftsAsync(contents.StackId).ConfigureAwait(false)).Select(drift => Finding(contents.Stack, drift))];
    }

    private async Task<DescribeStackDriftDetectionStatusResponse> DetectedAsync(string detectionId)
    {
        var wait = session.Request.Pace.First;
        while (true)
        {
            var status = await session.Aws.CloudFormation.DescribeStackDriftDetectionStatusAsync(
                new DescribeStackDriftDetectionStatusRequest { StackDriftDetectionId = detectionId }, session.Stop).ConfigureAwait(false);
            if (status.DetectionStatus != "DETECTION_IN_PROGRESS")
                return status;
            await Task.Delay(wait, session.Time, session.Stop).ConfigureAwait(false);
            wait = session.Request.Pace.After(wait);
        }
    }

    private async Task<IReadOnlyList<StackResourceDrift>> DriftsAsync(string stackId)
    {
        var drifts = new List<StackResourceDrift>();
        string? next = null;
        do
        {
            var page = await session.Aws.CloudFormation.DescribeStackResourceDriftsAsync(
                new DescribeStackResourceDriftsRequest { StackName = stackId, StackResourceDriftStatusFilters = ["MODIFIED", "DELETED"], NextToken = next },
                session.Stop).ConfigureAwait(false);
            drifts.AddRange(page.StackResourceDrifts);
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
        return drifts;
    }

    private Diagnostic Finding(string stack, StackResourceDrift drift)
    {
        var name = stack.Length == 0 ? drift.LogicalResourceId : session.Origins.NameOf(stack) + "/" + drift.LogicalResourceId;
        var place = session.Origins.Find(stack, drift.LogicalResourceId) ?? Place.None;
        return drift.StackResourceDriftStatus == "DELETED"
            ? OperationDiagnostics.Deleted(place, name, drift.ResourceType)
            : OperationDiagnostics.Drifted(place, name, drift.ResourceType, drift.PropertyPaths);
    }
}
