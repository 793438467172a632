using System;
using System.Text.RegularExpressions;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Matches texts with patterns that others wrote: one that runs away, or that .NET cannot read, lets every text pass.</summary>
internal static class Patterns
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <summary>Whether the pattern is found in the text, as JSON schema means it.</summary>
    public static bool IsMatch(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, s_patience);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    /// <summary>Whether the pattern is the whole text, as CloudFormation's parameters mean it.</summary>
    public static bool IsWholeMatch(string text, string pattern) => IsMatch(text, $"^(?:{pattern})\\z");
}
