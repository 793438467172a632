using System;
using System.Linq;

namespace ComposeX.CloudFormation.Values;

/// <summary>Rewrites values from the inside out.</summary>
public static class CfnReplacement
{
    /// <summary>This value with every value in it, and then itself, replaced by what <paramref name="replace"/> returns.</summary>
    public static CfnValue Replace(this CfnValue value, Func<CfnValue, CfnValue> replace) => replace(value switch
    {
        CfnList list => list with { Items = [.. list.Items.Select(item => item.Replace(replace))] },
        CfnMap map => map with { Members = [.. map.Members.Select(member => member with { Value = member.Value.Replace(replace) })] },
        CfnFunction function => function with { Argument = function.Argument.Replace(replace) },
        CfnSharedList shared => shared with { Items = [.. shared.Items.Select(item => item.Replace(replace))] },
        _ => value,
    });
}
