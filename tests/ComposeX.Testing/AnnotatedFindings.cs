using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ComposeX.Syntax;

namespace ComposeX.Testing;

/// <summary>
/// Writes findings under the text they are about, so that line and column are reviewed by eye:
/// the source, and below a line <c>#   ^^^^^ CX1004 error: …</c> with carets under exactly the span.
/// </summary>
public static class AnnotatedFindings
{
    /// <summary>
    /// The first source in full, then each other one that has findings; findings about a file as a whole, or about one
    /// that is not among the sources, stand at the top. Empty when there are no findings.
    /// </summary>
    /// <param name="folder">The absolute folder that paths in findings are shown relative to.</param>
    public static string Of(IReadOnlyList<SourceFile> sources, IEnumerable<Diagnostic> diagnostics, string folder)
    {
        var findings = diagnostics.OrderBy(Place, StringComparer.Ordinal).ToList();
        if (findings.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var finding in findings.Where(finding => !sources.Any(source => IsUnderALine(finding, source))))
        {
            text.Append("# ").Append(Relative(finding.Location.File, folder)).Append(Span(finding.Location)).Append(": ").Append(Words(finding, folder)).Append('\n');
        }

        for (var i = 0; i < sources.Count; i++)
        {
            var source = sources[i];
            var about = findings.Where(finding => IsUnderALine(finding, source)).ToList();
            if (i > 0 && about.Count > 0)
            {
                text.Append("# ──── ").Append(Relative(source.Path, folder)).Append('\n');
            }

            if (i == 0 || about.Count > 0)
            {
                WriteSource(text, source, about, folder);
            }
        }

        return text.ToString();
    }

    /// <summary>The findings one per line, without the source: <c>docker-compose.yml(3,5,3,9): CX1004 error: …</c>.</summary>
    public static string List(IEnumerable<Diagnostic> diagnostics, string folder) => string.Concat(diagnostics
        .OrderBy(Place, StringComparer.Ordinal)
        .Select(finding => $"{Relative(finding.Location.File, folder)}{Span(finding.Location)}: {Words(finding, folder)}\n"));

    private static void WriteSource(StringBuilder text, SourceFile source, List<Diagnostic> findings, string folder)
    {
        var lines = Lines.Of(source.Text.Replace("\r\n", "\n"));
        for (var i = 0; i < lines.Count; i++)
        {
            var under = findings.Where(finding => finding.Location.Line == i + 1).ToList();
            var isEnd = i == lines.Count - 1 && lines[i].Length == 0;
            if (!isEnd || under.Count > 0)
            {
                text.Append(Lines.Visible(lines[i])).Append('\n');
            }

            foreach (var finding in under)
            {
                text.Append(Carets(lines[i], finding.Location)).Append(' ').Append(Words(finding, folder)).Append('\n');
            }
        }
    }

    // A span that starts in the first column leaves no room for the comment sign; one of no width is shown as a bar.
    private static string Carets(string line, Location span)
    {
        var before = new StringBuilder();
        for (var i = 0; i < span.Column - 1; i++)
        {
            before.Append(i == 0 ? '#' : i < line.Length && line[i] == '\t' ? '\t' : ' ');
        }

        var isOneLine = span.EndLine == span.Line;
        var end = isOneLine ? span.EndColumn : Math.Max(line.Length, span.Column) + 1;
        var carets = end > span.Column ? new string('^', end - span.Column) : "|";
        return before + carets + (isOneLine ? "" : FormattableString.Invariant($"→{span.EndLine}:{span.EndColumn}")) + Columns(line, span, end);
    }

    // Where characters are not one cell wide the eye cannot count: the columns are written out.
    private static string Columns(string line, Location span, int end) => line.Take(end - 1).All(c => c is >= ' ' and <= '~')
        ? ""
        : FormattableString.Invariant($" [{span.Column}..{end})");

    private static bool IsUnderALine(Diagnostic finding, SourceFile source) =>
        string.Equals(finding.Location.File, source.Path, StringComparison.Ordinal)
        && finding.Location != Location.OfFile(source.Path)
        && finding.Location.Line >= 1
        && finding.Location.Column >= 1
        && finding.Location.Line <= Lines.Of(source.Text).Count;

    private static string Words(Diagnostic finding, string folder)
    {
        var severity = finding.Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "message",
        };
        return $"{finding.Code} {severity}: {Lines.Visible(Relative(finding.Message, folder).Replace("\r\n", "⏎").Replace('\n', '⏎'))}";
    }

    private static string Relative(string text, string folder) => text.Replace(folder + "/", "").Replace(folder + "\\", "").Replace(folder, ".");

    private static string Span(Location span) => span == Location.OfFile(span.File)
        ? ""
        : FormattableString.Invariant($"({span.Line},{span.Column},{span.EndLine},{span.EndColumn})");

    private static string Place(Diagnostic finding) => string.Format(
        CultureInfo.InvariantCulture,
        "{0}\n{1:D8}{2:D8}{3:D8}{4:D8}\n{5}\n{6}",
        finding.Location.File,
        finding.Location.Line,
        finding.Location.Column,
        finding.Location.EndLine,
        finding.Location.EndColumn,
        finding.Code,
        finding.Message);
}
