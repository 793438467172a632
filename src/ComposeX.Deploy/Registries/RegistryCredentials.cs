using System;
using System.Collections.Generic;
using System.Net.Http.Headers;
using System.Text;

namespace ComposeX.Deploy.Registries;

/// <summary>What proves to a registry who we are.</summary>
/// <param name="source">Where it comes from, in words for a finding.</param>
internal sealed class RegistryCredentials(string source, string userName, string password)
{
    public string Source { get; } = source;

    public string UserName { get; } = userName;

    public string Password { get; } = password;

    /// <summary>Whether <see cref="Password"/> is a token that is exchanged for others, not a password.</summary>
    public bool IsIdentityToken { get; init; }

    public AuthenticationHeaderValue Basic => new("Basic", Encoded);

    /// <summary>What must never be shown.</summary>
    public IEnumerable<string> Secrets => [Password, Encoded];

    private string Encoded => Convert.ToBase64String(Encoding.UTF8.GetBytes(UserName + ":" + Password));
}
