using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Dynamodb;

/// <summary>Values that DynamoDB takes and its published schema does not list, and properties that need each other.</summary>
internal static class TableChoices
{
    public static void Check(CfnMap properties, IReadOnlyList<TableIndex> indexes, DiagnosticBag diagnostics)
    {
        CheckChoice(properties, "BillingMode", ["PAY_PER_REQUEST", "PROVISIONED"], diagnostics);
        CheckChoice(properties, "TableClass", ["STANDARD", "STANDARD_INFREQUENT_ACCESS"], diagnostics);
        CheckChoice(properties["StreamSpecification"] as CfnMap, "StreamViewType", ["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"], diagnostics);
        foreach (var attribute in ((properties["AttributeDefinitions"] as CfnList)?.Items ?? []).OfType<CfnMap>())
        {
            CheckChoice(attribute, "AttributeType", ["S", "N", "B"], diagnostics);
        }

        foreach (var projection in indexes.Select(index => index.Properties["Projection"]).OfType<CfnMap>())
        {
            CheckProjection(projection, diagnostics);
        }

        if (properties["TimeToLiveSpecification"] is CfnMap { } expiry && expiry["Enabled"] is CfnBoolean { Value: true } && expiry["AttributeName"] is null)
        {
            diagnostics.Add(DynamodbDiagnostics.NoExpiry(expiry.Origin));
        }
    }

    private static void CheckProjection(CfnMap projection, DiagnosticBag diagnostics)
    {
        CheckChoice(projection, "ProjectionType", ["ALL", "INCLUDE", "KEYS_ONLY"], diagnostics);
        switch (projection["ProjectionType"])
        {
            case CfnString { Value: "INCLUDE" } include when projection["NonKeyAttributes"] is null:
                diagnostics.Add(DynamodbDiagnostics.NothingIncluded(include.Origin));
                break;
            case CfnString { Value: "ALL" or "KEYS_ONLY" } type when projection["NonKeyAttributes"] is { } attributes:
                diagnostics.Add(DynamodbDiagnostics.NotIncluded(type.Value, attributes.Origin));
                break;
        }
    }

    private static void CheckChoice(CfnMap? owner, string property, IReadOnlyList<string> choices, DiagnosticBag diagnostics)
    {
        if (owner?[property] is CfnString value && !choices.Contains(value.Value, StringComparer.Ordinal))
        {
            diagnostics.Add(DynamodbDiagnostics.UnknownChoice(property, value.Value, choices, value.Origin));
        }
    }
}
