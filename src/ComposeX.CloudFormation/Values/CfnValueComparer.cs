using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.CloudFormation.Values;

/// <summary>Compares values by what they say, wherever they were written.</summary>
public sealed class CfnValueComparer : IEqualityComparer<CfnValue>
{
    public static CfnValueComparer Default { get; } = new();

    public bool Equals(CfnValue? x, CfnValue? y) => (x, y) switch
    {
        (null, null) => true,
        (CfnList one, CfnList other) => one.Items.SequenceEqual(other.Items, this),
        (CfnMap one, CfnMap other) => one.Members.Count == other.Members.Count && one.Members.All(member => Equals(member.Value, other[member.Name])),
        (CfnFunction one, CfnFunction other) => string.Equals(one.Name, other.Name, StringComparison.Ordinal) && Equals(one.Argument, other.Argument),
        (CfnSharedList one, CfnSharedList other) => string.Equals(one.Name, other.Name, StringComparison.Ordinal),
        (CfnValue one, CfnValue other) => one with { Origin = default! } == other with { Origin = default! },
        _ => false,
    };

    public int GetHashCode(CfnValue obj) => obj switch
    {
        CfnList list => list.Items.Count,
        CfnMap map => map.Members.Count,
        CfnFunction function => StringComparer.Ordinal.GetHashCode(function.Name) ^ GetHashCode(function.Argument),
        CfnSharedList shared => StringComparer.Ordinal.GetHashCode(shared.Name),
        CfnString text => StringComparer.Ordinal.GetHashCode(text.Value),
        CfnResourceReference reference => StringComparer.Ordinal.GetHashCode(reference.LogicalId),
        _ => 0,
    };
}
