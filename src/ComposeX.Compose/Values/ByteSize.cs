using System;
using System.Globalization;

namespace ComposeX.Compose.Values;

/// <summary>Sizes in bytes: <c>512m</c>, <c>1.5 GiB</c>; units count by 1024.</summary>
internal static class ByteSize
{
    private const string Units = "kmgtp";

    /// <summary>The number of bytes that a text stands for, -1 for no limit, or null.</summary>
    public static long? Parse(string text)
    {
        if (text == "-1")
            return -1;

        var last = text.LastIndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ']);
        if (last < 0)
            return null;

        var number = text.Substring(0, text[last] == ' ' ? last : last + 1);
        var suffix = text.Substring(last + 1).ToLowerInvariant();
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign;
        if (!double.TryParse(number, Style, CultureInfo.InvariantCulture, out var size) || size < 0 || Factor(suffix) is not { } factor)
            return null;

        return size * factor < long.MaxValue ? (long)(size * factor) : null;
    }

    private static double? Factor(string suffix)
    {
        if (suffix is "" or "b")
            return 1;

        var power = Units.IndexOf(suffix[0]) + 1;
        return power > 0 && suffix.Substring(1) is "" or "b" or "ib" ? Math.Pow(1024, power) : null;
    }
}
