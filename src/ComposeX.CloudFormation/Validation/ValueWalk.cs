using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Goes through everything inside a value.</summary>
internal static class ValueWalk
{
    /// <summary>The value itself and all inside it, outer before inner, in the order written.</summary>
    public static IEnumerable<CfnValue> SelfAndDescendants(CfnValue value)
    {
        yield return value;
        foreach (var child in Children(value).SelectMany(SelfAndDescendants))
            yield return child;
    }

    /// <summary>The values directly inside.</summary>
    public static IEnumerable<CfnValue> Children(CfnValue value) => value switch
    {
        CfnList list => list.Items,
        CfnMap map => map.Members.Select(member => member.Value),
        CfnFunction function => [function.Argument],
        _ => [],
    };
}
