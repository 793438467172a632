using ComposeX.Syntax;

namespace ComposeX.Compose.Naming;

/// <summary>What can be wrong with a project's name.</summary>
internal static class NamingDiagnostics
{
    public static Diagnostic NotAName(Location at, string name) =>
        Diagnostic.Error("CX1040", at, $"\"{name}\" cannot be a project's name. It has small letters, digits, \"-\" and \"_\" only, and starts with a letter or digit.");

    public static Diagnostic NoName(Location at) =>
        Diagnostic.Error("CX1041", at, "The project has no name: neither \"name:\" nor the directory's name has a letter or digit in it. Write \"name:\".");
}
