using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ComposeX.Syntax;

namespace ComposeX.Build.Tasks.Findings;

/// <summary>
/// Keeps the warnings of a successful generation, one per line, so that a later build that has nothing to generate
/// can say them again. There is no file when there is nothing to say.
/// </summary>
internal static class FindingsFile
{
    private const int FieldCount = 8;

    public static void Write(string path, IEnumerable<Diagnostic> findings)
    {
        var lines = findings.Select(Line).ToList();
        if (lines.Count > 0)
            File.WriteAllLines(path, lines, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        else
            File.Delete(path);
    }

    public static IEnumerable<Diagnostic> Read(string path) =>
        from line in File.ReadAllLines(path)
        let fields = line.Split('\t')
        where fields.Length == FieldCount
        select Finding(fields);

    private static string Line(Diagnostic finding) => string.Join("\t", new[]
    {
        finding.Code,
        finding.Severity.ToString(),
        Text(finding.Location.Line),
        Text(finding.Location.Column),
        Text(finding.Location.EndLine),
        Text(finding.Location.EndColumn),
        Uri.EscapeDataString(finding.Location.File),
        Uri.EscapeDataString(finding.Message),
    });

    private static Diagnostic Finding(string[] fields) => new(
        fields[0],
        Enum.TryParse(fields[1], out DiagnosticSeverity severity) ? severity : DiagnosticSeverity.Warning,
        Uri.UnescapeDataString(fields[7]),
        new Location(Uri.UnescapeDataString(fields[6]), Number(fields[2]), Number(fields[3]), Number(fields[4]), Number(fields[5])));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
