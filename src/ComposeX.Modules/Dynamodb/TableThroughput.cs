using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Dynamodb;

/// <summary>How a table is paid for: by request when nothing is said about units, else by the units that it and each of its indexes has.</summary>
internal static class TableThroughput
{
    private const string Units = "ProvisionedThroughput";
    private const string Requests = "OnDemandThroughput";
    private const string Mode = "BillingMode";
    private const string Provisioned = "PROVISIONED";
    private const string OnDemand = "PAY_PER_REQUEST";

    public static CfnMap Complete(CfnMap properties, TableScaling? scaling, Location origin, DiagnosticBag diagnostics)
    {
        // What is no such mode has been reported; what a function says nobody knows.
        if (properties[Mode] is not (null or CfnString { Value: Provisioned or OnDemand }))
        {
            return properties;
        }

        if (scaling is not null)
        {
            return Scaled(properties, scaling, diagnostics);
        }

        var mode = (properties[Mode] as CfnString)?.Value;
        var parts = Parts(properties).ToList();
        if (mode is null && parts.All(part => part.Owner[Units] is null))
        {
            return properties.With(Mode, new Cfn(origin).String(OnDemand));
        }

        Check(mode == OnDemand, properties, parts, diagnostics);
        return properties;
    }

    private static void Check(bool isOnDemand, CfnMap properties, IReadOnlyList<(CfnMap Owner, string Name)> parts, DiagnosticBag diagnostics)
    {
        foreach (var (owner, name) in parts)
        {
            if (isOnDemand && owner[Units] is { } units)
            {
                diagnostics.Add(DynamodbDiagnostics.UnitsOnDemand(units.Origin));
            }
            else if (!isOnDemand && owner[Units] is null)
            {
                diagnostics.Add(DynamodbDiagnostics.NoUnits(name, (ReferenceEquals(owner, properties) ? properties[Mode] : owner["IndexName"])?.Origin ?? owner.Origin));
            }

            if (!isOnDemand && owner[Requests] is { } requests)
            {
                diagnostics.Add(DynamodbDiagnostics.RequestsProvisioned(requests.Origin));
            }
        }
    }

    // What scales is provisioned; where no units are written it starts with the fewest it may have.
    private static CfnMap Scaled(CfnMap properties, TableScaling scaling, DiagnosticBag diagnostics)
    {
        if (properties[Mode] is CfnString { Value: OnDemand } mode)
        {
            diagnostics.Add(DynamodbDiagnostics.ScalingOnDemand(mode.Origin));
        }

        var cfn = new Cfn(scaling.Origin);
        var completed = WithUnits(properties, scaling, null).With(Mode, cfn.String(Provisioned));
        if (completed[TableIndexes.Global] is CfnList indexes)
        {
            completed = completed.With(TableIndexes.Global, indexes with
            {
                Items = [.. indexes.Items.Select(index => index is CfnMap map && map["IndexName"] is CfnString name ? WithUnits(map, scaling, name.Value) : index)],
            });
        }

        Check(false, completed, [.. Parts(completed)], diagnostics);
        return completed;
    }

    private static CfnMap WithUnits(CfnMap owner, TableScaling scaling, string? index)
    {
        var scaled = scaling.Parts.Where(part => string.Equals(part.Index, index, StringComparison.Ordinal)).ToList();
        if (owner[Units] is not null || scaled.Count < 2)
        {
            return owner;
        }

        var cfn = new Cfn(scaled[0].Origin);
        return owner.With(Units, cfn.Map(scaled.OrderBy(part => part.Unit, StringComparer.Ordinal).Select(part => (part.Unit, (CfnValue?)cfn.Number(part.Minimum)))));
    }

    private static IEnumerable<(CfnMap Owner, string Name)> Parts(CfnMap properties) =>
        new[] { (properties, "the table") }.Concat(TableIndexes.Of(properties).Where(index => index.IsGlobal).Select(index => (index.Properties, $"the index \"{index.Name}\"")));
}
