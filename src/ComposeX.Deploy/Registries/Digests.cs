using System;
using System.IO;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace ComposeX.Deploy.Registries;

/// <summary>Names of content: <c>sha256:</c> and the hash.</summary>
internal static partial class Digests
{
    public static string Of(byte[] content) => "sha256:" + Convert.ToHexString(SHA256.HashData(content)).ToLowerInvariant();

    public static async Task<string> OfAsync(Stream content, CancellationToken cancellation) =>
        "sha256:" + Convert.ToHexString(await SHA256.HashDataAsync(content, cancellation).ConfigureAwait(false)).ToLowerInvariant();

    public static bool IsWellFormed(string text) => Sha256().IsMatch(text);

    [GeneratedRegex("^sha256:[0-9a-f]{64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Sha256();
}
