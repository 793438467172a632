using System.Text.RegularExpressions;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;

namespace ComposeX.Modules.Network;

/// <summary>Texts that end up in the description of a security-group rule, for which EC2 takes few characters.</summary>
internal static class RuleText
{
    private static readonly Regex Taken = new(@"^[a-zA-Z0-9 ._\-:/()#,@\[\]+=&;{}!$*]{1,255}$", RegexOptions.CultureInvariant);

    private const int Longest = 255;

    /// <summary>As much of a text as EC2 takes.</summary>
    public static string Shortened(string text) => text.Length <= Longest ? text : text.Substring(0, Longest);

    public static Located<string>? Read(MappingReader source, string key, NetworkScope scope)
    {
        if (source.Text(key) is not { } text)
        {
            return null;
        }

        if (!Taken.IsMatch(text.Value))
        {
            scope.Diagnostics.Add(NetworkDiagnostics.BadText(key, text.Value, text.Origin));
        }

        return text;
    }
}
