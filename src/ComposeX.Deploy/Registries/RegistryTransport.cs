using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Authentication;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;

namespace ComposeX.Deploy.Registries;

/// <summary>Requests to registries: over TLS, as whoever they want us to be, to where they send us on, and again when it may help.</summary>
internal sealed class RegistryTransport : IDisposable
{
    private const int MostRedirects = 5;
    private const int LargestAnswer = 8 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, Lazy<Task<RegistryHost>>> _hosts = new(StringComparer.Ordinal);
    private readonly HttpClient _http;
    private readonly RegistryTls _tls;
    private readonly RegistryAuthorization _authorization;

    public RegistryTransport(IReadOnlyList<ICredentialSource> sources, RegistryTls tls, RegistryPatience patience, Secrets secrets)
    {
        _tls = tls;
        Patience = patience;
        _http = new HttpClient(Handler(tls)) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswer };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("ComposeX.Build", null));
        _authorization = new(_http, sources, tls, patience, secrets);
    }

    public RegistryPatience Patience { get; }

    /// <summary>Where a registry is; found out once.</summary>
    public Task<RegistryHost> HostAsync(string name, CancellationToken cancellation) => _hosts.GetOrAdd(name, _ => new(() => FindHostAsync(name, cancellation))).Value;

    /// <summary>The answer, whatever it says, after trying as often as it may help.</summary>
    public async Task<HttpResponseMessage> SendAsync(RegistryCall call, CancellationToken cancellation)
    {
        try
        {
            return await Patience.TryAsync(() => SendOnceAsync(call, cancellation), cancellation).ConfigureAwait(false);
        }
        catch (TransientFault fault)
        {
            throw new RegistryException(RegistryDiagnostics.Unreachable(call.Host.Name, fault.Message));
        }
    }

    /// <summary>The answer; what may be otherwise in a moment is a <see cref="TransientFault"/>.</summary>
    public async Task<HttpResponseMessage> SendOnceAsync(RegistryCall call, CancellationToken cancellation)
    {
        var response = await SendAuthorizedAsync(call, cancellation).ConfigureAwait(false);
        for (var redirect = 0; call.Follows && redirect < MostRedirects && IsRedirect(response) && response.Headers.Location is { } location; redirect++)
        {
            call = call with { Address = call.Host.Follow(call.Address, location) };
            response.Dispose();
            response = await SendAuthorizedAsync(call, cancellation).ConfigureAwait(false);
        }

        return response;
    }

    /// <summary>Why an answer is not what was hoped for.</summary>
    public async Task<RegistryException> RefusalAsync(RegistryCall call, HttpResponseMessage response, string what, CancellationToken cancellation)
    {
        var (host, scope, source) = (call.Host.Name, call.Scope, _authorization.SourceFor(call.Host, call.Scope));
        var (code, reason) = await RegistryFailures.ReadAsync(response, cancellation).ConfigureAwait(false);
        return new(response.StatusCode switch
        {
            HttpStatusCode.Unauthorized when code != "DENIED" => RegistryDiagnostics.NotAccepted(host, source, reason.TrimEnd('.')),
            HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => RegistryDiagnostics.Forbidden(host, scope.Repository, scope.Push, source, reason),
            HttpStatusCode.NotFound when scope.Push && code is "NAME_UNKNOWN" or "" => RegistryDiagnostics.NoRepository(host, scope.Repository, reason),
            _ => RegistryDiagnostics.Refused(host, what, reason),
        });
    }

    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler Handler(RegistryTls tls) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        SslOptions =
        {
            RemoteCertificateValidationCallback = (sender, _, _, errors) =>
                errors == SslPolicyErrors.None || (sender is SslStream stream && tls.MayVouchForItself(stream.TargetHostName)),
        },
    };

    private static bool IsRedirect(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    // Whoever must speak TLS is where it is; the others may do so as well, and are asked.
    private async Task<RegistryHost> FindHostAsync(string name, CancellationToken cancellation)
    {
        var server = RegistryHost.ServerOf(name);
        if (!Uri.TryCreate("https://" + server, UriKind.Absolute, out var address))
            throw new RegistryException(RegistryDiagnostics.Unreachable(name, "That is no address."));
        var secure = new RegistryHost(name, address);
        if (!_tls.MayDoWithout(server))
            return secure;
        using var probe = new HttpRequestMessage(HttpMethod.Get, secure.At(""));
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        silence.CancelAfter(TimeSpan.FromSeconds(10));
        try
        {
            using var response = await _http.SendAsync(probe, silence.Token).ConfigureAwait(false);
            return secure;
        }
        catch (Exception exception) when (exception is HttpRequestException or AuthenticationException or System.IO.IOException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return secure with { Address = new Uri("http://" + server) };
        }
    }

    private async Task<HttpResponseMessage> SendAuthorizedAsync(RegistryCall call, CancellationToken cancellation)
    {
        _tls.Check(call.Host, call.Address);
        var owned = call.Host.Owns(call.Address);
        var response = await SendAsync(call, owned ? _authorization.Known(call.Host, call.Scope) : null, cancellation).ConfigureAwait(false);
        if (!owned || response.StatusCode != HttpStatusCode.Unauthorized)
            return response;
        var answer = await _authorization.AnswerAsync(call.Host, call.Scope, response, cancellation).ConfigureAwait(false);
        if (answer is null)
            return response;
        response.Dispose();
        return await SendAsync(call, answer, cancellation).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendAsync(RegistryCall call, AuthenticationHeaderValue? authorization, CancellationToken cancellation)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        silence.CancelAfter(Patience.Silence);
        try
        {
            using var message = new HttpRequestMessage(call.Method, call.Address) { Content = call.Body?.Invoke(() => silence.CancelAfter(Patience.Silence)) };
            message.Headers.Authorization = authorization;
            foreach (var type in call.Accept)
                message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
            var response = await _http.SendAsync(message, silence.Token).ConfigureAwait(false);
            if (!RegistryFailures.IsTransient(response.StatusCode))
                return response;
            using (response)
                throw RegistryFailures.Transient(response);
        }
        catch (Exception exception) when (RegistryFailures.Of(exception, call.Host.Name, cancellation) is { } failure)
        {
            throw failure;
        }
    }
}
