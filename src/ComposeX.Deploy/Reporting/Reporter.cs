using System.Collections.Generic;
using System.IO;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Reporting;

/// <summary>
/// The one place that writes to the console: findings in MSBuild's canonical form, everything else as progress that
/// can never be mistaken for a finding. Values it was told to hide appear in neither.
/// </summary>
internal sealed class Reporter(TextWriter output, Secrets secrets)
{
    private readonly object _gate = new();

    public void Progress(string line) => Write(CanonicalForm.Defuse(secrets.Mask(line)));

    public void Progress(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Progress(line);
        }
    }

    public void Report(Diagnostic diagnostic) =>
        Write(CanonicalForm.Of(diagnostic with { Message = secrets.Mask(diagnostic.Message) }));

    public void Report(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Report(diagnostic);
        }
    }

    private void Write(string line)
    {
        lock (_gate)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }
}
