using System.Text.RegularExpressions;

namespace ComposeX.Compose.Schema;

/// <summary>The two texts of a service that have to match a pattern.</summary>
internal static class TextRules
{
    private static readonly Regex _pullPolicy = new("always|never|build|if_not_present|missing|refresh|daily|weekly|every_([0-9]+[wdhms])+", RegexOptions.CultureInvariant);

    private static readonly Regex _containerName = new("[a-zA-Z0-9][a-zA-Z0-9_.-]+", RegexOptions.CultureInvariant);

    /// <summary>Whether the text has a pull policy in it; the specification's pattern is not anchored.</summary>
    public static bool IsPullPolicy(string text) => _pullPolicy.IsMatch(text);

    /// <summary>Whether the text has a container's name in it; the specification's pattern is not anchored.</summary>
    public static bool IsContainerName(string text) => _containerName.IsMatch(text);
}
