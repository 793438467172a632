using System.Collections.Generic;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Compose.Loading;

/// <summary>What can be wrong between the attributes of one resource.</summary>
internal static class ResourceDiagnostics
{
    public static Diagnostic ExternalVolume(YamlScalar key, string volume) =>
        Diagnostic.Error("CX1701", key.Location, $"The volume \"{volume}\" is external, so \"{key.Text}\" has no meaning for it. Remove one of the two.");

    public static Diagnostic Exclusive(YamlScalar key, string other) =>
        Diagnostic.Error("CX1702", key.Location, $"\"{key.Text}\" and \"{other}\" exclude each other. Keep one of them.");

    public static Diagnostic NoSource(YamlScalar key, IEnumerable<string> sources) =>
        Diagnostic.Error("CX1703", key.Location, $"\"{key.Text}\" needs one of {string.Join(", ", sources.Select(source => $"\"{source}\""))}.");

    public static Diagnostic NotAnIpAddress(YamlScalar address) =>
        Diagnostic.Error("CX1704", address.Location, $"\"{address.Text}\" is not an IP address. Write \"127.0.0.1\".");

    public static Diagnostic Blank(Location at, string name) =>
        Diagnostic.Error("CX1705", at, $"\"{name}\" is empty. Give it a value.");
}
