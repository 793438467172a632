using System;
using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Matches texts with patterns that others wrote: one that runs away, or that .NET cannot read, lets every text pass.</summary>
internal static class Patterns
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    // Reading a pattern costs more than matching with it, and one build meets the same few again and again.
    private static readonly ConcurrentDictionary<string, Regex?> s_read = new(StringComparer.Ordinal);

    /// <summary>Whether the pattern is found in the text, as JSON schema means it.</summary>
    public static bool IsMatch(string text, string pattern)
    {
        try
        {
            return s_read.GetOrAdd(pattern, Read)?.IsMatch(text) ?? true;
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    /// <summary>Whether the pattern is the whole text, as CloudFormation's parameters mean it.</summary>
    public static bool IsWholeMatch(string text, string pattern) => IsMatch(text, $"^(?:{pattern})\\z");

    private static Regex? Read(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, s_patience);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
