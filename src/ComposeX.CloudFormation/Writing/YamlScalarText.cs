using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ComposeX.CloudFormation.Writing;

/// <summary>Quotes a string where some YAML reader could take it for anything but that string.</summary>
internal static class YamlScalarText
{
    // YAML 1.1 and 1.2 words, compared without case so that readers' inventions ("NULL", "oN") are covered too.
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase) { "y", "n", "yes", "no", "on", "off", "true", "false", "null" };

    private static readonly HashSet<char> s_harmless = [.. " _-./:@$+=(){}"];

    public static string Of(string text)
    {
        if (IsPlain(text))
            return text;
        return text.All(IsPrintable) ? "'" + text.Replace("'", "''") + "'" : DoubleQuoted(text);
    }

    /// <summary>Whether a text of several lines can stand as a literal block without an indentation indicator.</summary>
    public static bool IsLiteral(string text)
    {
        if (!text.Contains('\n') || text.Any(character => character != '\n' && !IsPrintable(character)))
            return false;
        var lines = text.Split('\n');
        return lines[0].Length > 0 && lines[0][0] is not (' ' or '\t')
            && lines.All(line => line.Length == 0 || line.Any(character => character is not (' ' or '\t')));
    }

    private static bool IsPlain(string text) =>
        text.Length > 0
        && (IsLetter(text[0]) || text[0] is '/' or '_' or '$')
        && text.All(character => IsLetter(character) || character is >= '0' and <= '9' || s_harmless.Contains(character))
        && text.IndexOf(": ", StringComparison.Ordinal) < 0
        && text[text.Length - 1] is not (' ' or ':')
        && !s_words.Contains(text);

    private static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    // Surrogates count as printable: they stand in pairs for a character that YAML takes as it is.
    private static bool IsPrintable(char character) =>
        character is (>= ' ' and <= '~') or (>= '\u00a0' and not ('\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff'));

    private static string DoubleQuoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when IsPrintable(character) => character.ToString(),
                _ => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
            });
        }

        return quoted.Append('"').ToString();
    }
}
