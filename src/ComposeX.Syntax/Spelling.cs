using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Syntax;

/// <summary>Finds the word that a misspelt one was probably meant to be.</summary>
public static class Spelling
{
    /// <summary>The nearest candidate by edit distance (at most a third of the word, at least one), or null. Ties go to the ordinally first.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates) => candidates
        .Where(candidate => Math.Abs(word.Length - candidate.Length) <= Allowed(word, candidate))
        .Select(candidate => (candidate, distance: Distance(word, candidate)))
        .Where(pair => pair.distance <= Allowed(word, pair.candidate))
        .OrderBy(pair => pair.distance)
        .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
        .Select(pair => pair.candidate)
        .FirstOrDefault();

    /// <summary><c> Did you mean "x"?</c> with a leading space, or nothing.</summary>
    public static string Hint(string word, IEnumerable<string> candidates) =>
        Nearest(word, candidates) is { } nearest ? $" Did you mean \"{nearest}\"?" : "";

    private static int Allowed(string word, string candidate) => Math.Max(1, Math.Max(word.Length, candidate.Length) / 3);

    // Damerau-Levenshtein, optimal string alignment; a difference in case alone costs nothing but is no equality.
    private static int Distance(string left, string right)
    {
        left = left.ToLowerInvariant();
        right = right.ToLowerInvariant();
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= right.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[left.Length, right.Length];
    }
}
