using System;
using System.Globalization;
using System.Text;

namespace ComposeX.Compose.Values;

/// <summary>A length of time in nanoseconds, read and printed as Docker does: <c>1m30s</c>, <c>1.5h</c>, <c>2d</c>.</summary>
internal readonly record struct Duration(long Nanoseconds)
{
    private static readonly (string Unit, decimal Nanoseconds)[] _units =
    [
        ("ns", 1), ("us", 1_000), ("µs", 1_000), ("μs", 1_000), ("ms", 1_000_000),
        ("s", 1_000_000_000), ("m", 60_000_000_000), ("h", 3_600_000_000_000), ("d", 86_400_000_000_000), ("w", 604_800_000_000_000),
    ];

    /// <summary>The duration that a text stands for, or null.</summary>
    public static Duration? Parse(string text)
    {
        var at = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        if (at == text.Length)
            return null;

        if (text.Substring(at) == "0")
            return new Duration(0);

        decimal total = 0;
        while (at < text.Length)
        {
            if (Number(text, ref at) is not { } number || Unit(text, ref at) is not { } unit || number > long.MaxValue / unit)
                return null;

            total += number * unit;
            if (total > long.MaxValue)
                return null;
        }

        return new Duration((long)(text[0] == '-' ? -total : total));
    }

    public TimeSpan ToTimeSpan() => TimeSpan.FromTicks(Nanoseconds / 100);

    public override string ToString()
    {
        if (Nanoseconds == 0)
            return "0s";

        var sign = Nanoseconds < 0 ? "-" : "";
        var nanoseconds = Math.Abs((decimal)Nanoseconds);
        return sign + (nanoseconds switch
        {
            < 1_000 => Printed(nanoseconds) + "ns",
            < 1_000_000 => Printed(nanoseconds / 1_000) + "µs",
            < 1_000_000_000 => Printed(nanoseconds / 1_000_000) + "ms",
            _ => FromSeconds(nanoseconds / 1_000_000_000),
        });
    }

    private static string FromSeconds(decimal seconds)
    {
        var minutes = decimal.Truncate(seconds / 60);
        var hours = decimal.Truncate(minutes / 60);
        var text = new StringBuilder();
        if (hours > 0)
        {
            text.Append(Printed(hours)).Append('h');
        }

        if (minutes > 0)
        {
            text.Append(Printed(minutes % 60)).Append('m');
        }

        return text.Append(Printed(seconds % 60)).Append('s').ToString();
    }

    private static string Printed(decimal value) => value.ToString("0.#########", CultureInfo.InvariantCulture);

    private static decimal? Number(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (text[at] is >= '0' and <= '9' || text[at] == '.'))
        {
            at++;
        }

        return at - start <= 20 && decimal.TryParse(text.Substring(start, at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static decimal? Unit(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is not ((>= '0' and <= '9') or '.'))
        {
            at++;
        }

        var name = text.Substring(start, at - start);
        foreach (var (unit, nanoseconds) in _units)
        {
            if (string.Equals(unit, name, StringComparison.Ordinal))
                return nanoseconds;
        }

        return null;
    }
}
