using System.Linq;
using System.Text.RegularExpressions;

namespace ComposeX.Modules.Cloudmap;

/// <summary>What Cloud Map takes as a name in DNS.</summary>
internal static class DnsText
{
    private const int MaximumLength = 253;

    private static readonly Regex Label = new("^[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$", RegexOptions.CultureInvariant);

    /// <summary>Labels with dots between them, no dot at the end.</summary>
    public static bool IsName(string text) => text.Length <= MaximumLength && text.Split('.').All(Label.IsMatch);
}
