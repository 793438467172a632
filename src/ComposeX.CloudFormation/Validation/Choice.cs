using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Names what would be right: a few of them, and how many more there are.</summary>
internal static class Choice
{
    private const int Shown = 8;

    /// <summary>How many allowed values are shown: as many as fit where one of them must be chosen.</summary>
    public const int Values = 40;

    /// <summary><c>{lead}A, B, C and 12 more.</c>, or nothing when there is nothing to choose from.</summary>
    public static string Of(string lead, IReadOnlyCollection<string> names, int most = Shown)
    {
        if (names.Count == 0)
            return "";
        var shown = string.Join(", ", names.Take(most));
        return names.Count > most
            ? FormattableString.Invariant($"{lead}{shown} and {names.Count - most} more.")
            : $"{lead}{shown}.";
    }
}
