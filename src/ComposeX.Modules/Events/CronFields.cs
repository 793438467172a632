using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace ComposeX.Modules.Events;

/// <summary>
/// The six fields of EventBridge's cron, which are not those of Unix: there is a year, days of the week count from 1 for Sunday, and
/// one of the two fields of days is <c>?</c>. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
/// </summary>
internal static class CronFields
{
    private const int DayOfMonth = 2;
    private const int DayOfWeek = 4;

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private static readonly (string Name, int Least, int Most, string[] Words, string Special)[] Fields =
    [
        ("minutes", 0, 59, [], "^$"),
        ("hours", 0, 23, [], "^$"),
        ("day-of-month", 1, 31, [], @"^(\?|L|LW|([1-9]|[12]\d|3[01])W)$"),
        ("month", 1, 12, Months, "^$"),
        ("day-of-week", 1, 7, Days, @"^(\?|L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5]))$"),
        ("year", 1970, 2199, [], "^$"),
    ];

    /// <summary>What is wrong with the fields, as the end of a sentence; null when EventBridge takes them.</summary>
    public static string? Fault(string text)
    {
        var fields = Split(text);
        if (fields.Count != Fields.Length)
        {
            return FormattableString.Invariant($"it has {fields.Count} fields, and EventBridge wants six: minutes, hours, day-of-month, month, day-of-week, year");
        }

        var wrong = Fields.Zip(fields, (field, value) => (field, value)).FirstOrDefault(pair => !pair.value.Split(',').All(item => IsValid(item, pair.field)));
        return wrong.value is not null ? $"\"{wrong.value}\" is no {wrong.field.Name}"
            : (fields[DayOfMonth] == "?") == (fields[DayOfWeek] == "?") ? "exactly one of day-of-month and day-of-week must be \"?\""
            : null;
    }

    /// <summary>The nearest fields that EventBridge takes, or null: five fields are taken for Unix's.</summary>
    public static string? Correct(string text)
    {
        var fields = Split(text).Select(field => field.ToUpperInvariant()).ToList();
        if (fields.Count == Fields.Length - 1)
        {
            fields[DayOfWeek] = Regex.Replace(fields[DayOfWeek], @"(?<![#/\d])[0-7](?!\d)", day => ((day.Value[0] - '0') % Days.Length + 1).ToString(CultureInfo.InvariantCulture), RegexOptions.CultureInvariant);
            fields.Add("*");
        }

        if (fields.Count != Fields.Length)
        {
            return null;
        }

        switch (fields[DayOfMonth], fields[DayOfWeek])
        {
            case ("?", "?"):
                fields[DayOfMonth] = "*";
                break;
            case (not "?", "*"):
                fields[DayOfWeek] = "?";
                break;
            case ("*", not "?"):
                fields[DayOfMonth] = "?";
                break;
        }

        var corrected = string.Join(" ", fields);
        return Fault(corrected) is null ? corrected : null;
    }

    private static IReadOnlyList<string> Split(string text) => [.. text.Split(' ').Where(field => field.Length > 0)];

    private static bool IsValid(string item, (string Name, int Least, int Most, string[] Words, string Special) field)
    {
        if (Regex.IsMatch(item, field.Special, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase))
        {
            return true;
        }

        var step = item.Split('/');
        if (step.Length > 2 || (step.Length == 2 && !IsNumber(step[1], 1, field.Most)))
        {
            return false;
        }

        var ends = step[0].Split('-');
        return step[0] == "*" || (ends.Length <= 2 && ends.All(end => IsNumber(end, field.Least, field.Most) || Array.IndexOf(field.Words, end.ToUpperInvariant()) >= 0));
    }

    private static bool IsNumber(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;
}
