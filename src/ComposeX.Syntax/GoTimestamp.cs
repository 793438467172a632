using System;
using System.Globalization;

namespace ComposeX.Syntax;

/// <summary>Dates and times as Compose's YAML reader recognises them, printed as Go prints them.</summary>
public static class GoTimestamp
{
    private static readonly string[] _formats =
    [
        "yyyy-M-d",
        "yyyy-M-d H:m:s", "yyyy-M-d H:m:s.FFFFFFF",
        "yyyy-M-d'T'H:m:s'Z'", "yyyy-M-d'T'H:m:s.FFFFFFF'Z'", "yyyy-M-d'T'H:m:szzz", "yyyy-M-d'T'H:m:s.FFFFFFFzzz",
        "yyyy-M-d't'H:m:s'Z'", "yyyy-M-d't'H:m:s.FFFFFFF'Z'", "yyyy-M-d't'H:m:szzz", "yyyy-M-d't'H:m:s.FFFFFFFzzz",
    ];

    public static bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        return text.Length >= 8 && text[4] == '-'
            && DateTimeOffset.TryParseExact(text, _formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
    }

    /// <summary><c>2001-12-14 00:00:00 +0000 UTC</c>.</summary>
    public static string Print(DateTimeOffset value)
    {
        var offset = Offset(value, separator: "");
        return value.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + " " + offset + " " + (value.Offset == TimeSpan.Zero ? "UTC" : offset);
    }

    /// <summary><c>2001-12-14T00:00:00Z</c>, as JSON has it.</summary>
    public static string PrintRfc3339(DateTimeOffset value) =>
        value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + (value.Offset == TimeSpan.Zero ? "Z" : Offset(value, separator: ":"));

    private static string Offset(DateTimeOffset value, string separator) =>
        (value.Offset < TimeSpan.Zero ? "-" : "+") + value.Offset.ToString("hh", CultureInfo.InvariantCulture) + separator + value.Offset.ToString("mm", CultureInfo.InvariantCulture);
}
