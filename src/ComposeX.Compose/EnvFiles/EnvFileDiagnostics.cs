using ComposeX.Syntax;

namespace ComposeX.Compose.EnvFiles;

/// <summary>What can be wrong with an env file.</summary>
internal static class EnvFileDiagnostics
{
    public static Diagnostic BadKey(Location at, char character) =>
        Diagnostic.Error("CX1501", at, $"\"{character}\" cannot be in the name of a variable. A line is \"NAME=value\".");

    public static Diagnostic SpaceInKey(Location at, string key) =>
        Diagnostic.Error("CX1502", at, $"\"{key}\" has a space in it. A line is \"NAME=value\".");

    public static Diagnostic NoClosingQuote(Location at, char quote) =>
        Diagnostic.Error("CX1503", at, $"The value starts with {quote}, but there is no {quote} that ends it.");

    public static Diagnostic BadVariable(Location at, string text, string? required, string message) => Diagnostic.Error("CX1504", at, required is null
        ? $"\"{text}\" has a \"${{\" that is not a variable. Write \"${{NAME}}\", or put the value in single quotes."
        : $"The variable \"{required}\" has to be set{(message.Length == 0 ? "." : ": " + message)}");

    public static Diagnostic NotFound(Location at, string path) =>
        Diagnostic.Error("CX1505", at, $"There is no file \"{path}\". Create it, or write \"required: false\" beside its \"path\".");

    public static Diagnostic UnknownFormat(Location at, string format) =>
        Diagnostic.Error("CX1506", at, $"\"{format}\" is not a format of env files. Remove it, or write \"raw\".{Spelling.Hint(format, ["raw"])}");

    public static Diagnostic BadRawLine(Location at, string line) =>
        Diagnostic.Error("CX1507", at, $"\"{line}\" is not \"NAME=value\" with a name without spaces.");
}
