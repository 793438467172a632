using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Stacks;
using ComposeX.Deploy.Templates;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Operations;

/// <summary>Finds what failed first among the events of an operation, and says so where the user asked for it.</summary>
internal static class FailureReport
{
    public static Diagnostic Of(string stackName, Stack? end, IReadOnlyList<TreeEvent> events, Origins origins)
    {
        var status = end?.StackStatus ?? "DELETE_COMPLETE";
        if (events.FirstOrDefault(IsCause) is not { } cause)
            return OperationDiagnostics.StackFailed(stackName, status, StackReason(end, events));
        var failed = cause.Event;
        var name = cause.Stack.Length == 0 ? failed.LogicalResourceId : origins.NameOf(cause.Stack) + "/" + failed.LogicalResourceId;
        return OperationDiagnostics.ResourceFailed(
            origins.Find(cause.Stack, failed.LogicalResourceId) ?? Place.None,
            name,
            failed.ResourceType ?? "",
            Verb(failed.ResourceStatus),
            Sentence(failed.ResourceStatusReason!) + Advice.For(failed.ResourceStatusReason!),
            $"The stack \"{stackName}\" is now in the state \"{status}\".");
    }

    // A nested stack fails because something in it fails, and the others because CloudFormation then gives up on them.
    private static bool IsCause(TreeEvent found) =>
        StackStatus.IsFailure(found.Event.ResourceStatus)
        && !found.IsOfNestedStack
        && !found.IsOfStackItself
        && found.Event.ResourceStatusReason is { Length: > 0 } reason
        && !reason.Contains("cancelled", StringComparison.OrdinalIgnoreCase);

    private static string StackReason(Stack? end, IReadOnlyList<TreeEvent> events) => Sentence(
        events.FirstOrDefault(found => StackStatus.IsFailure(found.Event.ResourceStatus) && !string.IsNullOrEmpty(found.Event.ResourceStatusReason))?.Event.ResourceStatusReason
        ?? events.FirstOrDefault(found => found.Event.ResourceStatus.Contains("ROLLBACK", StringComparison.Ordinal) && !string.IsNullOrEmpty(found.Event.ResourceStatusReason))?.Event.ResourceStatusReason
        ?? end?.StackStatusReason
        ?? "CloudFormation gives no reason.");

    private static string Sentence(string text) => text.TrimEnd().TrimEnd('.') + ".";

    private static string Verb(string status) => status switch
    {
        _ when status.StartsWith("UPDATE", StringComparison.Ordinal) => "updated",
        _ when status.StartsWith("DELETE", StringComparison.Ordinal) => "deleted",
        _ when status.StartsWith("IMPORT", StringComparison.Ordinal) => "imported",
        _ => "created",
    };
}
