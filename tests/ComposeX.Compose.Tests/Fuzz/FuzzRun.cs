using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;
using ComposeX.Testing;

namespace ComposeX.Compose.Tests.Fuzz;

/// <summary>Loads one broken text, and says what must not happen: an exception, a hang, a finding at no place, a silent refusal.</summary>
internal static class FuzzRun
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    /// <summary>What went wrong, or null.</summary>
    public static string? Of(string text, IReadOnlyList<string> others)
    {
        var files = new MemoryFiles(("/p/compose.yaml", text), ("/p/base.yaml", others[0]), ("/p/.env", others[^1].Length < 400 ? others[^1] : "A=1"), ("/p/a.env", text));
        var diagnostics = new DiagnosticBag();
        var clock = Stopwatch.StartNew();
        try
        {
            var project = ComposeLoader.Load(new ComposeLoadRequest { Files = ["/p/compose.yaml"], ProjectDirectory = "/p", SourceFiles = files }, diagnostics);
            return clock.Elapsed > _patience ? $"It took {clock.Elapsed}." : Fault(project, diagnostics);
        }
#pragma warning disable CA1031 // Whatever is thrown is what is looked for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception.ToString();
        }
    }

    private static string? Fault(ComposeProject? project, DiagnosticBag diagnostics)
    {
        if (project is null != diagnostics.HasErrors)
            return "There is a project and an error, or neither.";

        return diagnostics.FirstOrDefault(finding => finding.Location.File is not { Length: > 0 } || finding.Location.Line < 1 || finding.Location.Column < 1 || finding.Message.Length == 0) is { } lost
            ? $"A finding without a place: {lost}"
            : null;
    }
}
