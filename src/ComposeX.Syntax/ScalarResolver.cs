using System;
using System.Globalization;

namespace ComposeX.Syntax;

/// <summary>What a scalar's text stands for.</summary>
public enum ScalarKind
{
    Null,
    Boolean,
    Integer,
    Float,
    Timestamp,
    String,
}

/// <summary>A scalar with its meaning: the kind, and the member that goes with it.</summary>
public readonly record struct ScalarValue(ScalarKind Kind, string Text)
{
    public bool Boolean { get; init; }

    /// <summary>A whole number between the least signed and the greatest unsigned 64-bit one.</summary>
    public decimal Integer { get; init; }

    public double Float { get; init; }

    public DateTimeOffset Timestamp { get; init; }

    public bool IsNumber => Kind is ScalarKind.Integer or ScalarKind.Float;

    /// <summary>The value as Go's <c>%v</c> prints it, which is how Compose turns numbers into text.</summary>
    public string Printed => Kind switch
    {
        ScalarKind.Boolean => Boolean ? "true" : "false",
        ScalarKind.Integer => Integer.ToString(CultureInfo.InvariantCulture),
        ScalarKind.Float => GoNumber.Print(Float),
        ScalarKind.Timestamp => GoTimestamp.Print(Timestamp),
        _ => Text,
    };
}

/// <summary>Tells what a scalar stands for, by the mixture of YAML 1.1 and 1.2 that Compose reads. Only plain scalars are ever anything but text.</summary>
public static class ScalarResolver
{
    /// <summary>A text with more digits is not tried as a number: reading thousands of them thousands of times takes minutes.</summary>
    private const int LongestNumber = 1_000;

    public static ScalarKind KindOf(YamlScalar scalar) => Resolve(scalar).Kind;

    public static bool IsNull(YamlNode node) => node is YamlScalar scalar && KindOf(scalar) == ScalarKind.Null;

    public static bool IsString(YamlNode node) => node is YamlScalar scalar && KindOf(scalar) == ScalarKind.String;

    public static ScalarValue Resolve(YamlScalar scalar) => scalar.Tag switch
    {
        "!!str" => new ScalarValue(ScalarKind.String, scalar.Text),
        "!!binary" => new ScalarValue(ScalarKind.String, Base64(scalar.Text)),
        "!!int" or "!!float" or "!!bool" or "!!null" or "!!timestamp" => Tagged(scalar.Tag, ResolvePlain(scalar.Text)),
        _ when scalar.Style == YamlScalarStyle.Plain => ResolvePlain(scalar.Text),
        _ => new ScalarValue(ScalarKind.String, scalar.Text),
    };

    /// <summary>What a plain text stands for.</summary>
    public static ScalarValue ResolvePlain(string text)
    {
        if (text.Length == 0)
            return new ScalarValue(ScalarKind.Null, text);

        return text[0] switch
        {
            't' or 'T' or 'f' or 'F' or 'n' or 'N' or '~' => Word(text),
            '.' or '+' or '-' or (>= '0' and <= '9') => Number(text),
            _ => new ScalarValue(ScalarKind.String, text),
        };
    }

    private static ScalarValue Word(string text) => text switch
    {
        "~" or "null" or "Null" or "NULL" => new ScalarValue(ScalarKind.Null, text),
        "true" or "True" or "TRUE" => new ScalarValue(ScalarKind.Boolean, text) { Boolean = true },
        "false" or "False" or "FALSE" => new ScalarValue(ScalarKind.Boolean, text),
        _ => new ScalarValue(ScalarKind.String, text),
    };

    private static ScalarValue Number(string text)
    {
        if (text.Length > LongestNumber)
            return new ScalarValue(ScalarKind.String, text);

        if (GoTimestamp.TryParse(text, out var timestamp))
            return new ScalarValue(ScalarKind.Timestamp, text) { Timestamp = timestamp };

        if (GoNumber.TryParseInteger(text, out var integer))
            return new ScalarValue(ScalarKind.Integer, text) { Integer = integer };

        if (GoNumber.TryParseFloat(text, out var number))
            return new ScalarValue(ScalarKind.Float, text) { Float = number };

        return new ScalarValue(ScalarKind.String, text);
    }

    private static ScalarValue Tagged(string tag, ScalarValue plain) => (tag, plain.Kind) switch
    {
        ("!!float", ScalarKind.Integer) => new ScalarValue(ScalarKind.Float, plain.Text) { Float = (double)plain.Integer },
        _ => plain,
    };

    private static string Base64(string text)
    {
        try
        {
            return System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            return text;
        }
    }
}
