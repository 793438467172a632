using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Aws.Wire;
using ComposeX.Deploy.Reporting;
using Xunit;

namespace ComposeX.Deploy.Tests.Images;

/// <summary>ECR by its own operations, as moto plays them.</summary>
[Collection(MotoCollection.Name)]
public sealed class MotoImageTests(MotoServer moto) : IDisposable
{
    private readonly ImagesFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Repositories_are_created_images_found_and_scans_read()
    {
        var stop = TestContext.Current.CancellationToken;
        (await _folder.With(null, "images/web").RunAsync(moto.Url, request => request["tags"] = new JsonObject { ["team"] = "shop" })).Ended(ExitCode.Done);
        Assert.Equal("123456789012.dkr.ecr.eu-west-1.amazonaws.com/images/web", _folder["reference"]);
        Assert.Equal("true", _folder["push"]);

        using var connection = AwsConnection.Open(new ConnectionOptions { Region = "eu-west-1", EndpointUrl = moto.Url });
        using var aws = connection.Services("eu-west-1", null);
        var repository = (await aws[AwsService.Images].JsonAsync("DescribeRepositories", (JsonObject)JsonNode.Parse("""{"repositoryNames":["images/web"]}""")!, stop))["repositories"]![0]!;
        Assert.Equal("IMMUTABLE", repository["imageTagMutability"]!.GetValue<string>());
        Assert.True(repository["imageScanningConfiguration"]!["scanOnPush"]!.GetValue<bool>());
        Assert.Equal("AES256", repository["encryptionConfiguration"]!["encryptionType"]!.GetValue<string>());

        var archive = OciArchive.Of("linux/amd64", 100);
        var manifest = System.Text.Encoding.UTF8.GetString(archive.Files[OciArchive.PathOf(archive.Digest)]);
        await aws[AwsService.Images].JsonAsync("PutImage", new JsonObject { ["repositoryName"] = "images/web", ["imageTag"] = _folder["tag"], ["imageManifest"] = manifest, ["imageManifestMediaType"] = "application/vnd.oci.image.manifest.v1+json" }, stop);
        (await _folder.RunAsync(moto.Url)).Ended(ExitCode.Done);
        Assert.Equal("false", _folder["push"]);
        Assert.StartsWith("sha256:", _folder["digest"], StringComparison.Ordinal);

        // moto finds one HIGH in everything.
        _folder.Images[0]["scan"] = JsonNode.Parse("""{"thresholds":{"HIGH":0},"ignoreFailure":false,"treatFailedAs":"Failure"}""");
        Assert.Contains("error CX6708", Assert.Single((await _folder.RunAsync(moto.Url)).Ended(ExitCode.Failed).Errors), StringComparison.Ordinal);
        _folder.Images[0]["scan"] = JsonNode.Parse("""{"thresholds":{"HIGH":1}}""");
        (await _folder.RunAsync(moto.Url)).Ended(ExitCode.Done);
    }
}
