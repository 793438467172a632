using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Finds the variables in the text of <c>Fn::Sub</c>; <c>${!Literal}</c> is none.</summary>
internal static class SubText
{
    /// <summary>What stands between <c>${</c> and <c>}</c>, as written, in order.</summary>
    public static IEnumerable<string> Variables(string text)
    {
        for (var start = text.IndexOf("${", StringComparison.Ordinal); start >= 0; start = text.IndexOf("${", start + 2, StringComparison.Ordinal))
        {
            var end = text.IndexOf('}', start);
            if (end < 0)
                yield break;
            if (text[start + 2] != '!')
                yield return text.Substring(start + 2, end - start - 2);
        }
    }

    /// <summary>The variables with the places where they are written, as far as the text stands in one line as it is.</summary>
    public static IEnumerable<(string Variable, Location Place)> Located(CfnString text)
    {
        var from = 0;
        foreach (var variable in Variables(text.Value))
        {
            var written = "${" + variable + "}";
            var start = text.Value.IndexOf(written, from, StringComparison.Ordinal);
            from = start + written.Length;
            yield return (variable, Place(text, start, written.Length));
        }
    }

    /// <summary>Whether CloudFormation takes the text between the braces for a variable.</summary>
    public static bool IsValid(string variable) =>
        variable.Length > 0 && variable.All(character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or ':');

    /// <summary>The text without its variables, as far as it is known.</summary>
    public static IEnumerable<string> Literals(string text)
    {
        var from = 0;
        for (var start = text.IndexOf("${", StringComparison.Ordinal); start >= 0; start = text.IndexOf("${", from, StringComparison.Ordinal))
        {
            var end = text.IndexOf('}', start);
            if (end < 0)
                break;
            yield return text.Substring(from, start - from);
            from = end + 1;
        }

        yield return text.Substring(from);
    }

    // A quoted text is two characters longer in the file; one with escapes, or a generated one, is not found again there.
    private static Location Place(CfnString text, int start, int length)
    {
        var origin = text.Origin;
        var quote = (origin.EndColumn - origin.Column - text.Value.Length) switch { 0 => 0, 2 => 1, _ => -1 };
        return origin.Line != origin.EndLine || quote < 0
            ? origin
            : origin with { Column = origin.Column + quote + start, EndColumn = origin.Column + quote + start + length };
    }
}
