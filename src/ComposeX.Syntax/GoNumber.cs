using System;
using System.Globalization;
using System.Text;

namespace ComposeX.Syntax;

/// <summary>Numbers as Go reads and prints them, on every runtime alike.</summary>
public static class GoNumber
{
    /// <summary>A whole number: decimal, <c>0x</c>, <c>0b</c>, <c>0o</c> or a leading zero for octal; underscores between digits are skipped.</summary>
    public static bool TryParseInteger(string text, out decimal value)
    {
        var digits = text.IndexOf('_') < 0 ? text : text.Replace("_", "");
        var isNegative = digits.Length > 0 && digits[0] == '-';
        var start = digits.Length > 0 && digits[0] is '-' or '+' ? 1 : 0;
        var (radix, first) = Radix(digits, start);
        value = 0;
        return TryAccumulate(digits, first, radix, out var magnitude)
            && (value = isNegative ? -magnitude : magnitude) is >= long.MinValue and <= ulong.MaxValue;
    }

    /// <summary>A decimal number with an optional fraction and exponent that is finite.</summary>
    public static bool TryParseFloat(string text, out double value)
    {
        var digits = text.IndexOf('_') < 0 ? text : text.Replace("_", "");
        if (digits.TrimStart('+', '-') is ".inf" or ".Inf" or ".INF" && digits.Length <= 5)
        {
            value = digits[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        if (digits is ".nan" or ".NaN" or ".NAN")
        {
            value = double.NaN;
            return true;
        }

        value = 0;
        return HasFloatShape(digits)
            && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && !double.IsInfinity(value);
    }

    /// <summary>The fewest digits that read back as the same number, with an exponent below 1e-4 and from 1e+06 on.</summary>
    public static string Print(double value)
    {
        if (double.IsNaN(value))
            return "NaN";

        if (double.IsInfinity(value))
            return value > 0 ? "+Inf" : "-Inf";

        return value == 0 ? "0" : Print(ShortestDigits(value), exponentFrom: 6);
    }

    /// <summary>The same for a single-precision number.</summary>
    public static string Print(float value) => value == 0 ? "0" : Print(ShortestDigits(value), exponentFrom: 6);

    private static (int Radix, int First) Radix(string digits, int start)
    {
        if (digits.Length - start < 2 || digits[start] != '0')
            return (10, start);

        return digits[start + 1] switch
        {
            'x' or 'X' => (16, start + 2),
            'b' or 'B' => (2, start + 2),
            'o' or 'O' => (8, start + 2),
            _ => (8, start + 1),
        };
    }

    private static bool TryAccumulate(string digits, int first, int radix, out decimal value)
    {
        value = 0;
        for (var i = first; i < digits.Length; i++)
        {
            var digit = Digit(digits[i]);
            if (digit < 0 || digit >= radix || value > ulong.MaxValue)
                return false;

            value = value * radix + digit;
        }

        return digits.Length > first;
    }

    private static int Digit(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'a' and <= 'f' => character - 'a' + 10,
        >= 'A' and <= 'F' => character - 'A' + 10,
        _ => -1,
    };

    private static bool HasFloatShape(string text)
    {
        var i = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        var whole = SkipDigits(text, ref i);
        var fraction = 0;
        if (i < text.Length && text[i] == '.')
        {
            i++;
            fraction = SkipDigits(text, ref i);
        }

        if (whole + fraction == 0)
            return false;

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            i += i < text.Length && text[i] is '+' or '-' ? 1 : 0;
            if (SkipDigits(text, ref i) == 0)
                return false;
        }

        return i == text.Length;
    }

    private static int SkipDigits(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && text[i] is >= '0' and <= '9')
        {
            i++;
        }

        return i - start;
    }

    // "d.ddde±xxx", the fewest digits that survive the way back.
    private static string ShortestDigits(double value)
    {
        foreach (var format in (string[])["E14", "E15"])
        {
            var text = value.ToString(format, CultureInfo.InvariantCulture);
            if (double.Parse(text, CultureInfo.InvariantCulture).Equals(value))
                return text;
        }

        return value.ToString("E16", CultureInfo.InvariantCulture);
    }

    private static string ShortestDigits(float value)
    {
        foreach (var format in (string[])["E5", "E6", "E7"])
        {
            var text = value.ToString(format, CultureInfo.InvariantCulture);
            if (float.Parse(text, CultureInfo.InvariantCulture).Equals(value))
                return text;
        }

        return value.ToString("E8", CultureInfo.InvariantCulture);
    }

    private static string Print(string scientific, int exponentFrom)
    {
        var sign = scientific[0] == '-' ? "-" : "";
        var e = scientific.IndexOf('E');
        var digits = scientific.Substring(sign.Length, e - sign.Length).Replace(".", "").TrimEnd('0');
        var exponent = int.Parse(scientific.Substring(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return sign + (exponent < -4 || exponent >= exponentFrom ? WithExponent(digits, exponent) : WithoutExponent(digits, exponent));
    }

    private static string WithExponent(string digits, int exponent)
    {
        var text = new StringBuilder(digits.Substring(0, 1));
        if (digits.Length > 1)
        {
            text.Append('.').Append(digits, 1, digits.Length - 1);
        }

        return text.Append('e').Append(exponent < 0 ? '-' : '+').Append(Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)).ToString();
    }

    private static string WithoutExponent(string digits, int exponent) => exponent switch
    {
        < 0 => "0." + new string('0', -exponent - 1) + digits,
        _ when digits.Length <= exponent + 1 => digits.PadRight(exponent + 1, '0'),
        _ => digits.Substring(0, exponent + 1) + "." + digits.Substring(exponent + 1),
    };
}
