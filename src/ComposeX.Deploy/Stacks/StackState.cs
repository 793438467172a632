namespace ComposeX.Deploy.Stacks;

/// <summary>What a stack's status means for somebody who wants to change it.</summary>
internal enum StackState
{
    /// <summary>There is no such stack.</summary>
    Absent,

    /// <summary>Only change sets, nothing created yet.</summary>
    Shell,

    /// <summary>Created or updated; can be updated.</summary>
    Stable,

    /// <summary>An operation is running.</summary>
    Running,

    /// <summary>A creation that failed and was undone; can only be deleted.</summary>
    FailedCreation,

    /// <summary>A rollback that got stuck.</summary>
    StuckRollback,

    /// <summary>A deletion that failed half-way.</summary>
    FailedDeletion,
}
