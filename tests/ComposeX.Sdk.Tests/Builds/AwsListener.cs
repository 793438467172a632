using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace ComposeX.Sdk.Tests.Builds;

/// <summary>As much of AWS as one look-up needs, on loopback: answers in JSON by the operation that a call names.</summary>
internal sealed class AwsListener : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly IReadOnlyDictionary<string, string> _answers;
    private int _calls;

    public AwsListener(IReadOnlyDictionary<string, string> answers)
    {
        _answers = answers;
        Url = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Url + "/");
        _listener.Start();
        _ = AnswerAllAsync();
    }

    public string Url { get; }

    public int Calls => _calls;

    public void Dispose() => _listener.Close();

    private async Task AnswerAllAsync()
    {
        try
        {
            while (_listener.IsListening)
                await AnswerAsync(await _listener.GetContextAsync());
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // Closed: the test is over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        _calls++;
        var known = _answers.TryGetValue(context.Request.Headers["X-Amz-Target"]?.Split('.')[1] ?? "", out var answer);
        var body = Encoding.UTF8.GetBytes(answer ?? """{"__type":"InvalidAction","message":"Not played"}""");
        context.Response.StatusCode = known ? 200 : 400;
        await context.Response.OutputStream.WriteAsync(body);
        context.Response.Close();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
