using System;
using System.Collections.Generic;
using System.Linq;

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
}
