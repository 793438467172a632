using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace ComposeX.Modules.Events;

/// <summary>When a rule runs by the clock, in UTC: <c>rate(5 minutes)</c> or <c>cron(0 8 * * ? *)</c>.</summary>
internal static class Schedule
{
    private static readonly Regex Call = new(@"^\s*(?<kind>[A-Za-z]+)\s*\((?<inside>[^()]*)\)\s*$", RegexOptions.CultureInvariant);
    private static readonly Regex Rate = new(@"^\s*(?<number>\d{1,9})\s*(?<unit>[A-Za-z]+)\s*$", RegexOptions.CultureInvariant);

    /// <summary>What is wrong with it, as the end of a sentence; null when EventBridge takes it.</summary>
    public static string? Fault(string text) => Kind(text, out var inside) switch
    {
        "rate" => Rate.IsMatch(inside) ? string.Equals(NormalRate(inside), text, StringComparison.Ordinal) ? null : "a rate is a whole number from 1 up and minute, hour or day, in the singular for 1 only" : "a rate is a whole number and a unit",
        "cron" => text.StartsWith("cron(", StringComparison.Ordinal) && text.EndsWith(")", StringComparison.Ordinal) ? CronFields.Fault(inside) : "nothing stands before \"cron(\" and behind \")\"",
        "at" => "a rule has no single point in time",
        _ => "it is neither rate(…) nor cron(…)",
    };

    /// <summary>The nearest expression that EventBridge takes, or null.</summary>
    public static string? Correction(string text) => Kind(text, out var inside) switch
    {
        "rate" => NormalRate(inside),
        "cron" => CronFields.Correct(inside) is { } fields ? $"cron({fields})" : null,
        "" when NormalRate(Regex.Replace(text, "^\\s*every\\s+", "", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)) is { } rate => rate,
        "" => CronFields.Correct(text) is { } fields ? $"cron({fields})" : null,
        _ => null,
    };

    private static string Kind(string text, out string inside)
    {
        var call = Call.Match(text);
        inside = call.Groups["inside"].Value;
        return call.Success ? call.Groups["kind"].Value.ToLowerInvariant() : "";
    }

    // The unit in full, and in the singular for one.
    private static string? NormalRate(string inside)
    {
        var match = Rate.Match(inside);
        var number = match.Success ? int.Parse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var unit = match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "m" or "min" or "mins" or "minute" or "minutes" => "minute",
            "h" or "hour" or "hours" => "hour",
            "d" or "day" or "days" => "day",
            _ => null,
        };
        return number == 0 || unit is null ? null : FormattableString.Invariant($"rate({number} {unit}{(number == 1 ? "" : "s")})");
    }
}
