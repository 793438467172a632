using ComposeX.Model;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Tags;

/// <summary>Puts the tags of <c>x-tags</c> on everything that takes tags.</summary>
internal static class Tagging
{
    public static Synthesized Tag(Synthesized synthesis, Application application, DiagnosticBag diagnostics) => synthesis;
}
