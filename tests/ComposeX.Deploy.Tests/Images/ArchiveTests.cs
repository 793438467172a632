using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using Xunit;

namespace ComposeX.Deploy.Tests.Images;

/// <summary>What was built, and whether it is what the compose file says.</summary>
public sealed class ArchiveTests : IAsyncLifetime
{
    private readonly ImagesFolder _folder = new();
    private RegistryDouble _registry = null!;

    public async ValueTask InitializeAsync()
    {
        _registry = await RegistryDouble.StartAsync();
        _folder.Registry = _registry.Host;
    }

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _registry.DisposeAsync();
    }

    [Fact]
    public async Task It_may_be_compressed()
    {
        var archive = OciArchive.Of("linux/amd64", 50_000);
        archive.Write(_folder.PathOf("web.tar.gz"), compress: true);
        _folder.Images.Add(ImagesFolder.Image("web", "shop/web", "web.tar.gz"));
        (await _folder.RunAsync()).Ended(ExitCode.Done);
        Assert.Equal(archive.Digest, _registry.DigestOf("shop/web", _folder["tag"]!));
    }

    [Fact]
    public async Task It_may_call_its_files_from_here_and_be_an_index_itself()
    {
        var archive = OciArchive.OfAll(["linux/amd64", "linux/arm64"], 100);
        var index = archive.Files[OciArchive.PathOf(archive.Digest)];
        archive.Files.Remove(OciArchive.PathOf(archive.Digest));
        archive.Files["index.json"] = index;
        foreach (var (name, content) in archive.Files.ToList())
        {
            archive.Files.Remove(name);
            archive.Files["./" + name] = content;
        }

        (await _folder.With(archive).RunAsync()).Ended(ExitCode.Done);
        Assert.Equal(OciArchive.DigestOf(index), _registry.DigestOf("shop/web", _folder["tag"]!));
    }

    [Fact]
    public async Task Layers_that_may_not_be_pushed_are_left_out()
    {
        var archive = OciArchive.Of("linux/amd64", 100);
        var manifest = JsonNode.Parse(archive.Files[OciArchive.PathOf(archive.Digest)])!;
        ((JsonArray)manifest["layers"]!).Add(new JsonObject { ["mediaType"] = "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip", ["digest"] = "sha256:" + ImagesFolder.Hash, ["size"] = 12 });
        Replace(archive, manifest.ToJsonString());
        _registry.Blobs["shop/web@sha256:" + ImagesFolder.Hash] = [];
        (await _folder.With(archive).RunAsync()).Ended(ExitCode.Done);
        Assert.Equal(2, _registry.Count("PUT upload"));
    }

    [Theory]
    [InlineData("missing", "Could not find file")]
    [InlineData("nothing", "It has no \"index.json\", so it is no OCI image.")]
    [InlineData("docker", "It is in Docker's own format. Set \"ContainerImageFormat\" to \"OCI\".")]
    [InlineData("layer", "is something else: it is incomplete or was changed.")]
    [InlineData("short", "is something else: it is incomplete or was changed.")]
    [InlineData("manifest", "is something else: it is incomplete or was changed.")]
    [InlineData("blob", "It has no \"blobs/sha256/")]
    [InlineData("json", "")]
    [InlineData("digest", "\"md5:1\" is not a SHA-256 digest.")]
    [InlineData("no tar", "")]
    public async Task One_that_is_broken_is_refused_before_anything_is_sent(string fault, string reason)
    {
        var archive = OciArchive.Of("linux/amd64", 1_000);
        var layer = OciArchive.PathOf(archive.Layers[0]);
        switch (fault)
        {
            case "nothing":
                archive.Files.Clear();
                archive.Files["x"] = [];
                break;
            case "docker":
                archive.Files.Remove("index.json");
                archive.Files["manifest.json"] = "[]"u8.ToArray();
                break;
            case "layer":
                archive.Files[layer] = new byte[1_000];
                break;
            case "short":
                archive.Files[layer] = archive.Files[layer][..500];
                break;
            case "manifest":
                archive.Files[OciArchive.PathOf(archive.Digest)] = "{}"u8.ToArray();
                break;
            case "blob":
                archive.Files.Remove(layer);
                break;
            case "json":
                archive.Files["index.json"] = "{\"manifests\":"u8.ToArray();
                break;
            case "digest":
                archive.Files["index.json"] = """{"manifests":[{"mediaType":"x","digest":"md5:1","size":1}]}"""u8.ToArray();
                break;
        }

        _folder.With(archive);
        if (fault == "missing")
            File.Delete(_folder.PathOf("web.tar"));
        if (fault == "no tar")
            File.WriteAllText(_folder.PathOf("web.tar"), new string('x', 2_000));
        var run = (await _folder.RunAsync()).Ended(ExitCode.Invalid);
        Assert.Contains($"docker-compose.yml(8,5,8,13): error CX6704: The image that was built (\"{_folder.PathOf("web.tar")}\") cannot be pushed: ", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Contains(reason, run.Text, StringComparison.Ordinal);
        Assert.Equal(0, _registry.Count("POST upload"));
    }

    [Fact]
    public async Task One_for_another_platform_is_refused_before_anything_is_sent()
    {
        var run = (await RunAsync(OciArchive.Of("linux/amd64", 10), """{"platforms":["linux/arm64"]}""", """["linux/arm64"]""")).Ended(ExitCode.Invalid);
        Assert.Contains("docker-compose.yml(8,5,8,13): error CX6705: The service runs on \"linux/arm64\", and its image is for \"linux/amd64\": its tasks would end with \"exec format error\".", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Equal(0, _registry.Count("POST upload"));
    }

    [Fact]
    public async Task One_that_will_be_for_another_platform_need_not_be_built()
    {
        var run = (await RunAsync(null, """{"platforms":["linux/arm64"]}""", """["linux/amd64"]""")).Ended(ExitCode.Invalid);
        Assert.Contains("error CX6705", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Empty(_registry.Calls);
    }

    [Theory]
    [InlineData("linux/arm64/v8", "linux/arm64")]
    [InlineData("linux/arm64", "linux/arm64/v8")]
    public async Task A_variant_makes_no_other_platform(string expected, string built) =>
        (await RunAsync(OciArchive.Of("linux/arm64", 10), $$"""{"platforms":["{{expected}}"]}""", $"[\"{built}\"]")).Ended(ExitCode.Done);

    [Theory]
    [InlineData("8080/tcp", "9090", true)]
    [InlineData("8080", "8080/tcp", false)]
    [InlineData("", "9090", false)]
    public async Task A_port_that_the_image_does_not_expose_is_a_warning_when_it_exposes_others(string exposed, string expected, bool warns)
    {
        var archive = OciArchive.Of(new OciPlatform("linux/amd64", null, exposed.Split(',', StringSplitOptions.RemoveEmptyEntries)), 10);
        var run = (await RunAsync(archive, $$"""{"platforms":[],"ports":["{{expected}}"]}""")).Ended(ExitCode.Done);
        Assert.Equal(warns, run.Text.Contains("docker-compose.yml(8,5,8,13): warning CX6706: The service is reached at the port \"9090\", and its image exposes \"8080/tcp\".", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("app", "root", true)]
    [InlineData("app", "app", false)]
    [InlineData(null, "root", false)]
    public async Task Another_user_is_worth_a_note(string? made, string expected, bool says)
    {
        // CX6707 is a note, and notes are progress.
        var run = (await RunAsync(OciArchive.Of(new OciPlatform("linux/amd64", made), 10), $$"""{"user":"{{expected}}"}""")).Ended(ExitCode.Done);
        Assert.Equal(says, run.Text.Contains("The service runs as the user \"root\"; its image was made for \"app\".", StringComparison.Ordinal));
    }

    private Task<Run> RunAsync(OciArchive? archive, string expected, string? platforms = null) => _folder.With(archive, change: image =>
    {
        image["expected"] = JsonNode.Parse(expected);
        image["platforms"] = platforms is null ? new JsonArray() : JsonNode.Parse(platforms);
    }).RunAsync();

    private static void Replace(OciArchive archive, string manifest)
    {
        var content = Encoding.UTF8.GetBytes(manifest);
        archive.Files[OciArchive.PathOf(OciArchive.DigestOf(content))] = content;
        archive.Files["index.json"] = Encoding.UTF8.GetBytes(new JsonObject
        {
            ["manifests"] = new JsonArray(new JsonObject { ["mediaType"] = "application/vnd.oci.image.manifest.v1+json", ["digest"] = OciArchive.DigestOf(content), ["size"] = content.Length }),
        }.ToJsonString());
    }
}
