using ComposeX.Syntax;

namespace ComposeX.Compose.Interpolation;

/// <summary>What can be wrong with variables in a compose file.</summary>
internal static class InterpolationDiagnostics
{
    public static Diagnostic Malformed(Location at, string text) =>
        Diagnostic.Error("CX1101", at, $"\"{text}\" has a \"${{\" that is not a variable. Write \"${{NAME}}\" or \"${{NAME:-default}}\", or \"$${{\" for the two characters themselves.");

    public static Diagnostic RequiredVariable(Location at, string name, string message) =>
        Diagnostic.Error("CX1102", at, $"The variable \"{name}\" has to be set{Because(message)} Set it in the environment or in the file \".env\".");

    public static Diagnostic VariableIsNotSet(Location at, string name) =>
        Diagnostic.Warning("CX1103", at, $"The variable \"{name}\" is not set, so nothing stands in its place. Set it, or write a default: \"${{{name}:-default}}\".");

    public static Diagnostic CannotCast(Location at, string text, string expected) =>
        Diagnostic.Error("CX1104", at, $"\"{text}\" is not {expected}.");

    public static Diagnostic OldBoolean(Location at, string text, string value) =>
        Diagnostic.Warning("CX1105", at, $"\"{text}\" is not a truth value in YAML 1.2. Write \"{value}\".");

    private static string Because(string message) => message.Length == 0 ? "." : ": " + message + (message[message.Length - 1] is '.' or '!' or '?' ? "" : ".");
}
