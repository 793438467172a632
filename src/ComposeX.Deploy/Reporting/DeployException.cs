using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Reporting;

/// <summary>Ends a run: carries the findings that explain why and the exit code to end with.</summary>
internal sealed class DeployException(ExitCode exitCode, IReadOnlyList<Diagnostic> diagnostics)
    : Exception(diagnostics.Count > 0 ? diagnostics[0].Message : exitCode.ToString())
{
    public DeployException(ExitCode exitCode, Diagnostic diagnostic)
        : this(exitCode, [diagnostic])
    {
    }

    public ExitCode ExitCode { get; } = exitCode;

    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
