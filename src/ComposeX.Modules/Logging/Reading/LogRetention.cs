using System.Globalization;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging.Reading;

/// <summary>How long CloudWatch Logs keeps what is written. It knows these numbers of days only; a number between two becomes the larger.</summary>
internal static class LogRetention
{
    /// <summary>When nobody says.</summary>
    public const int Default = 30;

    /// <summary>The days to keep, or null and a finding.</summary>
    public static Located<int>? Read(YamlNode node, DiagnosticBag diagnostics)
    {
        var text = (node as YamlScalar)?.Text;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days < 1)
        {
            diagnostics.Add(LoggingDiagnostics.BadRetention(text, node.Location));
            return null;
        }

        if (LogRetentions.AtLeast(days) is not { } kept)
        {
            diagnostics.Add(LoggingDiagnostics.RetentionTooLong(days, LogRetentions.Longest, node.Location));
            return null;
        }

        if (kept != days)
        {
            diagnostics.Add(LoggingDiagnostics.RetentionRounded(days, kept, node.Location));
        }

        return new(kept, node.Location);
    }
}
