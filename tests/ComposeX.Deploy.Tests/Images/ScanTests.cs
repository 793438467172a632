using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Tests.Aws;
using Xunit;

namespace ComposeX.Deploy.Tests.Images;

/// <summary>What ECR's scan finds in an image, and what is accepted.</summary>
public sealed class ScanTests : IAsyncLifetime
{
    private const string Running = """{"imageScanStatus":{"status":"IN_PROGRESS"}}""";
    private const string Found = """{"imageScanStatus":{"status":"COMPLETE"},"imageScanFindings":{"findingSeverityCounts":{"HIGH":3,"LOW":7}}}""";

    private readonly ImagesFolder _folder = new();
    private readonly OciArchive _archive = OciArchive.Of("linux/amd64", 1_000);
    private AwsDouble _aws = null!;
    private RegistryDouble _registry = null!;

    public async ValueTask InitializeAsync()
    {
        _aws = await AwsDouble.StartAsync();
        _registry = await RegistryDouble.StartAsync();
        EcrTests.Connect(_aws.Ecr, _registry);
    }

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _aws.DisposeAsync();
        await _registry.DisposeAsync();
    }

    [Fact]
    public async Task A_scan_is_waited_for_and_what_is_accepted_passes()
    {
        _aws.Ecr.Scan(_archive.Digest, "none", Running, Running, Found);
        var run = (await RunAsync("""{"CRITICAL":0,"HIGH":3}""")).Ended(ExitCode.Done);
        Assert.Contains("Image web: the scan found 3 HIGH, 7 LOW", run.Text, StringComparison.Ordinal);
        Assert.Equal(4, _aws.Count("DescribeImageScanFindings"));
        Assert.Equal(0, _aws.Count("StartImageScan"));
    }

    [Fact]
    public async Task More_than_that_stops_the_publish_and_the_next_one_too()
    {
        _aws.Ecr.Scan(_archive.Digest, Found);
        for (var time = 0; time < 2; time++)
        {
            var run = (await RunAsync("""{"CRITICAL":0,"HIGH":2,"LOW":5}""")).Ended(ExitCode.Failed);
            Assert.Contains($"docker-compose.yml(8,5,8,13): error CX6708: The scan of \"{_registry.Host}/shop/web@{_archive.Digest}\" found more than \"Thresholds\" accepts: 3 HIGH (at most 2), 7 LOW (at most 5).", Assert.Single(run.Errors), StringComparison.Ordinal);
            Assert.False(_folder.HasResults);
        }

        var ignored = (await RunAsync("""{"HIGH":2}""", ignore: true)).Ended(ExitCode.Done);
        Assert.Contains("warning CX6708: The scan of", ignored.Text, StringComparison.Ordinal);
        Assert.Equal(1, _registry.Count("PUT manifest"));

        // A scan that is done is one call.
        _aws.ForgetCalls();
        await _folder.RunAsync(_aws.Url);
        Assert.Equal(["DescribeRepositories", "DescribeImages", "DescribeImageScanFindings"], _aws.Calls.Select(call => call.Operation));
    }

    [Theory]
    [InlineData("""{"imageScanStatus":{"status":"FAILED","description":"UnsupportedImageError: The operating system is not supported."}}""", "FAILED, UnsupportedImageError: The operating system is not supported.")]
    [InlineData("""{"imageScanStatus":{"status":"UNSUPPORTED_IMAGE"}}""", "UNSUPPORTED_IMAGE, ECR gives no reason.")]
    [InlineData(null, "The image cannot be scanned.")]
    public async Task A_scan_that_cannot_be_done_counts_as_the_user_says(string? answer, string reason)
    {
        if (answer is not null)
            _aws.Ecr.Scan(_archive.Digest, answer);
        var refused = (await RunAsync("""{"HIGH":0}""")).Ended(ExitCode.Failed);
        Assert.Contains("error CX6709: There is no result of a scan of \"", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains(reason, refused.Text, StringComparison.Ordinal);
        Assert.Contains("warning CX6709", (await RunAsync("""{"HIGH":0}""", accept: true)).Ended(ExitCode.Done).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_that_nobody_has_asked_for_is_asked_for()
    {
        _aws.Ecr.Scan(_archive.Digest, "none", "none", "none", "none", Found);
        (await RunAsync("""{"HIGH":3}""")).Ended(ExitCode.Done);
        Assert.Equal(1, _aws.Count("StartImageScan"));
    }

    [Fact]
    public async Task A_scan_that_does_not_end_is_not_waited_for_for_ever()
    {
        _aws.Ecr.Scan(_archive.Digest, Running);
        var run = (await RunAsync("""{"HIGH":3}""", minutes: 0.001)).Ended(ExitCode.Failed);
        Assert.Contains("it did not come to an end in 0 minutes.", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_image_for_several_platforms_each_part_is_looked_at()
    {
        var archive = OciArchive.OfAll(["linux/amd64", "linux/arm64"], 1_000);
        var parts = ((JsonArray)JsonNode.Parse(archive.Files[OciArchive.PathOf(archive.Digest)])!["manifests"]!).Select(part => part!["digest"]!.GetValue<string>()).ToList();
        _aws.Ecr.Scan(parts[0], Found);
        _aws.Ecr.Scan(parts[1], Found.Replace("\"HIGH\":3", "\"HIGH\":4", StringComparison.Ordinal));
        var run = (await RunAsync("""{"HIGH":3}""", archive: archive)).Ended(ExitCode.Failed);
        Assert.Contains("4 HIGH (at most 3)", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_registry_does_not_scan()
    {
        _registry.Scheme = "none";
        _folder.Registry = _registry.Host;
        Assert.Contains("error CX6709", Assert.Single((await RunAsync("""{"HIGH":1}""")).Ended(ExitCode.Failed).Errors), StringComparison.Ordinal);
    }

    private Task<Run> RunAsync(string thresholds, bool ignore = false, bool accept = false, OciArchive? archive = null, double? minutes = null) => _folder
        .With(archive ?? _archive, change: image => image["scan"] = new JsonObject { ["thresholds"] = JsonNode.Parse(thresholds), ["ignoreFailure"] = ignore, ["treatFailedAs"] = accept ? "Success" : "Failure" })
        .RunAsync(_aws.Url, request => request["timeoutMinutes"] = minutes);
}
