using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using Xunit;

namespace ComposeX.Deploy.Tests.Images;

/// <summary>Any registry, by the OCI Distribution Specification.</summary>
public sealed class RegistryTests : IAsyncLifetime
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
    public async Task An_image_for_several_platforms_is_pushed_with_all_its_parts()
    {
        var archive = OciArchive.OfAll(["linux/amd64", "linux/arm64"], 5_000, 10);
        (await _folder.With(archive).RunAsync()).Ended(ExitCode.Done);
        Assert.Equal(archive.Digest, _registry.DigestOf("shop/web", _folder["tag"]!));
        Assert.Equal(3, _registry.Count("PUT manifest"));
        Assert.Equal(4, _registry.Blobs.Count);
        Assert.Equal("PUT manifest", _registry.Calls[^1].Name);
    }

    [Fact]
    public async Task What_another_image_of_the_run_or_the_base_image_has_is_not_sent_again()
    {
        var archive = OciArchive.Of("linux/amd64", 5_000, 10);
        archive.Write(_folder.PathOf("web.tar"));
        _folder.Images.AddRange([ImagesFolder.Image("web", "shop/web", "web.tar"), ImagesFolder.Image("worker", "shop/worker", "web.tar")]);
        var run = (await _folder.RunAsync()).Ended(ExitCode.Done);
        Assert.Equal(3, _registry.Count("PUT upload"));
        Assert.Equal(3, run.Lines.Count(line => line.EndsWith("taken from another repository", StringComparison.Ordinal)));

        // A registry that does not mount, and one that refuses to, get the content.
        _registry.Mounts = false;
        _folder.Images.RemoveAt(0);
        _folder.Images[0]["baseImage"] = _registry.Host + "/shop/web:composex-x";
        _folder.Images[0]["repository"] = "shop/jobs";
        _registry.Script("POST upload", RegistryFault.Deny);
        (await _folder.RunAsync()).Ended(ExitCode.Done);
        Assert.Equal(6, _registry.Count("PUT upload"));
    }

    [Theory]
    [InlineData("HEAD manifest", "Busy", "Unavailable", "Drop")]
    [InlineData("HEAD blob", "Busy", "Broken", "Drop")]
    [InlineData("POST upload", "Busy", "Broken", "DropAnswer")]
    [InlineData("PUT upload", "Busy", "DropInBody", "DropAnswer", "Forget")]
    [InlineData("PUT manifest", "Unavailable", "DropInBody", "DropAnswer")]
    public async Task A_passing_fault_is_overcome_and_nothing_is_sent_twice(string call, params string[] faults)
    {
        var archive = OciArchive.Of("linux/amd64", 300_000, 3_000);
        _registry.Script(call, [.. faults.Select(Enum.Parse<RegistryFault>)]);
        var run = (await _folder.With(archive).RunAsync()).Ended(ExitCode.Done);
        Assert.Empty(run.Errors);
        Assert.Equal(archive.Digest, _registry.DigestOf("shop/web", _folder["tag"]!));
        Assert.Equal(3, _registry.Blobs.Count);
    }

    [Fact]
    public async Task What_one_piece_is_too_much_for_is_sent_in_several()
    {
        var archive = OciArchive.Of("linux/amd64", 20_000_000, 1_000);
        _registry.LargestBody = 1_000_000;
        (await _folder.With(archive).RunAsync()).Ended(ExitCode.Done);
        Assert.Equal(["0-8388607", "8388608-16777215", "16777216-19999999"], _registry.Calls.Where(call => call.Name == "PATCH upload").Select(call => call.Range));
        Assert.Equal(20_000_000, _registry.Blobs["shop/web@" + archive.Layers[0]].Length);
    }

    [Fact]
    public async Task What_is_broken_off_again_and_again_is_sent_in_pieces_too()
    {
        _registry.Script("PUT upload", [.. Enumerable.Repeat(RegistryFault.DropInBody, 4)]);
        (await _folder.With(OciArchive.Of("linux/amd64", 300_000)).RunAsync()).Ended(ExitCode.Done);
        Assert.NotEqual(0, _registry.Count("PATCH upload"));
        Assert.Equal(2, _registry.Blobs.Count);
    }

    [Fact]
    public async Task A_registry_that_is_not_there_is_said_to_be_unreachable()
    {
        await _registry.DisposeAsync();
        var run = (await _folder.With(null).RunAsync()).Ended(ExitCode.Refused);
        Assert.Contains($"docker-compose.yml(8,5,8,13): error CX6720: The registry \"{_folder.Registry}\" cannot be reached: Connection refused", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registry_that_goes_on_breaking_is_given_up()
    {
        _registry.Script("PUT upload", [.. Enumerable.Repeat(RegistryFault.Broken, 100)]);
        var run = (await _folder.With(OciArchive.Of("linux/amd64", 10)).RunAsync()).Ended(ExitCode.Refused);
        Assert.Contains("error CX6720: The registry \"" + _folder.Registry + "\" cannot be reached: HTTP status 500.", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_registry_does_not_allow_is_said()
    {
        _registry.Script("POST upload", [.. Enumerable.Repeat(RegistryFault.Deny, 10)]);
        var run = (await _folder.With(OciArchive.Of("linux/amd64", 10)).RunAsync()).Ended(ExitCode.Refused);
        Assert.Contains($"error CX6722: Without credentials nobody may push to the repository \"shop/web\" of \"{_registry.Host}\": DENIED requested access to the resource is denied (HTTP status 403).", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repository_that_the_registry_does_not_create_is_said_to_be_missing()
    {
        _registry.Repositories = [];
        var run = (await _folder.With(OciArchive.Of("linux/amd64", 10)).RunAsync()).Ended(ExitCode.Refused);
        Assert.Contains("error CX6723: The registry \"" + _registry.Host + "\" has no repository \"shop/web\" and creates none by itself: NAME_UNKNOWN", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_refusals_are_told_in_the_registrys_words()
    {
        var archive = OciArchive.Of("linux/amd64", 10);
        _registry.OnCall = _ => _registry.Blobs.Remove("shop/web@" + archive.Layers[0]);
        var run = (await _folder.With(archive).RunAsync()).Ended(ExitCode.Refused);
        Assert.Contains("error CX6724: The registry \"" + _registry.Host + "\" refused the manifest \"composex-", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Contains("MANIFEST_BLOB_UNKNOWN blob unknown: " + archive.Layers[0], run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registry_that_has_something_else_is_not_believed()
    {
        _registry.Misname = digest => digest[..^1] + (digest[^1] == '0' ? '1' : '0');
        var run = (await _folder.With(OciArchive.Of("linux/amd64", 10)).RunAsync()).Ended(ExitCode.Refused);
        Assert.Contains("error CX6726: The registry \"" + _registry.Host + "\" has \"shop/web:composex-", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.False(_folder.HasResults);
    }

    [Fact]
    public async Task Where_the_registry_does_not_say_a_digest_it_is_computed()
    {
        _registry.SaysDigests = false;
        var archive = OciArchive.Of("linux/amd64", 10);
        (await _folder.With(archive).RunAsync()).Ended(ExitCode.Done);
        (await _folder.With(null).RunAsync()).Ended(ExitCode.Done);
        Assert.Equal(archive.Digest, _folder["digest"]);
    }

    [Fact]
    public async Task A_loopback_registry_may_have_a_certificate_of_its_own_making()
    {
        await using var registry = await RegistryDouble.StartAsync(tls: true);
        _folder.Registry = registry.Host;
        (await _folder.With(OciArchive.Of("linux/amd64", 10)).RunAsync()).Ended(ExitCode.Done);
        Assert.Equal(2, registry.Blobs.Count);
    }

    [Fact]
    public async Task Content_and_credentials_go_nowhere_without_TLS()
    {
        _registry.UploadsAt = "http://registry.example.com";
        var run = (await _folder.With(OciArchive.Of("linux/amd64", 10)).RunAsync()).Ended(ExitCode.Refused);
        Assert.Contains($"error CX6725: The registry \"{_registry.Host}\" is to be spoken to at \"http://registry.example.com\", which is not TLS.", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tag_follows_from_content_base_image_and_platforms()
    {
        var first = await TagAsync(_ => { });
        Assert.Equal(first, await TagAsync(image => image["archive"] = null));
        Assert.NotEqual(first, await TagAsync(image => image["contentHash"] = "other"));
        Assert.NotEqual(first, await TagAsync(image => image["platforms"] = new JsonArray("linux/arm64")));
        var missing = await TagAsync(image => image["baseImage"] = _registry.Host + "/base/runtime:10.0");
        var digest = _registry.Add("base/runtime", "10.0", "{}"u8.ToArray());
        var byDigest = await TagAsync(image => image["baseImage"] = _registry.Host + "/base/runtime:10.0");
        Assert.NotEqual(missing, byDigest);
        Assert.Equal(byDigest, await TagAsync(image => image["baseImage"] = "example.com/base/runtime@" + digest));

        // A newer base image under the same name is another image.
        _registry.Add("base/runtime", "10.0", "[]"u8.ToArray());
        Assert.NotEqual(byDigest, await TagAsync(image => image["baseImage"] = _registry.Host + "/base/runtime:10.0"));
    }

    [Theory]
    [InlineData("/base/runtime:10.0", "does not have it.")]
    [InlineData("/Base:10.0", "That is no name of an image.")]
    public async Task A_base_image_that_cannot_be_had_is_a_warning(string name, string reason)
    {
        var run = (await _folder.With(null, change: image => image["baseImage"] = _registry.Host + name).RunAsync()).Ended(ExitCode.Done);
        Assert.Contains(run.Lines, line => line.Contains("docker-compose.yml(8,5,8,13): warning CX6703: The digest of the base image \"", StringComparison.Ordinal) && line.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_base_image_whose_registry_does_not_answer_is_a_warning_too()
    {
        var run = (await _folder.With(null, change: image => image["baseImage"] = "127.0.0.1:1/base").RunAsync()).Ended(ExitCode.Done);
        Assert.Contains("warning CX6703", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("error", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_registries_do_not_take_are_refused()
    {
        _folder.Registry = "https://example.com";
        var run = (await _folder.With(null, "Shop/Web").RunAsync()).Ended(ExitCode.Invalid);
        Assert.Contains("docker-compose.yml(8,5,8,13): error CX6701: \"Shop/Web\" cannot be a repository of images", run.Errors[0], StringComparison.Ordinal);
        Assert.Equal("composex : error CX6702: \"https://example.com\" cannot be a registry", run.Errors[1][.."composex : error CX6702: \"https://example.com\" cannot be a registry".Length]);
    }

    [Theory]
    [InlineData("""{"formatVersion":2,"images":[]}""", "of another version")]
    [InlineData("""{"formatVersion":1}""", "cannot be read")]
    [InlineData("[]", "cannot be read")]
    [InlineData("""{"formatVersion":1,"images":[{"name":null}]}""", "\"name\" is null")]
    public async Task A_file_of_images_that_is_wrong_is_refused(string json, string message)
    {
        var request = _folder.Request();
        File.WriteAllText(_folder.PathOf("images.json"), json);
        var run = (await Run.OfAsync(request)).Ended(ExitCode.Invalid);
        Assert.Contains("error CX6001", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Contains(message, run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_images_of_one_name_are_refused()
    {
        _folder.Images.AddRange([ImagesFolder.Image("web", "a"), ImagesFolder.Image("web", "b")]);
        Assert.Contains("two images are called \"web\"", Assert.Single((await _folder.RunAsync()).Ended(ExitCode.Invalid).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_images_are_no_work()
    {
        _folder.Registry = null;
        (await _folder.RunAsync()).Ended(ExitCode.Done);
        Assert.Empty(_folder.Results);
    }

    [Fact]
    public async Task The_results_are_written_only_when_they_change()
    {
        (await _folder.With(null).RunAsync()).Ended(ExitCode.Done);
        var before = File.GetLastWriteTimeUtc(_folder.PathOf("results.json"));
        await Task.Delay(20, TestContext.Current.CancellationToken);
        (await _folder.RunAsync()).Ended(ExitCode.Done);
        Assert.Equal(before, File.GetLastWriteTimeUtc(_folder.PathOf("results.json")));
    }

    private async Task<string> TagAsync(Action<JsonObject> change)
    {
        (await _folder.With(null, change: change).RunAsync()).Ended(ExitCode.Done);
        return _folder["tag"]!;
    }
}
