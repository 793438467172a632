using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Names what would be right: a few of them, and how many more there are.</summary>
internal static class Choice
{
    private const int Shown = 8;

    /// <summary><c>{lead}A, B, C and 12 more.</c>, or nothing when there is nothing to choose from.</summary>
    public static string Of(string lead, IReadOnlyCollection<string> names)
    {
        if (names.Count == 0)
            return "";
        var shown = string.Join(", ", names.Take(Shown));
        return names.Count > Shown
            ? FormattableString.Invariant($"{lead}{shown} and {names.Count - Shown} more.")
            : $"{lead}{shown}.";
    }
}
