using System.Text.RegularExpressions;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>What Service Connect takes as names.</summary>
internal static class ConnectName
{
    private static readonly Regex Dns = new("^[a-z0-9_.][a-z0-9_.-]{0,126}$", RegexOptions.CultureInvariant);

    private static readonly Regex Discovery = new("^[a-z0-9_][a-z0-9_-]{0,63}$", RegexOptions.CultureInvariant);

    /// <summary>A name that clients use.</summary>
    public static bool IsDnsName(string text) => Dns.IsMatch(text);

    /// <summary>A name in Cloud Map.</summary>
    public static bool IsDiscoveryName(string text) => Discovery.IsMatch(text);
}
