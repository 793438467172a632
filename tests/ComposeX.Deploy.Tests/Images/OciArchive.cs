using System;
using System.Collections.Generic;
using System.Formats.Tar;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ComposeX.Deploy.Tests.Images;

/// <summary>An OCI image layout, made by hand.</summary>
internal sealed class OciArchive
{
    private const string Manifest = "application/vnd.oci.image.manifest.v1+json";
    private const string Index = "application/vnd.oci.image.index.v1+json";

    /// <summary>The files of the layout, by path.</summary>
    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal) { ["oci-layout"] = """{"imageLayoutVersion":"1.0.0"}"""u8.ToArray() };

    /// <summary>What a tag is to stand for.</summary>
    public string Digest { get; private set; } = "";

    public IReadOnlyList<string> Layers { get; private set; } = [];

    /// <summary>An image of one platform; each number is the size of a layer.</summary>
    public static OciArchive Of(string platform, params int[] layers) => new OciArchive().Finish([new OciPlatform(platform)], layers);

    public static OciArchive Of(OciPlatform platform, params int[] layers) => new OciArchive().Finish([platform], layers);

    public static OciArchive OfAll(IReadOnlyList<string> platforms, params int[] layers) => new OciArchive().Finish([.. platforms.Select(platform => new OciPlatform(platform))], layers);

    public static string DigestOf(byte[] content) => "sha256:" + Convert.ToHexString(SHA256.HashData(content)).ToLowerInvariant();

    public static string PathOf(string digest) => "blobs/" + digest.Replace(':', '/');

    public string Write(string path, bool compress = false)
    {
        using var file = File.Create(path);
        using Stream target = compress ? new GZipStream(file, CompressionLevel.Fastest) : file;
        using var tar = new TarWriter(target, TarEntryFormat.Pax);
        foreach (var (name, content) in Files.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        return path;
    }

    private OciArchive Finish(IReadOnlyList<OciPlatform> platforms, IReadOnlyList<int> layers)
    {
        var shared = layers.Select((size, number) => Layer(size, number)).ToList();
        Layers = [.. shared.Select(layer => layer["digest"]!.GetValue<string>())];
        var manifests = platforms.Select(platform => ManifestOf(platform, shared)).ToList();
        var top = manifests.Count == 1 ? manifests[0] : Add(Index, new JsonObject { ["schemaVersion"] = 2, ["mediaType"] = Index, ["manifests"] = new JsonArray([.. manifests]) });
        Digest = top["digest"]!.GetValue<string>();
        Files["index.json"] = Bytes(new JsonObject { ["schemaVersion"] = 2, ["mediaType"] = Index, ["manifests"] = new JsonArray(top.DeepClone()) });
        return this;
    }

    private JsonObject ManifestOf(OciPlatform platform, IEnumerable<JsonObject> layers)
    {
        var parts = platform.Name.Split('/');
        var configuration = new JsonObject
        {
            ["os"] = parts[0],
            ["architecture"] = parts[1],
            ["config"] = new JsonObject { ["User"] = platform.User, ["ExposedPorts"] = new JsonObject(platform.Ports.Select(port => KeyValuePair.Create<string, JsonNode?>(port, new JsonObject()))) },
            ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = new JsonArray() },
        };
        var manifest = Add(Manifest, new JsonObject
        {
            ["schemaVersion"] = 2,
            ["config"] = Add("application/vnd.oci.image.config.v1+json", configuration),
            ["layers"] = new JsonArray([.. layers.Select(layer => layer.DeepClone())]),
        });
        manifest["platform"] = new JsonObject { ["os"] = parts[0], ["architecture"] = parts[1] };
        return manifest;
    }

    // Bytes that do not repeat, the same in each run.
    private JsonObject Layer(int size, int number)
    {
        var content = new byte[size];
        new Random(size + number).NextBytes(content);
        return Add("application/vnd.oci.image.layer.v1.tar+gzip", content);
    }

    private JsonObject Add(string mediaType, JsonObject content) => Add(mediaType, Bytes(content));

    private JsonObject Add(string mediaType, byte[] content)
    {
        var digest = DigestOf(content);
        Files[PathOf(digest)] = content;
        return new JsonObject { ["mediaType"] = mediaType, ["digest"] = digest, ["size"] = content.Length };
    }

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}

/// <summary>What an image is made for.</summary>
internal sealed record OciPlatform(string Name, string? User = null, params string[] Ports);
