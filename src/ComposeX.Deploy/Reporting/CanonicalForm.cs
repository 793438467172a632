using System.Text.RegularExpressions;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Reporting;

/// <summary>MSBuild's canonical form for errors and warnings in a tool's output: writing it, and keeping other text from looking like it.</summary>
internal static partial class CanonicalForm
{
    private const string Tool = "composex";

    public static string Of(Diagnostic diagnostic)
    {
        var origin = Place.IsNone(diagnostic.Location) ? Tool + " " : diagnostic.Location.ToString();
        return diagnostic.Severity == DiagnosticSeverity.Message
            ? Defuse($"{origin}: {OneLine(diagnostic.Message)}")
            : $"{origin}: {Category(diagnostic.Severity)} {diagnostic.Code}: {OneLine(diagnostic.Message)}";
    }

    /// <summary>The text on one line, its <c>error:</c> and <c>warning X1:</c> turned into what MSBuild does not read as a finding.</summary>
    public static string Defuse(string text) => LooksCanonical().Replace(OneLine(text), "$1 -");

    private static string Category(DiagnosticSeverity severity) => severity == DiagnosticSeverity.Error ? "error" : "warning";

    private static string OneLine(string text) => LineBreaks().Replace(text.TrimEnd(), " ");

    [GeneratedRegex(@"\s*[\r\n]+\s*", RegexOptions.CultureInvariant)]
    private static partial Regex LineBreaks();

    [GeneratedRegex(@"(?<=^|[\s:])((?:error|warning)(?: \s*[^: ]*)?)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LooksCanonical();
}
