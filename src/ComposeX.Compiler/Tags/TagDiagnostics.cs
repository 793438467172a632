using ComposeX.Syntax;

namespace ComposeX.Compiler.Tags;

/// <summary>Findings about tags for all resources.</summary>
public static class TagDiagnostics
{
    public static Diagnostic BadTag(string key, string reason, Location location) =>
        Diagnostic.Error("CX2401", location, $"AWS does not take the tag \"{key}\": {reason}.");

    public static Diagnostic TaggedTwice(string key, Location location) =>
        Diagnostic.Error("CX2402", location, $"The tag \"{key}\" is given twice. Keep one.");
}
