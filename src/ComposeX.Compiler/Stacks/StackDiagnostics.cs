using System;
using System.IO;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Stacks;

/// <summary>Findings about spreading resources over stacks.</summary>
public static class StackDiagnostics
{
    public static Diagnostic ExportClash(string export, Location other, Location location) =>
        Diagnostic.Error("CX2301", location, FormattableString.Invariant($"Two resources would both be exported as \"{export}\": this one and the one at {Path.GetFileName(other.File)}({other.Line},{other.Column}). Rename one of them."));
}
