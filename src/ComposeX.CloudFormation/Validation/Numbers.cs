using System.Globalization;
using ComposeX.CloudFormation.Values;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Reads and compares numbers the same way in every culture.</summary>
internal static class Numbers
{
    /// <summary>The text of a number, also of one in quotes, which CloudFormation takes too; else null.</summary>
    public static string? Of(CfnValue value) => value switch
    {
        CfnNumber number => number.Text,
        CfnString text when Parse(text.Value) is not null => text.Value,
        _ => null,
    };

    public static bool IsNumber(string text) => Parse(text) is not null;

    public static bool IsWhole(string text) => Parse(text) is { } number && decimal.Truncate(number) == number;

    /// <summary>Whether the number lies between inclusive limits; one too great to be compared exactly does not.</summary>
    public static bool IsWithin(string text, string? minimum, string? maximum) =>
        Parse(text) is { } number
        && (minimum is null || Parse(minimum) is not { } least || number >= least)
        && (maximum is null || Parse(maximum) is not { } most || number <= most);

    public static bool AreEqual(string left, string right) => Parse(left) is { } first && Parse(right) is { } second && first == second;

    private static decimal? Parse(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) ? number : null;
}
