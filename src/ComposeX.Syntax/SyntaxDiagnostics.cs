namespace ComposeX.Syntax;

/// <summary>What can be wrong with a text before it means anything: the findings of <see cref="YamlReader"/>.</summary>
internal static class SyntaxDiagnostics
{
    public static Diagnostic NotYaml(Location at, string reason) =>
        Diagnostic.Error("CX0001", at, $"This is not valid YAML: {reason}");

    public static Diagnostic DuplicateKey(YamlScalar key, YamlScalar first) =>
        Diagnostic.Error("CX0002", key.Location, $"\"{key.Text}\" is given twice in this mapping; the first one stands in line {first.Location.Line}. Keep one of them.");

    public static Diagnostic UndefinedAnchor(Location at, string anchor, System.Collections.Generic.IEnumerable<string> known) =>
        Diagnostic.Error("CX0003", at, $"There is no anchor \"&{anchor}\" above this use of \"*{anchor}\".{Spelling.Hint(anchor, known)}");

    public static Diagnostic AliasInsideItself(Location at, string anchor) =>
        Diagnostic.Error("CX0004", at, $"\"*{anchor}\" stands inside the value that \"&{anchor}\" names, so the value would contain itself. Move the use out of it.");

    public static Diagnostic KeyIsNotAScalar(Location at) =>
        Diagnostic.Error("CX0005", at, "A list or a mapping stands where a key is expected. A key has to be plain text.");

    public static Diagnostic TooDeep(Location at, int limit) =>
        Diagnostic.Error("CX0006", at, $"This is nested more than {limit} levels deep, which is more than is read. Flatten it.");

    public static Diagnostic UnsupportedVersion(Location at, string version) =>
        Diagnostic.Error("CX0007", at, $"\"%YAML {version}\" asks for a version that Compose does not read. Remove the line, or write \"%YAML 1.1\".");

    public static Diagnostic ControlCharacter(Location at, int code) =>
        Diagnostic.Error("CX0008", at, $"The control character U+{code:X4} is not allowed in YAML. Remove it, or write it as an escape in double quotes.");
}
