using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;

namespace ComposeX.Deploy.Registries;

/// <summary>Proves to registries who we are, when they ask: by password, or by a token that another server gives for it.</summary>
internal sealed class RegistryAuthorization(HttpClient http, IReadOnlyList<ICredentialSource> sources, RegistryTls tls, RegistryPatience patience, Secrets secrets)
{
    private static readonly string[] TokenNames = ["token", "access_token"];

    private readonly ConcurrentDictionary<(string Registry, RegistryScope Scope), AuthenticationHeaderValue> _answers = [];
    private readonly ConcurrentDictionary<(string Registry, bool Push), Lazy<Task<RegistryCredentials?>>> _credentials = [];

    /// <summary>What was good for such a call before; null when nobody asked yet.</summary>
    public AuthenticationHeaderValue? Known(RegistryHost host, RegistryScope scope) => _answers.GetValueOrDefault((host.Name, scope));

    /// <summary>In words, where the credentials for a registry came from; null when there are none.</summary>
    public string? SourceFor(RegistryHost host, RegistryScope scope) =>
        _credentials.TryGetValue((host.Name, scope.Push), out var found) && found.Value.IsCompletedSuccessfully ? found.Value.Result?.Source : null;

    /// <summary>The answer to a challenge; null when we have none.</summary>
    public async Task<AuthenticationHeaderValue?> AnswerAsync(RegistryHost host, RegistryScope scope, HttpResponseMessage refusal, CancellationToken cancellation)
    {
        if (AuthenticationChallenge.Of(refusal.Headers.WwwAuthenticate) is not { } challenge)
            return null;
        var credentials = await _credentials.GetOrAdd((host.Name, scope.Push), _ => new(() => FindAsync(host.Name, scope.Push, cancellation))).Value.ConfigureAwait(false);
        var answer = challenge.IsBearer ? await TokenAsync(host, scope, challenge, credentials, cancellation).ConfigureAwait(false) : credentials?.Basic;
        if (answer is not null)
            _answers[(host.Name, scope)] = answer;
        return answer;
    }

    private async Task<RegistryCredentials?> FindAsync(string registry, bool push, CancellationToken cancellation)
    {
        foreach (var source in sources)
        {
            if (await source.FindAsync(registry, push, cancellation).ConfigureAwait(false) is not { } found)
                continue;
            secrets.Hide(found.Secrets);
            return found;
        }

        return null;
    }

    private async Task<AuthenticationHeaderValue?> TokenAsync(RegistryHost host, RegistryScope scope, AuthenticationChallenge challenge, RegistryCredentials? credentials, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(challenge["realm"], UriKind.Absolute, out var realm))
            return null;
        tls.Check(host, realm);
        var (code, body) = await patience.TryAsync(() => AskAsync(host, () => TokenRequest(realm, scope, challenge, credentials), cancellation), cancellation).ConfigureAwait(false);
        if (code is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest)
            throw new RegistryException(RegistryDiagnostics.NotAccepted(host.Name, credentials?.Source, FormattableString.Invariant($"\"{realm.Host}\" gives no token, HTTP status {(int)code}")));
        if (Token(body) is not { } token)
            throw new RegistryException(RegistryDiagnostics.Refused(host.Name, "to give a token", FormattableString.Invariant($"HTTP status {(int)code} from \"{realm.Host}\".")));
        secrets.Hide([token]);
        return new("Bearer", token);
    }

    private async Task<(HttpStatusCode Code, string Body)> AskAsync(RegistryHost host, Func<HttpRequestMessage> request, CancellationToken cancellation)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        silence.CancelAfter(patience.Silence);
        try
        {
            using var message = request();
            using var response = await http.SendAsync(message, silence.Token).ConfigureAwait(false);
            return RegistryFailures.IsTransient(response.StatusCode)
                ? throw RegistryFailures.Transient(response)
                : (response.StatusCode, await response.Content.ReadAsStringAsync(silence.Token).ConfigureAwait(false));
        }
        catch (Exception exception) when (RegistryFailures.Of(exception, host.Name, cancellation) is { } failure)
        {
            throw failure;
        }
    }

    private static HttpRequestMessage TokenRequest(Uri realm, RegistryScope scope, AuthenticationChallenge challenge, RegistryCredentials? credentials)
    {
        var scopes = (challenge["scope"]?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []).Append(scope.ToString()).Distinct(StringComparer.Ordinal);
        if (credentials is { IsIdentityToken: true })
        {
            return new HttpRequestMessage(HttpMethod.Post, realm)
            {
                Content = new FormUrlEncodedContent([
                    new("grant_type", "refresh_token"), new("client_id", "composex"), new("service", challenge["service"] ?? ""),
                    new("scope", string.Join(' ', scopes)), new("refresh_token", credentials.Password)]),
            };
        }

        var query = scopes.Select(wanted => "scope=" + Uri.EscapeDataString(wanted));
        if (challenge["service"] is { } service)
            query = query.Prepend("service=" + Uri.EscapeDataString(service));
        var address = new UriBuilder(realm) { Query = string.Join('&', realm.Query.Length > 1 ? query.Prepend(realm.Query[1..]) : query) };
        return new HttpRequestMessage(HttpMethod.Get, address.Uri) { Headers = { Authorization = credentials?.Basic } };
    }

    private static string? Token(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return TokenNames
                .Select(name => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null)
                .FirstOrDefault(text => !string.IsNullOrEmpty(text));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
