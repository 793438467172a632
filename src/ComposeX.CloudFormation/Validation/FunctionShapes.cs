using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;

namespace ComposeX.CloudFormation.Validation;

/// <summary>What shape each function's argument must have.</summary>
internal static class FunctionShapes
{
    /// <summary>What the function would take, when its argument is something else; null when the shape is right.</summary>
    public static string? Fault(CfnFunction function) => function.Name switch
    {
        "Ref" => function.Argument is CfnString ? null : "the name of a parameter or resource",
        "Condition" => function.Argument is CfnString ? null : "the name of a condition",
        "Fn::GetAtt" => GetAtt(function.Argument),
        "Fn::Sub" => Sub(function.Argument),
        "Fn::Join" => Join(function.Argument),
        "Fn::Split" => Split(function.Argument),
        "Fn::Select" => Select(function.Argument),
        "Fn::If" => function.Argument is CfnList { Items: [CfnString, _, _] } ? null : "a list of three: the name of a condition, the value if it holds, the value if not",
        "Fn::Equals" => function.Argument is CfnList { Items: [var left, var right] } && IsText(left) && IsText(right) ? null : "a list of two texts",
        "Fn::And" or "Fn::Or" => function.Argument is CfnList { Items.Count: >= 2 and <= 10 } several && several.Items.All(IsCondition) ? null : "a list of two to ten conditions",
        "Fn::Not" => function.Argument is CfnList { Items: [var negated] } && IsCondition(negated) ? null : "a list of one condition",
        "Fn::FindInMap" => FindInMap(function.Argument),
        "Fn::Base64" or "Fn::ImportValue" or "Fn::GetAZs" => IsText(function.Argument) ? null : "a text",
        "Fn::Cidr" => Cidr(function.Argument),
        "Fn::Transform" or "Fn::GetStackOutput" => function.Argument is CfnMap ? null : "an object",
        _ => null,
    };

    private static string? GetAtt(CfnValue argument) =>
        argument is CfnList { Items: [CfnString, CfnString or CfnFunction { Name: "Ref" }] }
            ? null
            : "a list of two: the name of a resource, and an attribute of it (or \"name.attribute\" in YAML)";

    private static string? Sub(CfnValue argument) =>
        argument is CfnString or CfnList { Items: [CfnString, CfnMap] } ? null : "a text, or a list of two: a text and an object with the values of its variables";

    private static string? Join(CfnValue argument) => argument switch
    {
        CfnList { Items: [CfnString, CfnFunction] } => null,
        CfnList { Items: [CfnString, CfnList texts] } when texts.Items.All(IsText) => null,
        _ => "a list of two: a delimiter and a list of texts",
    };

    private static string? Split(CfnValue argument) =>
        argument is CfnList { Items: [CfnString { Value.Length: > 0 }, var text] } && IsText(text) ? null : "a list of two: a delimiter and a text";

    private static string? Select(CfnValue argument) => argument switch
    {
        CfnList { Items: [CfnFunction, CfnList or CfnFunction] } => null,
        CfnList { Items: [var index, CfnFunction] } when Index(index) >= 0 => null,
        CfnList { Items: [var index, CfnList items] } when Index(index) >= 0 =>
            Index(index) < items.Items.Count ? null : "an index that is smaller than the length of its list",
        _ => "a list of two: an index from 0 and a list",
    };

    private static string? FindInMap(CfnValue argument)
    {
        const string Expected = "a list of three: the name of a mapping, a first key and a second key";
        return argument is CfnList { Items.Count: 3 or 4 } list && list.Items.Take(3).All(IsText) && list.Items.Skip(3).All(item => item is CfnMap) ? null : Expected;
    }

    private static string? Cidr(CfnValue argument) =>
        argument is CfnList { Items: { Count: 2 or 3 } items } && items.All(IsText) ? null : "a list: an address block, how many to make of it, and optionally how many bits each has";

    private static int Index(CfnValue value) => value switch
    {
        CfnNumber number => Index(number.Text),
        CfnString text => Index(text.Value),
        _ => -1,
    };

    private static int Index(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;

    private static bool IsText(CfnValue value) => value is CfnString or CfnNumber or CfnBoolean or CfnFunction;

    private static bool IsCondition(CfnValue value) => value is CfnFunction;
}
