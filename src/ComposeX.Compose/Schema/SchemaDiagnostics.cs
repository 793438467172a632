using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Compose.Schema;

/// <summary>What can be wrong with a document by the Compose Specification's own schema.</summary>
internal static class SchemaDiagnostics
{
    public static Diagnostic UnknownAttribute(YamlScalar key, string noun, IEnumerable<string> known) =>
        Diagnostic.Error("CX1301", key.Location, $"\"{key.Text}\" is not an attribute of {noun}.{HintOrRule(key.Text, known)}");

    public static Diagnostic WrongKind(Location at, string name, string expected, YamlNode found) =>
        Diagnostic.Error("CX1302", at, $"{name} has to be {expected}, but {InWords(found)}.{QuoteHint(expected, found)}");

    public static Diagnostic NumberAlone(Location at, string name, string number, string right) =>
        Diagnostic.Error("CX1310", at, $"{name} has to be a number with a unit, but \"{number}\" has none. Write {right}.");

    public static Diagnostic Missing(Location at, string name, string noun) =>
        Diagnostic.Error("CX1303", at, $"{char.ToUpperInvariant(noun[0])}{noun.Substring(1)} needs \"{name}\", which is missing here.");

    public static Diagnostic NotOneOf(YamlScalar scalar, string name, IReadOnlyList<string> allowed) =>
        Diagnostic.Error("CX1304", scalar.Location, $"\"{scalar.Text}\" is no value of {name}; it has to be {string.Join(" or ", allowed.Select(text => $"\"{text}\""))}.{Spelling.Hint(scalar.Text, allowed)}");

    public static Diagnostic BreaksRule(YamlScalar scalar, string name, string rule) =>
        Diagnostic.Error("CX1305", scalar.Location, $"\"{scalar.Text}\" is no value of {name}; it has to be {rule}.");

    public static Diagnostic OutOfRange(YamlScalar scalar, string name, decimal? least, decimal? most) =>
        Diagnostic.Error("CX1306", scalar.Location, string.Format(CultureInfo.InvariantCulture, "\"{0}\" is no value of {1}; it has to be at least {2}{3}.", scalar.Text, name, least, most is null ? "" : string.Format(CultureInfo.InvariantCulture, " and at most {0}", most)));

    public static Diagnostic EqualItems(Location at, string name, Location first) =>
        Diagnostic.Error("CX1307", at, $"This item of {name} is the same as the one in line {first.Line}. Remove one of them.");

    public static Diagnostic NotFinite(YamlScalar scalar) =>
        Diagnostic.Error("CX1308", scalar.Location, $"\"{scalar.Text}\" is not a finite number. Put it in quotes if text is meant.");

    public static Diagnostic BadName(YamlScalar key) =>
        Diagnostic.Error("CX1309", key.Location, $"\"{key.Text}\" cannot be a name here. A name has letters, digits, \".\", \"_\" and \"-\" only.");

    private static string HintOrRule(string name, IEnumerable<string> known) =>
        Spelling.Hint(name, known) is { Length: > 0 } hint ? hint : " Remove it, or let its name start with \"x-\".";

    private static string InWords(YamlNode found) => found switch
    {
        YamlMapping => "this is a mapping",
        YamlSequence => "this is a list",
        YamlScalar scalar => ScalarResolver.KindOf(scalar) switch
        {
            ScalarKind.Null => "nothing is given",
            ScalarKind.Boolean => $"\"{scalar.Text}\" is a truth value",
            ScalarKind.Integer or ScalarKind.Float => $"\"{scalar.Text}\" is a number",
            ScalarKind.Timestamp => $"\"{scalar.Text}\" is a date",
            _ => $"\"{scalar.Text}\" is text",
        },
        _ => "this is not",
    };

    private static string QuoteHint(string expected, YamlNode found) =>
        found is YamlScalar scalar && ScalarResolver.KindOf(scalar) is not (ScalarKind.Null or ScalarKind.String) && expected.StartsWith("text", System.StringComparison.Ordinal) ? " Put it in quotes." : "";
}
