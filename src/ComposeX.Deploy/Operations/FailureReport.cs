using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Stacks;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Operations;

/// <summary>Finds what failed first among the events of an operation, and says so where the user asked for it.</summary>
internal static partial class FailureReport
{
    private const string NoReason = "CloudFormation gives no reason.";

    public static IReadOnlyList<Diagnostic> Of(Session session, Stack? end, StackFollower follower)
    {
        var status = end?.StackStatus ?? "DELETE_COMPLETE";
        var first = FirstCause(follower.Events) is { } cause
            ? Of(session, cause, status, follower)
            : OperationDiagnostics.StackFailed(session.StackName, status, StackReason(end, follower.Events));
        return StackStatus.StateOf(end) is StackState.StuckRollback ? [first, Stuck(session, follower.Events)] : [first];
    }

    private static Diagnostic Of(Session session, TreeEvent cause, string status, StackFollower follower)
    {
        var failed = cause.Event;
        var reason = failed.ResourceStatusReason is { Length: > 0 } given ? Sentence(given) : NoReason;
        var explanation = follower.Explain(cause) is { Length: > 0 } seen ? " " + seen : Advice.For(reason, failed.ResourceType);
        return OperationDiagnostics.ResourceFailed(
            session.Origins.Find(cause.Stack, failed.LogicalResourceId) ?? Place.None,
            TreePath.Name(cause.Stack, failed.LogicalResourceId, session.Origins),
            failed.ResourceType ?? "",
            Verb(failed.ResourceStatus),
            reason + explanation,
            $"The stack \"{session.StackName}\" is now in the state \"{status}\".{Next(status)}");
    }

    // A nested stack fails because something in it fails, and the others because CloudFormation then gives up on them.
    private static TreeEvent? FirstCause(IReadOnlyList<TreeEvent> events)
    {
        var failures = events.Where(found => StackStatus.IsFailure(found.Event.ResourceStatus) && !found.IsOfStackItself && !IsConsequence(found)).ToList();
        return failures.FirstOrDefault(found => !found.IsOfNestedStack && found.Event.ResourceStatusReason is { Length: > 0 })
            ?? failures.FirstOrDefault(found => found.Event.ResourceStatusReason is { Length: > 0 })
            ?? failures.FirstOrDefault();
    }

    private static bool IsConsequence(TreeEvent found) =>
        found.Event.ResourceStatusReason is { } reason && (Cancelled().IsMatch(reason) || (found.IsOfNestedStack && reason.Contains("Embedded stack", StringComparison.Ordinal)));

    private static Diagnostic Stuck(Session session, IReadOnlyList<TreeEvent> events)
    {
        var rollback = events.SkipWhile(found => !found.Event.ResourceStatus.Contains("ROLLBACK", StringComparison.Ordinal));
        var stuck = rollback.Where(found => found.Event.ResourceStatus == "UPDATE_FAILED" && found is { IsOfStackItself: false, IsOfNestedStack: false } && !IsConsequence(found)).DistinctBy(found => found.Key).ToList();
        return OperationDiagnostics.RollbackStuck(
            stuck.Select(found => session.Origins.Find(found.Stack, found.Event.LogicalResourceId)).FirstOrDefault(place => place is not null) ?? Place.None,
            session.StackName,
            [.. stuck.Select(found => $"\"{TreePath.Name(found.Stack, found.Event.LogicalResourceId, session.Origins)}\" ({Sentence(found.Event.ResourceStatusReason ?? NoReason).TrimEnd('.')})")],
            [.. stuck.Select(found => ToSkip(found))]);
    }

    // CloudFormation wants a resource of a nested stack by that stack's own name.
    private static string ToSkip(TreeEvent found) => found.Stack.Length == 0 ? found.Event.LogicalResourceId : found.Event.StackName + "." + found.Event.LogicalResourceId;

    private static string Next(string status) => status switch
    {
        "ROLLBACK_COMPLETE" or "ROLLBACK_FAILED" => " Deploying again deletes it and starts anew.",
        "CREATE_FAILED" or "UPDATE_FAILED" => " What failed was kept to be looked at; deploying again goes on from there.",
        "DELETE_FAILED" => " Destroy it again when that is mended.",
        _ => "",
    };

    private static string StackReason(Stack? end, IReadOnlyList<TreeEvent> events) => Sentence(
        events.FirstOrDefault(found => StackStatus.IsFailure(found.Event.ResourceStatus) && !string.IsNullOrEmpty(found.Event.ResourceStatusReason))?.Event.ResourceStatusReason
        ?? events.FirstOrDefault(found => found.Event.ResourceStatus.Contains("ROLLBACK", StringComparison.Ordinal) && !string.IsNullOrEmpty(found.Event.ResourceStatusReason))?.Event.ResourceStatusReason
        ?? (string.IsNullOrEmpty(end?.StackStatusReason) ? NoReason : end.StackStatusReason));

    private static string Sentence(string text) => text.TrimEnd().TrimEnd('.') + ".";

    private static string Verb(string status) => status switch
    {
        _ when status.StartsWith("UPDATE", StringComparison.Ordinal) => "updated",
        _ when status.StartsWith("DELETE", StringComparison.Ordinal) => "deleted",
        _ when status.StartsWith("IMPORT", StringComparison.Ordinal) => "imported",
        _ => "created",
    };

    [GeneratedRegex(@"^\s*Resource (?:creation|update|deletion|import|\w+) cancell?ed", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cancelled();
}
