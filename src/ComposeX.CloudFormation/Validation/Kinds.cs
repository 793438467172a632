using System.Linq;
using ComposeX.CloudFormation.Schema;
using ComposeX.CloudFormation.Values;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Says in words what a value is and what a schema wants, and whether the one could be the other.</summary>
internal static class Kinds
{
    public static string Describe(CfnValue value) => value switch
    {
        CfnString text when text.Value.Length == 0 => "an empty text",
        CfnString text => $"\"{Shortened(text.Value)}\"",
        CfnNumber number => number.Text,
        CfnBoolean boolean => boolean.Value ? "true" : "false",
        CfnList => "a list",
        CfnMap => "an object",
        CfnNull => "null",
        _ => "that",
    };

    public static string Describe(SchemaType type) => type switch
    {
        StringType => "a text",
        NumberType { Whole: true } => "a whole number",
        NumberType => "a number",
        BooleanType => "true or false",
        TimestampType => "a date and time such as \"2030-01-31T12:00:00Z\"",
        ListType => "a list",
        UnionType union => string.Join(" or ", union.Options.Select(Describe).Distinct()),
        _ => "an object",
    };

    public static string Describe(ResultKind kind) => kind switch
    {
        ResultKind.List => "a list",
        ResultKind.Object => "an object",
        ResultKind.Nothing => "nothing",
        _ => "a text",
    };

    /// <summary>Whether a literal has the outer form that the schema wants; what is inside is not looked at.</summary>
    public static bool Fits(CfnValue value, SchemaType type) => type switch
    {
        // Where an object may be given as its JSON text, that text is no number.
        UnionType union when value is CfnNumber or CfnBoolean && union.Options.Any(option => option is JsonType or ObjectReference) =>
            union.Options.Any(option => option is not StringType && Fits(value, option)),
        UnionType union => union.Options.Any(option => Fits(value, option)),
        StringType or TimestampType => value is CfnString or CfnNumber or CfnBoolean,
        NumberType number => Numbers.Of(value) is { } text && (!number.Whole || Numbers.IsWhole(text)),
        BooleanType => value is CfnBoolean or CfnString { Value: "true" or "false" or "True" or "False" },
        ListType => value is CfnList,
        JsonType => value is CfnMap or CfnList || (value is CfnString text && text.Value.TrimStart() is ['{' or '[', ..]),
        _ => value is CfnMap,
    };

    /// <summary>Whether what a function gives could be what the schema wants.</summary>
    public static bool Fits(ResultKind kind, SchemaType type) => kind is ResultKind.Unknown or ResultKind.Nothing || type switch
    {
        UnionType union => union.Options.Any(option => Fits(kind, option)),
        StringType or TimestampType or NumberType or BooleanType => kind == ResultKind.Text,
        ListType => kind == ResultKind.List,
        JsonType => true,
        _ => kind == ResultKind.Object,
    };

    private static string Shortened(string text) => text.Length <= 60 ? text : $"{text.Substring(0, 57)}...";
}
