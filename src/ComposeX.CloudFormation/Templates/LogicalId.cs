using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Templates;

/// <summary>The one rule by which names of the compose file become CloudFormation's logical ids.</summary>
public static class LogicalId
{
    /// <summary>The longest logical id that CloudFormation takes.</summary>
    public const int MaximumLength = 255;

    /// <summary>
    /// Joins the parts' words: each part is split where it is neither letter nor digit, each word's first letter is
    /// upper-cased and its rest kept. <c>From("sqs", "dead-letters", "url")</c> is <c>SqsDeadLettersUrl</c>.
    /// </summary>
    /// <remarks>An id that would start with a digit is led by <c>N</c>; the caller reports what is longer than <see cref="MaximumLength"/>.</remarks>
    public static string From(params string[] parts)
    {
        var id = string.Concat(parts.SelectMany(Words).Select(Capitalised));
        return id.Length > 0 && IsLetter(id[0]) ? id : "N" + id;
    }

    /// <summary>Whether CloudFormation takes the text as a logical id.</summary>
    public static bool IsValid(string id) => id.Length is > 0 and <= MaximumLength && id.All(IsAlphanumeric);

    /// <summary>One finding for each pair of different names that become the same logical id, at the later of the two.</summary>
    public static IEnumerable<Diagnostic> Clashes(IEnumerable<NamedId> ids)
    {
        var first = new Dictionary<string, NamedId>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (!first.TryGetValue(id.LogicalId, out var earlier))
                first.Add(id.LogicalId, id);
            else if (!string.Equals(earlier.Name, id.Name, StringComparison.Ordinal))
                yield return TemplateDiagnostics.LogicalIdClash(id, earlier);
        }
    }

    private static IEnumerable<string> Words(string part)
    {
        var word = new StringBuilder();
        foreach (var character in part)
        {
            if (IsAlphanumeric(character))
            {
                word.Append(character);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word.Substring(1);

    private static bool IsAlphanumeric(char character) => IsLetter(character) || character is >= '0' and <= '9';

    private static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}

/// <summary>A name of the user's, the logical id it became, and where it was written.</summary>
/// <param name="Name">The name as a reader of the compose file knows it: <c>x-sqs.dead-letters</c>.</param>
public sealed record NamedId(string Name, string LogicalId, Location Origin);
