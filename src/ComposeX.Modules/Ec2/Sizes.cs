using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ec2;

/// <summary>Checks numbers and choices as they are read.</summary>
internal static class Sizes
{
    /// <summary>A number that must not be below the least; null, and a finding, when it is.</summary>
    public static Located<long>? Of(Located<long>? number, string key, long least, DiagnosticBag diagnostics) => Between(number, key, least, int.MaxValue, diagnostics);

    public static Located<long>? Percent(Located<long>? number, string key, DiagnosticBag diagnostics) => Between(number, key, 0, 100, diagnostics);

    public static Located<long>? Between(Located<long>? number, string key, long least, long most, DiagnosticBag diagnostics)
    {
        if (number is not { } given || (given.Value >= least && given.Value <= most))
        {
            return number;
        }

        diagnostics.Add(Ec2Diagnostics.OutOfRange(given.Value.ToString(CultureInfo.InvariantCulture), key, least, most == int.MaxValue ? null : most, given.Origin));
        return null;
    }

    /// <summary>Reports a smaller number that is the larger one.</summary>
    public static void InOrder(Located<long>? smaller, Located<long>? larger, DiagnosticBag diagnostics)
    {
        if (smaller is { } less && larger is { } more && less.Value > more.Value)
        {
            diagnostics.Add(Ec2Diagnostics.WrongOrder(less.Value, more.Value, more.Origin));
        }
    }

    /// <summary>A price in dollars.</summary>
    public static Located<string>? Price(Located<string>? text, string key, DiagnosticBag diagnostics)
    {
        if (text is not { } given || (decimal.TryParse(given.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) && price > 0))
        {
            return text;
        }

        diagnostics.Add(Ec2Diagnostics.NoPrice(given.Value, key, given.Origin));
        return null;
    }

    public static Located<string>? OneOf(Located<string>? text, string key, IReadOnlyList<string> choices, DiagnosticBag diagnostics)
    {
        if (text is not { } given || choices.Contains(given.Value, StringComparer.Ordinal))
        {
            return text;
        }

        diagnostics.Add(Ec2Diagnostics.UnknownChoice(given.Value, key, choices, given.Origin));
        return null;
    }
}
