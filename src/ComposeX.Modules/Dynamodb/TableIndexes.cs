using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Dynamodb;

/// <summary>An index of a table as it is written.</summary>
/// <param name="IsGlobal">Whether it has a key and a capacity of its own.</param>
internal sealed record TableIndex(CfnMap Properties, bool IsGlobal)
{
    /// <summary>Its name, or null where a function says it.</summary>
    public string? Name => (Properties["IndexName"] as CfnString)?.Value;
}

/// <summary>The indexes of a table, local ones first.</summary>
internal static class TableIndexes
{
    public const string Local = "LocalSecondaryIndexes";

    public const string Global = "GlobalSecondaryIndexes";

    public static IReadOnlyList<TableIndex> Of(CfnMap properties) => [.. Of(properties, Local, false), .. Of(properties, Global, true)];

    private static IEnumerable<TableIndex> Of(CfnMap properties, string property, bool isGlobal) =>
        ((properties[property] as CfnList)?.Items ?? []).OfType<CfnMap>().Select(index => new TableIndex(index, isGlobal));
}
