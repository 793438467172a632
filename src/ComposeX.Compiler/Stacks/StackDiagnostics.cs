using System;
using System.IO;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Stacks;

/// <summary>Findings about spreading resources over stacks.</summary>
public static class StackDiagnostics
{
    public static Diagnostic ManyFamilies(int count, int most, Location location) => Diagnostic.Note("CX2302", location, count > most
        ? FormattableString.Invariant($"{count} tasks are more than a root stack holds ({most}), so they are laid out in a fixed number of stacks. Set EcsStackLayout to Sharded, so that this stays so when there are fewer.")
        : FormattableString.Invariant($"{count} tasks are near what a root stack holds ({most}); above that they are laid out anew, which replaces what is deployed. If more will come, set EcsStackLayout to Sharded before the first deployment."));

    public static Diagnostic ExportClash(string export, Location other, Location location) =>
        Diagnostic.Error("CX2301", location, FormattableString.Invariant($"Two resources would both be exported as \"{export}\": this one and the one at {Path.GetFileName(other.File)}({other.Line},{other.Column}). Rename one of them."));
}
