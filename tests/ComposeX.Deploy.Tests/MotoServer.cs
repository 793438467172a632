using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;
using Xunit;

namespace ComposeX.Deploy.Tests;

/// <summary>moto, an emulation of AWS that is not ours, where it is installed (<c>pip install "moto[server]"</c>).</summary>
public sealed class MotoServer : IAsyncLifetime
{
    private Process? _moto;
    private bool _isThere;

    /// <summary>Where it listens; the test is skipped when it is not installed.</summary>
    public string Url
    {
        get
        {
            if (!_isThere)
                Assert.Skip("moto_server is not installed.");
            return field;
        }
    } = $"http://127.0.0.1:{FreePort()}";

    public async ValueTask InitializeAsync()
    {
        if (FindMoto() is not { } moto)
            return;
        _isThere = true;
        var url = Url;
        _moto = Process.Start(new ProcessStartInfo(moto, ["-H", "127.0.0.1", "-p", new Uri(url).Port.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, RedirectStandardError = true });
        _moto!.OutputDataReceived += (_, _) => { };
        _moto.ErrorDataReceived += (_, _) => { };
        _moto.BeginOutputReadLine();
        _moto.BeginErrorReadLine();
        using var http = new HttpClient();
        for (var attempt = 0; attempt < 120 && !_moto.HasExited && !await AnswersAsync(http, url); attempt++)
            await Task.Delay(500);
        _isThere = await AnswersAsync(http, url);
    }

    public ValueTask DisposeAsync()
    {
        if (_moto is { HasExited: false })
            _moto.Kill(entireProcessTree: true);
        _moto?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<bool> AnswersAsync(HttpClient http, string url)
    {
        try
        {
            return (await http.GetAsync(new Uri(url + "/moto-api/"))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string? FindMoto() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "moto_server.exe" : "moto_server")).FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}

/// <summary>Tests that share one moto; each has stacks and resources of its own.</summary>
[CollectionDefinition(Name)]
public sealed class MotoCollection : ICollectionFixture<MotoServer>
{
    public const string Name = "moto";
}
