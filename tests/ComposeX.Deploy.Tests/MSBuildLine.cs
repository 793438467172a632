using System.Text.RegularExpressions;

namespace ComposeX.Deploy.Tests;

/// <summary>Reads a line of a tool's output as MSBuild does, by the rules of its canonical error format.</summary>
internal static partial class MSBuildLine
{
    /// <summary><c>error</c>, <c>warning</c>, or null when MSBuild takes the line for ordinary text.</summary>
    public static string? CategoryOf(string line) => Canonical().Match(line) is { Success: true } match ? match.Groups["category"].Value.ToLowerInvariant() : null;

    [GeneratedRegex(@"^\s*(?:(?:(?:(?:\d+>)?[a-zA-Z]?:[^:]*)|(?:[^:]*)):|)(?:|[^:]*? )(?<category>error|warning)(?: \s*[^: ]*)?\s*:.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Canonical();
}
