using System.Globalization;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Scaling;

/// <summary>Reads numbers within limits, and writes them.</summary>
internal static class Number
{
    /// <summary>A whole number that a 32-bit one holds.</summary>
    public static Located<int>? Whole(MappingReader reader, int minimum, DiagnosticBag diagnostics, params string[] names) =>
        Read(reader, minimum, int.MaxValue, $"a whole number from {Text(minimum)} up", diagnostics, names) is not { } number ? null
            : number.Value == decimal.Truncate(number.Value) ? new((int)number.Value, number.Origin)
            : Refuse<int>(names[0], Text(number.Value), $"a whole number from {Text(minimum)} up", number.Origin, diagnostics);

    /// <summary>A share of what a task has, in percent.</summary>
    public static Located<decimal>? Percentage(MappingReader reader, DiagnosticBag diagnostics, params string[] names) =>
        Read(reader, 0.1m, 100, "a percentage from 0.1 to 100", diagnostics, names);

    /// <summary>Any number.</summary>
    public static Located<decimal>? Read(MappingReader reader, decimal minimum, decimal maximum, string range, DiagnosticBag diagnostics, params string[] names)
    {
        if (reader.Text(names) is not { } text)
        {
            return null;
        }

        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(text.Value, Styles, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum
            ? new(value, text.Origin)
            : Refuse<decimal>(names[0], text.Value, range, text.Origin, diagnostics);
    }

    public static string Text(decimal number) => number.ToString("0.#########", CultureInfo.InvariantCulture);

    public static CfnNumber Cfn(decimal number, Location origin) => new(Text(number), origin);

    private static Located<T>? Refuse<T>(string key, string value, string range, Location origin, DiagnosticBag diagnostics)
    {
        diagnostics.Add(ScalingDiagnostics.NoNumber(key, value, range, origin));
        return null;
    }
}
