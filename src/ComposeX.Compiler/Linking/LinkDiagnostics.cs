using ComposeX.Syntax;

namespace ComposeX.Compiler.Linking;

/// <summary>Findings about references between what is declared.</summary>
public static class LinkDiagnostics
{
    public static Diagnostic NothingDeclared(string key, Location location) =>
        Diagnostic.Error("CX2101", location, $"The reference leads nowhere: nothing is declared under \"{key}\" in this project.");
}
