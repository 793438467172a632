using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Modules.SsmParameter;

/// <summary>Checks a text as JSON or YAML, and writes it smaller.</summary>
internal static class ParameterText
{
    /// <summary>The text as the parameter gets it; null, and a finding, when it is not what it should be.</summary>
    /// <param name="source">What the text is called in findings: its path, or itself.</param>
    public static string? Render(string source, SourceFile file, ParameterMacros macros, Location origin, DiagnosticBag diagnostics) =>
        macros.Json is not null ? Json(source, file, macros, origin, diagnostics)
        : macros.Yaml is not null ? Yaml(source, file, macros, origin, diagnostics)
        : file.Text;

    private static string? Json(string source, SourceFile file, ParameterMacros macros, Location origin, DiagnosticBag diagnostics)
    {
        if (JsonText.Minimize(file.Text, out var fault) is { } minimal)
        {
            return macros.MinimizeJson ? minimal : file.Text;
        }

        var reason = JsonText.Place(file.Text, fault);
        diagnostics.Add(macros.IgnoreInvalidJson ? SsmParameterDiagnostics.InvalidIgnored(Short(source), "JSON", reason, origin) : SsmParameterDiagnostics.Invalid(Short(source), "JSON", reason, origin));
        return macros.IgnoreInvalidJson ? file.Text : null;
    }

    private static string? Yaml(string source, SourceFile file, ParameterMacros macros, Location origin, DiagnosticBag diagnostics)
    {
        var faults = new DiagnosticBag();
        var documents = YamlReader.Read(file, faults);
        var fault = faults.FirstOrDefault(finding => finding.Severity == DiagnosticSeverity.Error);
        if (fault is null && (!macros.RenderToJson || documents.Count == 1))
        {
            return macros.RenderToJson ? YamlJson.Write(documents[0]) : file.Text;
        }

        var reason = fault is null ? "it has several documents, and JSON has one" : System.FormattableString.Invariant($"line {fault.Location.Line}: {fault.Message.TrimEnd('.')}");
        diagnostics.Add(macros.IgnoreInvalidYaml ? SsmParameterDiagnostics.InvalidIgnored(Short(source), "YAML", reason, origin) : SsmParameterDiagnostics.Invalid(Short(source), "YAML", reason, origin));
        return macros.IgnoreInvalidYaml ? file.Text : null;
    }

    private static string Short(string source)
    {
        var line = source.Split('\n')[0];
        return line.Length <= 40 ? line : $"{line.Substring(0, 40)}...";
    }
}
