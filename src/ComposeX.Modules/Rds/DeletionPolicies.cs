namespace ComposeX.Modules.Rds;

/// <summary>What becomes of what belongs to a database when the database goes.</summary>
internal static class DeletionPolicies
{
    public const string Keep = "Retain";
    public const string KeepOnceMade = "RetainExceptOnCreate";

    /// <summary>The instances of a cluster and its secret stay where it stays; a snapshot has no use for them.</summary>
    public static string OfParts(string? ofDatabase) => ofDatabase is Keep or KeepOnceMade ? ofDatabase : "Delete";
}
