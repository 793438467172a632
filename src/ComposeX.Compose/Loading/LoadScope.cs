using System.Collections.Generic;
using ComposeX.Compose.FilePaths;
using ComposeX.Compose.Inputs;
using ComposeX.Syntax;

namespace ComposeX.Compose.Loading;

/// <summary>What the loading of a project, or of an included one, depends on.</summary>
/// <param name="Directory">Where relative paths start, and where <c>include</c> and <c>extends</c> look for files.</param>
/// <param name="Including">The files that are being loaded, from the outermost on: including one of them again would never end.</param>
internal sealed record LoadScope(TrackedFiles Files, string Directory, Variables Variables, string? Home, IReadOnlyList<string> Including, DiagnosticBag Diagnostics)
{
    public PathBase PathBase => new(Directory, Home);

    /// <summary>The absolute path of a file that a document names.</summary>
    public string Absolute(string path) => PathBase.Absolute(path);

    /// <summary>The file that a document names; its absence is a finding at the name.</summary>
    public SourceFile? Read(string path, Location namedAt)
    {
        var file = Files.Read(path);
        if (file is null)
        {
            Diagnostics.Add(LoadDiagnostics.FileNotFound(namedAt, path));
        }

        return file;
    }
}
