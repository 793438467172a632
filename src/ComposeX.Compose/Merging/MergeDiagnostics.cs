using ComposeX.Syntax;

namespace ComposeX.Compose.Merging;

/// <summary>What can be wrong when a file is put over another.</summary>
internal static class MergeDiagnostics
{
    public static Diagnostic CannotOverride(YamlEntry later, YamlNode earlier) => Diagnostic.Error(
        "CX1201",
        later.Value is YamlScalar { Text: "" } ? later.Key.Location : later.Value.Location,
        $"\"{later.Name}\" is {KindOf(earlier)} in {earlier.Location.File} line {earlier.Location.Line}, which this cannot override. Write {KindOf(earlier)} here too.");

    private static string KindOf(YamlNode node) => node switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        _ => "a single value",
    };
}
