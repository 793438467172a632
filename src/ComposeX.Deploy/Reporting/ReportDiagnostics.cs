using ComposeX.Syntax;

namespace ComposeX.Deploy.Reporting;

/// <summary>Findings about what a run leaves on disk.</summary>
internal static class ReportDiagnostics
{
    public static Diagnostic CannotWrite(Location place, string reason) =>
        Diagnostic.Error("CX6501", place, $"The file cannot be written: {reason}");
}
