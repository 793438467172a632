using System;
using ComposeX.Deploy.Aws.CloudFormation.Model;

namespace ComposeX.Deploy.Stacks;

/// <summary>Reads CloudFormation's words for the states of stacks and resources.</summary>
internal static class StackStatus
{
    public static StackState StateOf(Stack? stack) => stack?.StackStatus switch
    {
        null or "DELETE_COMPLETE" => StackState.Absent,
        "REVIEW_IN_PROGRESS" => StackState.Shell,
        "ROLLBACK_COMPLETE" or "ROLLBACK_FAILED" => StackState.FailedCreation,
        "UPDATE_ROLLBACK_FAILED" => StackState.StuckRollback,
        "DELETE_FAILED" => StackState.FailedDeletion,
        var status when IsRunning(status) => StackState.Running,
        _ => StackState.Stable,
    };

    /// <summary>Whether more is to come: of a stack or of one of its resources.</summary>
    public static bool IsRunning(string status) => status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) && status != "REVIEW_IN_PROGRESS";

    public static bool IsFailure(string status) => status.EndsWith("_FAILED", StringComparison.Ordinal);

    /// <summary>Whether an operation came to what it was started for.</summary>
    public static bool IsSuccess(string status) => status is "CREATE_COMPLETE" or "UPDATE_COMPLETE" or "IMPORT_COMPLETE" or "DELETE_COMPLETE";

    /// <summary>Whether a stack's event is the beginning of an operation.</summary>
    public static bool IsBeginning(string status) => status is "CREATE_IN_PROGRESS" or "UPDATE_IN_PROGRESS" or "DELETE_IN_PROGRESS" or "IMPORT_IN_PROGRESS";
}
