using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace ComposeX.Deploy.Tests.Images;

/// <summary>A registry that is not ours: the one that Debian packages as <c>docker-registry</c>, on loopback, with its content in a folder that goes with it.</summary>
internal sealed class DebianRegistry : IAsyncDisposable
{
    /// <summary>Of <see cref="RegistryDouble.Password"/>, which htpasswd wants as a bcrypt hash.</summary>
    private const string PasswordFile = "ada:$2b$05$abcdefghijklmnopqrstuuFLBqpWzAdUYUdWPcXRPRS2TPHYCOJRq";

    private readonly string _folder = Directory.CreateTempSubdirectory("composex-registry-").FullName;
    private Process? _process;

    private DebianRegistry(string host) => Host = host;

    /// <summary>Host and port.</summary>
    public string Host { get; }

    /// <summary>The registry, or null when it is not installed.</summary>
    public static async Task<DebianRegistry?> StartAsync(bool withPassword = false)
    {
        if (Find() is not { } program)
            return null;
        var registry = new DebianRegistry($"localhost:{FreePort()}");
        await registry.RunAsync(program, withPassword);
        return registry;
    }

    /// <summary>A request as somebody who knows the password.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(new Uri($"http://{Host}"), path)) { Content = content };
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(RegistryDouble.BasicOf(RegistryDouble.Password));
        foreach (var type in new[] { "application/vnd.oci.image.index.v1+json", "application/vnd.oci.image.manifest.v1+json" })
            request.Headers.Accept.Add(new(type));
        return await http.SendAsync(request);
    }

    /// <summary>Pulls an image as whoever runs it does: every part, each compared with the digest that it was asked by. Null when the tag is not there.</summary>
    public async Task<string?> PullAsync(string repository, string reference)
    {
        using var response = await SendAsync(HttpMethod.Get, $"/v2/{repository}/manifests/{reference}");
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        var manifest = await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        var json = JsonNode.Parse(manifest)!;
        foreach (var part in (json["manifests"] as JsonArray) ?? [])
            MustBe(part!["digest"]!.GetValue<string>(), await PullAsync(repository, part["digest"]!.GetValue<string>()));
        foreach (var blob in ((json["layers"] as JsonArray) ?? []).Append(json["config"]).OfType<JsonObject>())
        {
            using var content = await SendAsync(HttpMethod.Get, $"/v2/{repository}/blobs/{blob["digest"]}");
            MustBe(blob["digest"]!.GetValue<string>(), OciArchive.DigestOf(await content.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()));
        }

        return OciArchive.DigestOf(manifest);
    }

    /// <summary>Puts the smallest image there that can be the base of another, and says its digest.</summary>
    public async Task<string> AddBaseAsync(string repository, string tag)
    {
        // An empty tar file is nothing but its end.
        var layer = new byte[1024];
        var packed = Gzip(layer);
        var configuration = Encoding.UTF8.GetBytes(new JsonObject
        {
            ["architecture"] = "amd64",
            ["os"] = "linux",
            ["config"] = new JsonObject { ["Env"] = new JsonArray("PATH=/usr/bin") },
            ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = new JsonArray(OciArchive.DigestOf(layer)) },
        }.ToJsonString());
        await AddBlobAsync(repository, packed);
        await AddBlobAsync(repository, configuration);
        var manifest = Encoding.UTF8.GetBytes($$"""
            {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",
             "config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"{{OciArchive.DigestOf(configuration)}}","size":{{configuration.Length}}},
             "layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":"{{OciArchive.DigestOf(packed)}}","size":{{packed.Length}}}]}
            """);
        using var put = await SendAsync(HttpMethod.Put, $"/v2/{repository}/manifests/{tag}", new ByteArrayContent(manifest) { Headers = { ContentType = new("application/vnd.oci.image.manifest.v1+json") } });
        put.EnsureSuccessStatusCode();
        return OciArchive.DigestOf(manifest);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task RunAsync(string program, bool withPassword)
    {
        var configuration = $$"""
            version: 0.1
            log: { level: error, accesslog: { disabled: true } }
            storage: { filesystem: { rootdirectory: "{{_folder}}/data" } }
            http: { addr: "{{Host}}" }
            """;
        if (withPassword)
        {
            File.WriteAllText(Path.Combine(_folder, "htpasswd"), PasswordFile + "\n");
            configuration += $$"""

                auth: { htpasswd: { realm: tests, path: "{{_folder}}/htpasswd" } }
                """;
        }

        File.WriteAllText(Path.Combine(_folder, "config.yml"), configuration);
        _process = Process.Start(new ProcessStartInfo(program, ["serve", Path.Combine(_folder, "config.yml")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var attempt = 0; attempt < 100 && !await AnswersAsync(); attempt++)
            await Task.Delay(100);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var response = await SendAsync(HttpMethod.Get, "/v2/");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task AddBlobAsync(string repository, byte[] content)
    {
        using var begun = await SendAsync(HttpMethod.Post, $"/v2/{repository}/blobs/uploads/", new ByteArrayContent([]));
        var location = begun.EnsureSuccessStatusCode().Headers.Location!.OriginalString;
        using var ended = await SendAsync(HttpMethod.Put, location + (location.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "digest=" + OciArchive.DigestOf(content), new ByteArrayContent(content));
        ended.EnsureSuccessStatusCode();
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }

    private static void MustBe(string expected, string? actual)
    {
        if (expected != actual)
            throw new InvalidDataException($"\"{expected}\" was pulled and is \"{actual}\".");
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "docker-registry")).FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
