using System;
using System.Globalization;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging.Reading;

/// <summary>How long CloudWatch Logs keeps what is written. It knows these numbers of days only; a number between two becomes the larger.</summary>
internal static class LogRetention
{
    /// <summary>When nobody says.</summary>
    public const int Default = 30;

    // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
    private static readonly int[] Offered =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    /// <summary>The days to keep, or null and a finding.</summary>
    public static Located<int>? Read(YamlNode node, DiagnosticBag diagnostics)
    {
        var text = (node as YamlScalar)?.Text;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days < 1)
        {
            diagnostics.Add(LoggingDiagnostics.BadRetention(text, node.Location));
            return null;
        }

        if (Array.Find(Offered, offer => offer >= days) is not (> 0 and var kept))
        {
            diagnostics.Add(LoggingDiagnostics.RetentionTooLong(days, Offered.Last(), node.Location));
            return null;
        }

        if (kept != days)
        {
            diagnostics.Add(LoggingDiagnostics.RetentionRounded(days, kept, node.Location));
        }

        return new(kept, node.Location);
    }
}
