using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace ComposeX.Deploy.Registries;

/// <summary>How a registry wants to be told who asks: <c>WWW-Authenticate</c>.</summary>
internal sealed partial record AuthenticationChallenge(string Scheme, IReadOnlyDictionary<string, string> Parameters)
{
    public bool IsBearer => Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase);

    public string? this[string name] => Parameters.GetValueOrDefault(name);

    /// <summary>The challenge that we can answer, tokens before passwords; null when there is none.</summary>
    public static AuthenticationChallenge? Of(HttpHeaderValueCollection<AuthenticationHeaderValue> headers) => headers
        .Select(header => new AuthenticationChallenge(header.Scheme, Read(header.Parameter ?? "")))
        .Where(challenge => challenge.IsBearer ? challenge["realm"] is not null : challenge.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(challenge => challenge.IsBearer)
        .FirstOrDefault();

    private static Dictionary<string, string> Read(string parameters)
    {
        var read = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Pairs().Matches(parameters))
            read[match.Groups["name"].Value] = match.Groups["quoted"].Success ? match.Groups["quoted"].Value.Replace("\\", "", StringComparison.Ordinal) : match.Groups["plain"].Value;
        return read;
    }

    [GeneratedRegex("""(?<name>[A-Za-z_]+)\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<plain>[^\s,"]+))""", RegexOptions.CultureInvariant)]
    private static partial Regex Pairs();
}
