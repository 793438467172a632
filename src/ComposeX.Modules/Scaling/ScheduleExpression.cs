using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Scaling;

/// <summary>When a scheduled action runs: <c>cron(…)</c>, <c>rate(…)</c> or <c>at(…)</c>.</summary>
internal static class ScheduleExpression
{
    private static readonly Regex Rate = new(@"^rate\(\s*(?<number>[1-9]\d{0,8})\s*(?<unit>[A-Za-z]+)\s*\)$", RegexOptions.CultureInvariant);
    private static readonly Regex Cron = new(@"^cron\((?<fields>[0-9A-Za-z*?,/#\- ]+)\)$", RegexOptions.CultureInvariant);
    private static readonly Regex At = new(@"^at\((?<time>[^()]+)\)$", RegexOptions.CultureInvariant);

    /// <summary>The schedule as AWS takes it; null, and a finding, when it is none.</summary>
    public static CfnString? Read(Located<string> schedule, DiagnosticBag diagnostics)
    {
        var text = schedule.Value.Trim();
        if (Normal(text) is not { } normal)
        {
            diagnostics.Add(ScalingDiagnostics.BadSchedule(schedule.Value, schedule.Origin));
            return null;
        }

        if (!string.Equals(normal, text, StringComparison.Ordinal))
        {
            diagnostics.Add(ScalingDiagnostics.ScheduleRewritten(schedule.Value, normal, schedule.Origin));
        }

        return new(normal, schedule.Origin);
    }

    private static string? Normal(string text) =>
        Rate.Match(text) is { Success: true } rate ? NormalRate(rate.Groups["number"].Value, rate.Groups["unit"].Value)
            : Cron.Match(text) is { Success: true } cron && HasSixFields(cron.Groups["fields"].Value) ? text
            : At.Match(text) is { Success: true } at && IsTime(at.Groups["time"].Value) ? text
            : null;

    // AWS wants the unit in full, and in the singular for one.
    private static string? NormalRate(string number, string unit)
    {
        var full = unit.ToLowerInvariant() switch
        {
            "m" or "min" or "mins" or "minute" or "minutes" => "minute",
            "h" or "hour" or "hours" => "hour",
            "d" or "day" or "days" => "day",
            _ => null,
        };
        return full is null ? null : $"rate({number} {full}{(number == "1" ? "" : "s")})";
    }

    private static bool HasSixFields(string fields) => fields.Split(' ').Count(field => field.Length > 0) == 6;

    private static bool IsTime(string time) =>
        DateTime.TryParseExact(time, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
