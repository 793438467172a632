using System;
using System.Globalization;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Scaling;

/// <summary>Times of scheduled actions, and the zones they are in. Nothing here depends on the machine's own.</summary>
internal static class Timestamps
{
    private static readonly Regex Zone = new("^[A-Za-z0-9]+([_+-][A-Za-z0-9]+)*(/[A-Za-z0-9]+([_+-][A-Za-z0-9]+)*){0,2}$", RegexOptions.CultureInvariant);

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.fffK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd",
    ];

    public static CfnString? ReadTimezone(MappingReader reader, DiagnosticBag diagnostics)
    {
        if (reader.Text("Timezone") is not { } timezone)
        {
            return null;
        }

        if (!Zone.IsMatch(timezone.Value))
        {
            diagnostics.Add(ScalingDiagnostics.NoTimezone(timezone.Value, timezone.Origin));
        }

        return new(timezone.Value, timezone.Origin);
    }

    public static (CfnString? Start, CfnString? End) ReadSpan(MappingReader reader, DiagnosticBag diagnostics)
    {
        var start = Read("StartTime", reader, diagnostics);
        var end = Read("EndTime", reader, diagnostics);
        if (start is { } from && end is { } to && from.Value >= to.Value)
        {
            diagnostics.Add(ScalingDiagnostics.EndsBeforeItStarts(to.Origin));
        }

        return (Text(start), Text(end));
    }

    private static Located<DateTimeOffset>? Read(string key, MappingReader reader, DiagnosticBag diagnostics)
    {
        if (reader.Text(key) is not { } text)
        {
            return null;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text.Value, Formats, CultureInfo.InvariantCulture, Utc, out var time))
        {
            return new(time, text.Origin);
        }

        diagnostics.Add(ScalingDiagnostics.NoTime(key, text.Value, text.Origin));
        return null;
    }

    private static CfnString? Text(Located<DateTimeOffset>? time) =>
        time is { } given ? new(given.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), given.Origin) : null;
}
