using System;
using System.Collections.Generic;
using ComposeX.Syntax;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ComposeX.Build.Tasks.Findings;

/// <summary>Says findings the way MSBuild, editors and IDEs understand: with a code, a place and a link to what the code means.</summary>
/// <param name="codes">The file that explains the codes; no link is given when it is null or empty.</param>
internal sealed class FindingLog(TaskLoggingHelper log, string? codes)
{
    /// <summary>Runs a task's work. Whatever is thrown becomes one finding; MSBuild would show the user a stack trace.</summary>
    /// <returns>Whether nothing was reported as an error.</returns>
    public bool Guard(string projectFile, Action<FindingLog> work)
    {
        try
        {
            work(this);
            return !log.HasLoggedErrors;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
#pragma warning disable CA1031 // Nothing may pass.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Write(BuildDiagnostics.Unexpected(projectFile, exception.Message));
            log.LogMessage(MessageImportance.Low, "{0}", exception);
            return false;
        }
    }

    /// <summary>Says the findings.</summary>
    /// <returns>Whether none was an error, nor a warning that the project makes one.</returns>
    public bool Write(IEnumerable<Diagnostic> findings)
    {
        foreach (var finding in findings)
        {
            Write(finding);
        }

        return !log.HasLoggedErrors;
    }

    private void Write(Diagnostic finding)
    {
        var at = finding.Location;
        switch (finding.Severity)
        {
            case DiagnosticSeverity.Error:
                log.LogError(null, finding.Code, null, Link(finding.Code), at.File, at.Line, at.Column, at.EndLine, at.EndColumn, "{0}", finding.Message);
                break;
            case DiagnosticSeverity.Warning:
                log.LogWarning(null, finding.Code, null, Link(finding.Code), at.File, at.Line, at.Column, at.EndLine, at.EndColumn, "{0}", finding.Message);
                break;
            default:
                log.LogMessage(null, finding.Code, null, at.File, at.Line, at.Column, at.EndLine, at.EndColumn, MessageImportance.Normal, "{0}", finding.Message);
                break;
        }
    }

    private string? Link(string code) =>
        Uri.TryCreate(codes, UriKind.Absolute, out var file) ? file.AbsoluteUri + "#" + code.ToLowerInvariant() : null;
}
