using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using Xunit;

namespace ComposeX.Sdk.Tests.Builds;

/// <summary>A real registry on loopback, Debian's <c>docker-registry</c>, with a base image that is next to nothing.</summary>
internal sealed class LoopbackRegistry : IDisposable
{
    private const string ManifestType = "application/vnd.oci.image.manifest.v1+json";
    private const string IndexType = "application/vnd.oci.image.index.v1+json";

    private readonly string _folder = Directory.CreateTempSubdirectory("composex-registry-").FullName;
    private readonly HttpClient _http;
    private readonly Process _process;

    private LoopbackRegistry(string program)
    {
        Host = $"localhost:{FreePort()}";
        _http = new HttpClient { BaseAddress = new Uri("http://" + Host) };
        var configuration = Path.Combine(_folder, "config.yml");
        File.WriteAllText(configuration, $"version: 0.1\nlog: {{level: error, accesslog: {{disabled: true}}}}\nstorage: {{filesystem: {{rootdirectory: \"{_folder}/data\"}}}}\nhttp: {{addr: \"{Host}\"}}\n");
        _process = Process.Start(new ProcessStartInfo(program, ["serve", configuration]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Wait();
        AddBase();
    }

    /// <summary>Host and port.</summary>
    public string Host { get; }

    /// <summary>An image for amd64 and arm64 that projects can be put on.</summary>
    public string BaseImage => Host + "/base/runtime:1";

    /// <summary>A registry; where it is not installed, the test is skipped and says so.</summary>
    public static LoopbackRegistry Start()
    {
        var program = new[] { "/usr/bin/docker-registry", "/usr/local/bin/docker-registry", "/usr/bin/registry" }.FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "There is no registry to push to (Debian: apt-get install docker-registry).");
        return new(program);
    }

    /// <summary>The images of a repository, by tag; none where there is no such repository.</summary>
    public IReadOnlyList<string> Tags(string repository)
    {
        using var answer = Send(HttpMethod.Get, $"/v2/{repository}/tags/list");
        return answer.StatusCode == HttpStatusCode.NotFound ? []
            : [.. (JsonNode.Parse(Text(answer))!["tags"] as JsonArray ?? []).Select(tag => (string)tag!).Order(StringComparer.Ordinal)];
    }

    /// <summary>What runs an image: its configuration.</summary>
    public JsonNode Configuration(string repository, string digest)
    {
        using var manifest = Send(HttpMethod.Get, $"/v2/{repository}/manifests/{digest}");
        using var blob = Send(HttpMethod.Get, $"/v2/{repository}/blobs/{JsonNode.Parse(Text(manifest.EnsureSuccessStatusCode()))!["config"]!["digest"]}");
        return JsonNode.Parse(Text(blob.EnsureSuccessStatusCode()))!;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Wait()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var answer = Send(HttpMethod.Get, "/v2/");
                return;
            }
            catch (HttpRequestException) when (attempt < 100)
            {
                Thread.Sleep(100);
            }
        }
    }

    private void AddBase()
    {
        // An empty archive is nothing but its end.
        var layer = new byte[1024];
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(layer);
        var manifests = new[] { "amd64", "arm64" }.Select(processor => Manifest(processor, DigestOf(layer), packed.ToArray()));
        Put("1", IndexType, $$"""{"schemaVersion":2,"mediaType":"{{IndexType}}","manifests":[{{string.Join(',', manifests)}}]}""");
    }

    private string Manifest(string processor, string layer, byte[] packed)
    {
        var configuration = Encoding.UTF8.GetBytes($$$"""{"architecture":"{{{processor}}}","os":"linux","config":{"Env":["PATH=/usr/bin"]},"rootfs":{"type":"layers","diff_ids":["{{{layer}}}"]}}""");
        var text = $$"""{"schemaVersion":2,"mediaType":"{{ManifestType}}","config":{{Blob("application/vnd.oci.image.config.v1+json", configuration)}},"layers":[{{Blob("application/vnd.oci.image.layer.v1.tar+gzip", packed)}}]}""";
        Put(DigestOf(Encoding.UTF8.GetBytes(text)), ManifestType, text);
        return Descriptor(ManifestType, Encoding.UTF8.GetBytes(text), $$$""","platform":{"architecture":"{{{processor}}}","os":"linux"}""");
    }

    private string Blob(string type, byte[] content)
    {
        using var begun = Send(HttpMethod.Post, "/v2/base/runtime/blobs/uploads/", new ByteArrayContent([]));
        var location = begun.EnsureSuccessStatusCode().Headers.Location!.OriginalString;
        using var ended = Send(HttpMethod.Put, location + (location.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "digest=" + DigestOf(content), new ByteArrayContent(content));
        ended.EnsureSuccessStatusCode();
        return Descriptor(type, content, "");
    }

    private void Put(string reference, string type, string manifest)
    {
        using var put = Send(HttpMethod.Put, "/v2/base/runtime/manifests/" + reference, new StringContent(manifest, new System.Net.Http.Headers.MediaTypeHeaderValue(type)));
        put.EnsureSuccessStatusCode();
    }

    private HttpResponseMessage Send(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Accept.ParseAdd(ManifestType);
        return _http.Send(request);
    }

    private static string Text(HttpResponseMessage answer)
    {
        using var reader = new StreamReader(answer.Content.ReadAsStream());
        return reader.ReadToEnd();
    }

    private static string Descriptor(string type, byte[] content, string more) =>
        $$"""{"mediaType":"{{type}}","digest":"{{DigestOf(content)}}","size":{{content.Length}}{{more}}}""";

    private static string DigestOf(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
