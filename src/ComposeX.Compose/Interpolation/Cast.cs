using System;
using System.Globalization;
using ComposeX.Syntax;

namespace ComposeX.Compose.Interpolation;

/// <summary>Turns text into the plain text of a number or a truth value.</summary>
/// <param name="Expected">What the text has to be, for a finding.</param>
/// <param name="Convert">The canonical plain text, or null when the text is not that.</param>
internal sealed record Cast(string Expected, Func<string, string?> Convert)
{
    public static Cast Integer { get; } = new("a whole number, such as 10", ToInteger);

    public static Cast Float { get; } = new("a number, such as 0.5", text => ToFloat(text)?.ToString("R", CultureInfo.InvariantCulture));

    public static Cast Single { get; } = new("a number, such as 0.5", text => ToFloat(text) is { } value && !float.IsInfinity((float)value) ? GoNumber.Print((float)value) : null);

    public static Cast Boolean { get; } = new("\"true\" or \"false\"", ToBoolean);

    /// <summary>Whether a truth value is written in a way that YAML 1.2 reads as text.</summary>
    public static bool IsOldBoolean(string text) => text.ToLowerInvariant() is "y" or "yes" or "on" or "n" or "no" or "off";

    private static string? ToInteger(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value.ToString(CultureInfo.InvariantCulture) : null;

    private static double? ToFloat(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) && !double.IsInfinity(value) && !double.IsNaN(value) ? value : null;

    private static string? ToBoolean(string text) => text.ToLowerInvariant() switch
    {
        "true" or "y" or "yes" or "on" => "true",
        "false" or "n" or "no" or "off" => "false",
        _ => null,
    };
}
