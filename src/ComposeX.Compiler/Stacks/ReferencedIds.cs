using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Compiler.Stacks;

/// <summary>The logical ids that a resolved value refers to: CloudFormation waits for those without being told.</summary>
internal static class ReferencedIds
{
    public static IEnumerable<string> In(CfnValue value) => value switch
    {
        CfnFunction { Name: "Ref", Argument: CfnString id } => [id.Value],
        CfnFunction { Name: "Fn::GetAtt", Argument: CfnList { Items: [CfnString id, ..] } } => [id.Value],
        CfnFunction function => In(function.Argument),
        CfnList list => list.Items.SelectMany(In),
        CfnMap map => map.Members.SelectMany(member => In(member.Value)),
        _ => [],
    };
}
