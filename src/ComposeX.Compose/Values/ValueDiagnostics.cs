using System.Collections.Generic;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Compose.Values;

/// <summary>What can be wrong with sizes, times, modes and other values that have a syntax of their own.</summary>
internal static class ValueDiagnostics
{
    public static Diagnostic NotASize(YamlScalar scalar) =>
        Diagnostic.Error("CX1801", scalar.Location, $"\"{scalar.Text}\" is not a size. Write a number of bytes, or one with a unit: \"512m\", \"1.5g\".");

    public static Diagnostic SizeWithoutMeaning(YamlScalar scalar, string name) =>
        Diagnostic.Warning("CX1802", scalar.Location, $"Compose makes nothing of the number \"{scalar.Text}\" as \"{name}\". Write it with a unit and in quotes: \"512m\".");

    public static Diagnostic NotADuration(Location at, string text) =>
        Diagnostic.Error("CX1803", at, $"\"{text}\" is not a length of time. Write numbers with units: \"90s\", \"1m30s\", \"1.5h\", \"2d\".");

    public static Diagnostic NotAMode(YamlScalar scalar) =>
        Diagnostic.Error("CX1804", scalar.Location, $"\"{scalar.Text}\" is not a file mode. Write octal digits in quotes: \"0440\".");

    public static Diagnostic NotACommand(Location at, string text) =>
        Diagnostic.Error("CX1805", at, $"\"{text}\" cannot be split into words: a quote or a parenthesis does not end. Write the command as a list.");

    public static Diagnostic NotAHealthTest(Location at, string kind, IEnumerable<string> kinds) =>
        Diagnostic.Error("CX1806", at, $"A test in list form starts with {string.Join(" or ", kinds.Select(known => $"\"{known}\""))}, not with \"{kind}\".{Spelling.Hint(kind, kinds)}");

    public static Diagnostic NotAHost(YamlScalar item) =>
        Diagnostic.Error("CX1807", item.Location, $"\"{item.Text}\" is not a host. Write \"name=address\".");

    public static Diagnostic SpaceAfterName(YamlScalar name) =>
        Diagnostic.Error("CX1809", name.Location, $"The name of the variable \"{name.Text}\" ends with a space. Remove the space.");

    public static Diagnostic Negative(Location at, string text, string name) =>
        Diagnostic.Error("CX1810", at, $"\"{text}\" is no value of \"{name}\"; it cannot be negative.");

    public static Diagnostic NotANumber(YamlScalar scalar, string name) =>
        Diagnostic.Error("CX1811", scalar.Location, $"\"{scalar.Text}\" is text, but \"{name}\" has to be a number. Remove the quotes.");

    public static Diagnostic NotAnSshKey(YamlScalar key) =>
        Diagnostic.Error("CX1812", key.Location, $"\"{key.Text}\" is not a key for SSH. Write \"default\", or \"{key.Text}=path\".");

    public static Diagnostic WrongText(Location at, string text, string name, string expected) =>
        Diagnostic.Error("CX1808", at, $"\"{text}\" is no value of \"{name}\"; it has to be {expected}.");
}
