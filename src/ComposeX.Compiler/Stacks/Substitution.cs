using System.Linq;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Compiler.Stacks;

/// <summary>Makes <c>Fn::Sub</c> as short as its stack allows: a variable that turned out to be a plain <c>Ref</c> stands in the text itself.</summary>
internal static class Substitution
{
    public static CfnFunction Shorten(CfnFunction function)
    {
        if (function is not { Name: "Fn::Sub", Argument: CfnList { Items: [CfnString text, CfnMap variables] } list })
        {
            return function;
        }

        var inlined = variables.Members.Where(variable => RefOf(variable) is not null).ToList();
        var shortened = inlined.Aggregate(text.Value, (value, variable) => value.Replace("${" + variable.Name + "}", "${" + RefOf(variable) + "}"));
        var left = variables with { Members = [.. variables.Members.Except(inlined)] };
        return function with
        {
            Argument = left.Members.Count == 0 ? text with { Value = shortened } : list with { Items = [text with { Value = shortened }, left] },
        };
    }

    private static string? RefOf(CfnMember variable) => variable.Value is CfnFunction { Name: "Ref", Argument: CfnString target } ? target.Value : null;
}
