using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Reporting;

/// <summary>
/// The one place that writes to the console: findings in MSBuild's canonical form, everything else as progress that
/// can never be mistaken for a finding. Values it was told to hide appear in neither.
/// </summary>
internal sealed class Reporter(TextWriter output)
{
    private readonly object _gate = new();
    private IReadOnlyList<string> _hidden = [];

    /// <summary>Values that must not be printed, whoever sends them back to us. Very short ones would garble everything and hide nothing.</summary>
    public void Hide(IEnumerable<string> values) =>
        _hidden = [.. _hidden.Concat(values.Where(value => value.Length >= 4)).Distinct(StringComparer.Ordinal).OrderByDescending(value => value.Length)];

    public void Progress(string line) => Write(CanonicalForm.Defuse(Masked(line)));

    public void Progress(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Progress(line);
        }
    }

    public void Report(Diagnostic diagnostic) =>
        Write(CanonicalForm.Of(diagnostic with { Message = Masked(diagnostic.Message) }));

    public void Report(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Report(diagnostic);
        }
    }

    private string Masked(string text) => _hidden.Aggregate(text, (masked, secret) => masked.Replace(secret, "****", StringComparison.Ordinal));

    private void Write(string line)
    {
        lock (_gate)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }
}
