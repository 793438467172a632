using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using ComposeX.Deploy.Tests.Aws;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace ComposeX.Deploy.Tests;

/// <summary>Stands before an emulation that is not ours: counts its calls, and lets a test do something between two of them.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private readonly WebApplication _server;
    private readonly string _target;
    private readonly ConcurrentQueue<Call> _calls = [];

    private Relay(WebApplication server, string target) => (_server, _target) = (server, target);

    public string Url => _server.Urls.Single();

    public IReadOnlyList<Call> Calls => [.. _calls];

    /// <summary>Called with every call, before and after it is passed on, and how many it makes.</summary>
    public Action<Call, int, bool>? OnCall { get; set; }

    public static async Task<Relay> StartAsync(string target)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var relay = new Relay(server, target);
        server.Run(relay.PassOnAsync);
        await server.StartAsync();
        return relay;
    }

    public int Count(string operation) => _calls.Count(call => call.Operation == operation);

    public void ForgetCalls() => _calls.Clear();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _http.Dispose();
    }

    private async Task PassOnAsync(HttpContext context)
    {
        var request = await AwsRequest.ReadAsync(context.Request);
        var call = new Call(request.Service, request.Operation);
        _calls.Enqueue(call);
        var number = _calls.Count;
        OnCall?.Invoke(call, number, false);
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), _target + context.Request.Path + context.Request.QueryString) { Content = new ByteArrayContent(request.Body) };
        foreach (var (name, value) in request.Headers.Where(header => header.Key is not ("Content-Length" or "Expect" or "Connection")))
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await _http.SendAsync(message, context.RequestAborted);
        OnCall?.Invoke(call, number, true);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Transfer-Encoding" or "Connection")))
            context.Response.Headers[name] = new StringValues([.. values]);
        await answer.Content.CopyToAsync(context.Response.Body);
    }
}
