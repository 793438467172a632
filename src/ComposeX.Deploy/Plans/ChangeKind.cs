namespace ComposeX.Deploy.Plans;

/// <summary>What a deployment does to a resource.</summary>
internal enum ChangeKind
{
    Add,
    Modify,

    /// <summary>Whether a new one takes its place shows only while the deployment runs.</summary>
    MayReplace,
    Replace,
    Remove,
    Import,

    /// <summary>A nested stack changes, and nobody says what in it.</summary>
    Unseen,
}
