using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>
/// Folds what rooms ask for into a resource's properties: lists are appended, maps merged, and anything else replaces the default.
/// Two rooms that set one member to different values are reported. <c>AWS::NoValue</c> takes a property away.
/// </summary>
internal static class PropertyFold
{
    /// <param name="owner">What the properties are of, for the finding: <c>the service "web"</c>.</param>
    public static CfnMap Fold(CfnMap defaults, IEnumerable<(string Property, CfnValue Value)> asked, string owner, DiagnosticBag diagnostics)
    {
        var set = new Dictionary<string, CfnValue>(StringComparer.Ordinal);
        var folded = asked.Aggregate(defaults, (map, member) => map.With(member.Property, Merge(map[member.Property], member.Value, member.Property)));
        return folded with { Members = [.. folded.Members.Where(member => !IsNoValue(member.Value))] };

        CfnValue Merge(CfnValue? old, CfnValue value, string path)
        {
            switch (old, value)
            {
                case (CfnList list, CfnList more):
                    return list with { Items = [.. list.Items, .. more.Items] };
                case (CfnMap map, CfnMap more):
                    return more.Members.Aggregate(map, (merged, member) => merged.With(member.Name, Merge(merged[member.Name], member.Value, $"{path}.{member.Name}")));
            }

            if (set.TryGetValue(path, out var other) && !CfnValueComparer.Default.Equals(other, value))
            {
                diagnostics.Add(FamilyDiagnostics.SetTwice(path, owner, other.Origin, value.Origin));
            }

            set[path] = value;
            return value;
        }
    }

    private static bool IsNoValue(CfnValue value) => value is CfnFunction { Name: "Ref", Argument: CfnString { Value: "AWS::NoValue" } };
}
