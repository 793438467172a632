using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Schema;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Checks a literal of the right kind against what else a schema says of it.</summary>
internal static class ScalarValidator
{
    public static Diagnostic? Check(CfnValue value, StringType type, string path)
    {
        var text = Text(value);
        if (type.AllowedValues.Count > 0)
            return type.AllowedValues.Contains(text, StringComparer.Ordinal) ? null : PropertyDiagnostics.NotAllowed(path, text, type.AllowedValues, value.Origin);
        var length = new StringInfo(text).LengthInTextElements;
        if (text.Length < type.MinimumLength || length > type.MaximumLength)
            return PropertyDiagnostics.WrongLength(path, length, type.MinimumLength, type.MaximumLength, value.Origin);
        return type.Pattern is { } pattern && !Patterns.IsMatch(text, pattern) ? PropertyDiagnostics.PatternMismatch(path, text, pattern, value.Origin) : null;
    }

    public static Diagnostic? Check(CfnValue value, NumberType type, string path)
    {
        var text = Numbers.Of(value) ?? "";
        if (type.AllowedValues.Count > 0)
            return IsAmong(text, type.AllowedValues) ? null : PropertyDiagnostics.NotAllowed(path, text, type.AllowedValues, value.Origin);
        return Numbers.IsWithin(text, type.Minimum, type.Maximum) ? null : PropertyDiagnostics.OutOfRange(path, text, type.Minimum, type.Maximum, value.Origin);
    }

    /// <summary>A scalar as CloudFormation hands it to AWS.</summary>
    public static string Text(CfnValue value) => value switch
    {
        CfnString text => text.Value,
        CfnNumber number => number.Text,
        CfnBoolean boolean => boolean.Value ? "true" : "false",
        _ => "",
    };

    private static bool IsAmong(string text, IReadOnlyList<string> allowed) => allowed.Any(value => Numbers.AreEqual(value, text));
}
