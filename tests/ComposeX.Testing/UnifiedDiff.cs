using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ComposeX.Testing;

/// <summary>Shows how two texts differ, line by line, as <c>diff -u</c> does.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;
    private const int LongestShown = 400;

    /// <summary>The hunks that turn <paramref name="expected"/> into <paramref name="actual"/>; empty when they are equal.</summary>
    public static string Of(string expected, string actual)
    {
        var edits = Edits(Split(expected), Split(actual));
        var text = new StringBuilder();
        foreach (var (start, end) in Hunks(edits))
        {
            WriteHunk(text, edits, start, end);
        }

        return Shortened(text.ToString());
    }

    private static IReadOnlyList<string> Split(string text) => text switch
    {
        "" => [],
        _ when text[^1] == '\n' => Lines.Of(text[..^1]),
        _ => Lines.Of(text + "\n\\ no line feed at the end")
    };

    private static List<Edit> Edits(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var lengths = CommonLengths(left, right);
        var edits = new List<Edit>();
        var (i, j) = (0, 0);
        while (i < left.Count || j < right.Count)
        {
            if (i < left.Count && j < right.Count && string.Equals(left[i], right[j], StringComparison.Ordinal))
            {
                edits.Add(new(' ', left[i++], i, ++j));
            }
            else if (j == right.Count || (i < left.Count && lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                edits.Add(new('-', left[i++], i, j));
            }
            else
            {
                edits.Add(new('+', right[j++], i, j));
            }
        }

        return edits;
    }

    // The longest common subsequence of every pair of tails.
    private static int[,] CommonLengths(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var lengths = new int[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
        {
            for (var j = right.Count - 1; j >= 0; j--)
            {
                lengths[i, j] = string.Equals(left[i], right[j], StringComparison.Ordinal)
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static IEnumerable<(int Start, int End)> Hunks(List<Edit> edits)
    {
        var changed = Enumerable.Range(0, edits.Count).Where(i => edits[i].Mark != ' ').ToList();
        for (var first = 0; first < changed.Count;)
        {
            var last = first;
            while (last + 1 < changed.Count && changed[last + 1] - changed[last] <= 2 * Context)
            {
                last++;
            }

            yield return (Math.Max(0, changed[first] - Context), Math.Min(edits.Count, changed[last] + Context + 1));
            first = last + 1;
        }
    }

    private static void WriteHunk(StringBuilder text, List<Edit> edits, int start, int end)
    {
        var hunk = edits.GetRange(start, end - start);
        var left = hunk.Count(edit => edit.Mark != '+');
        var right = hunk.Count(edit => edit.Mark != '-');
        var leftStart = hunk[0].Left + (hunk[0].Mark == '+' && left > 0 ? 1 : 0);
        var rightStart = hunk[0].Right + (hunk[0].Mark == '-' && right > 0 ? 1 : 0);
        text.AppendFormat(CultureInfo.InvariantCulture, "@@ -{0},{1} +{2},{3} @@\n", leftStart, left, rightStart, right);
        foreach (var edit in hunk)
        {
            text.Append(edit.Mark).Append(Lines.Visible(edit.Line)).Append('\n');
        }
    }

    private static string Shortened(string text)
    {
        var lines = Lines.Of(text);
        return lines.Count <= LongestShown
            ? text
            : string.Join("\n", lines.Take(LongestShown)) + FormattableString.Invariant($"\n… and {lines.Count - LongestShown} lines more\n");
    }

    // Left and Right are the numbers of lines taken from each side up to and including this one.
    private sealed record Edit(char Mark, string Line, int Left, int Right);
}
