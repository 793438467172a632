using ComposeX.Syntax;

namespace ComposeX.Compose.Shorthand;

/// <summary>What can be wrong with an attribute in short form.</summary>
internal static class ShorthandDiagnostics
{
    public static Diagnostic BadPort(Location at, string text, string fault) =>
        Diagnostic.Error("CX1401", at, $"\"{text}\" is not a port: {fault}. Write \"8080:80\", \"127.0.0.1:8080:80/tcp\" or \"80\".");

    public static Diagnostic BadVolume(Location at, string text, string fault) =>
        Diagnostic.Error("CX1402", at, $"\"{text}\" is not a volume: {fault}. Write \"name:/path\", \"./directory:/path:ro\" or \"/path\".");

    public static Diagnostic BadDevice(Location at, string text) =>
        Diagnostic.Error("CX1403", at, $"\"{text}\" is not a device. Write \"/dev/host:/dev/container:rwm\".");

    public static Diagnostic BadKeyValue(Location at, string text) =>
        Diagnostic.Error("CX1404", at, $"\"{text}\" has no value. Write \"{text}=value\".");

    public static Diagnostic TwoNames(Location at, string name, string externalName) =>
        Diagnostic.Error("CX1405", at, $"The name is given twice, as \"{name}\" and inside \"external\" as \"{externalName}\". Keep \"name\" and write \"external: true\".");

    public static Diagnostic OldExternalName(Location at, string name) =>
        Diagnostic.Warning("CX1406", at, $"A name inside \"external\" is out of date. Write \"external: true\" and beside it \"name: {name}\".");
}
