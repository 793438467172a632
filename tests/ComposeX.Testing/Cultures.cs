using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace ComposeX.Testing;

/// <summary>Proves that a function returns the same text each time and in every culture.</summary>
public static class Cultures
{
    /// <summary>
    /// Cultures that break careless code: Turkish and Azeri case an <c>i</c> otherwise, German and French write numbers
    /// otherwise, Arabic and Thai have other calendars, Czech and Danish sort <c>ch</c> and <c>aa</c> as one letter, Swedish has another minus sign.
    /// </summary>
    public static IReadOnlyList<string> Unlike { get; } = ["tr-TR", "az-Latn-AZ", "de-DE", "fr-FR", "ar-SA", "th-TH", "cs-CZ", "da-DK", "sv-SE"];

    /// <summary>Fails when a second run, or a run under any of the cultures, makes other text than the first run under the invariant culture.</summary>
    public static void MakeNoDifference(Func<string> make)
    {
        var expected = Under(CultureInfo.InvariantCulture, make);
        AssertSame(expected, Under(CultureInfo.InvariantCulture, make), "a second run");
        foreach (var name in Unlike)
        {
            AssertSame(expected, Under(CultureInfo.GetCultureInfo(name), make), "a run under " + name);
        }
    }

    /// <summary>
    /// The same for one of very many inputs: a second run, under a culture that the input's name chooses, so that together they meet all.
    /// </summary>
    public static void MakeNoDifference(string name, Func<string> make)
    {
        var culture = Unlike[name.Sum(character => character) % Unlike.Count];
        AssertSame(Under(CultureInfo.InvariantCulture, make), Under(CultureInfo.GetCultureInfo(culture), make), "a run under " + culture);
    }

    /// <summary>The result of a function that ran under a culture.</summary>
    public static T Under<T>(CultureInfo culture, Func<T> make)
    {
        var (before, beforeUI) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            return make();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUI);
        }
    }

    private static void AssertSame(string expected, string actual, string what) =>
        Assert.True(string.Equals(expected, actual, StringComparison.Ordinal), $"{what} made other text:\n{UnifiedDiff.Of(expected, actual)}");
}
