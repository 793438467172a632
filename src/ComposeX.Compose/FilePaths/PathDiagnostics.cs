using ComposeX.Syntax;

namespace ComposeX.Compose.FilePaths;

/// <summary>What can be wrong with a path.</summary>
internal static class PathDiagnostics
{
    public static Diagnostic BindWithoutSource(Location at) =>
        Diagnostic.Error("CX1601", at, "A volume of type \"bind\" needs \"source\", the path on this machine.");
}
