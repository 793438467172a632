namespace ComposeX.Syntax;

/// <summary>How grave a finding is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; never stops a build.</summary>
    Message,

    /// <summary>Will deploy, and should be looked at.</summary>
    Warning,

    /// <summary>Would be refused by Compose or by AWS.</summary>
    Error,
}

/// <summary>One finding about what the user wrote.</summary>
/// <param name="Code">The code, such as <c>CX1004</c> or <c>CXSQS01</c>.</param>
/// <param name="Message">What is wrong, with the user's words in quotes, then what would be right.</param>
/// <param name="Location">Where the user wrote it.</param>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string Message, Location Location)
{
    public static Diagnostic Error(string code, Location location, string message) => new(code, DiagnosticSeverity.Error, message, location);

    public static Diagnostic Warning(string code, Location location, string message) => new(code, DiagnosticSeverity.Warning, message, location);

    public static Diagnostic Note(string code, Location location, string message) => new(code, DiagnosticSeverity.Message, message, location);
}
