using ComposeX.Syntax;

namespace ComposeX.Compose.Expansion;

/// <summary>What can be wrong with a document before its attributes are looked at.</summary>
internal static class ExpansionDiagnostics
{
    public static Diagnostic DocumentIsNotAMapping(Location at, bool isEmpty) => Diagnostic.Error("CX1001", at, isEmpty
        ? "The document is empty. A compose file has at least \"services:\"."
        : "A compose file is a mapping with \"services:\" at the top, but this is something else.");

    public static Diagnostic TooManyAliases(Location at, string anchor) =>
        Diagnostic.Error("CX1002", at, $"Aliases such as \"*{anchor}\" would blow this document up to more than 100,000 nodes. Use fewer, or smaller ones.");

    public static Diagnostic CannotMerge(Location at) => Diagnostic.Error("CX1003", at,
        "\"<<\" merges a mapping, or a list of mappings, but this is neither. Write the alias of a mapping: \"<<: *name\".");

    public static Diagnostic KeyIsNotText(Location at, string key) =>
        Diagnostic.Error("CX1004", at, $"The key \"{key}\" is not text. Put it in quotes.");

    public static Diagnostic TooDeep(Location at, int limit) =>
        Diagnostic.Error("CX1005", at, $"With its aliases this is nested more than {limit} levels deep, which is more than is read. Flatten it.");
}
