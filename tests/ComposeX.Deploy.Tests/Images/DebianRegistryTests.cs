using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Tests.Aws;
using Xunit;

namespace ComposeX.Deploy.Tests.Images;

/// <summary>Pushed to a real registry, pulled back and compared by digest, where one is installed (Debian's <c>docker-registry</c>).</summary>
public sealed class DebianRegistryTests : IAsyncLifetime
{
    private readonly ImagesFolder _folder = new();
    private DebianRegistry? _registry;

    private DebianRegistry Registry => _registry ?? throw new InvalidOperationException("It is not there.");

    public async ValueTask InitializeAsync()
    {
        _registry = await DebianRegistry.StartAsync(withPassword: true);
        _folder.Registry = _registry?.Host;
        (_folder.Variables["DOTNET_CONTAINER_PUSH_REGISTRY_UNAME"], _folder.Variables["DOTNET_CONTAINER_PUSH_REGISTRY_PWORD"]) = (RegistryDouble.User, RegistryDouble.Password);
    }

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        if (_registry is not null)
            await _registry.DisposeAsync();
    }

    [Theory]
    [InlineData("linux/amd64")]
    [InlineData("linux/amd64", "linux/arm64")]
    public async Task What_is_pushed_is_pulled_back_the_same_and_pushed_once(params string[] platforms)
    {
        MustBeThere();
        var archive = OciArchive.OfAll(platforms, 3_000_000, 20_000, 100);
        var first = (await _folder.With(archive).RunAsync()).Ended(ExitCode.Done);
        Assert.Equal(archive.Digest, _folder["digest"]);
        Assert.Equal(archive.Digest, await Registry.PullAsync("shop/web", _folder["tag"]!));
        Assert.Equal(archive.Digest, await Registry.PullAsync("shop/web", archive.Digest));
        Assert.Contains("pushed (3.0 MB), 0 were there", first.Text, StringComparison.Ordinal);

        // Unchanged code: the tag is there, whatever was built anew.
        var again = (await _folder.With(OciArchive.OfAll(platforms, 17)).RunAsync()).Ended(ExitCode.Done);
        Assert.Equal(archive.Digest, _folder["digest"]);
        Assert.DoesNotContain("pushing", again.Text, StringComparison.Ordinal);

        // Changed code on the same layers: only what is new is sent.
        var changed = (await _folder.With(OciArchive.OfAll(platforms, 3_000_000, 20_000, 101), change: image => image["contentHash"] = "other").RunAsync()).Ended(ExitCode.Done);
        Assert.Contains("1 pushed (0.1 kB), ", changed.Text, StringComparison.Ordinal);
        Assert.Contains(Invariant($"{2 + platforms.Length} were there"), changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ECR_may_have_it_behind_its_repository()
    {
        MustBeThere();
        await using var aws = await AwsDouble.StartAsync();
        aws.Ecr.Host = Registry.Host;
        aws.Ecr.User = RegistryDouble.User;
        aws.Ecr.Token = RegistryDouble.Password;
        aws.Ecr.DigestOf = (repository, tag) => Registry.PullAsync(repository, tag).GetAwaiter().GetResult();
        _folder.Registry = null;
        _folder.Variables.Clear();
        var archive = OciArchive.Of("linux/amd64", 50_000);
        (await _folder.With(archive).RunAsync(aws.Url)).Ended(ExitCode.Done);
        Assert.Equal(Registry.Host + "/shop/web", _folder["reference"]);
        Assert.Equal(archive.Digest, await Registry.PullAsync("shop/web", _folder["tag"]!));
        aws.ForgetCalls();
        (await _folder.RunAsync(aws.Url)).Ended(ExitCode.Done);
        Assert.Equal(["DescribeRepositories", "DescribeImages"], aws.Calls.Select(call => call.Operation));
    }

    [Fact]
    public async Task Who_does_not_know_the_password_is_told_so()
    {
        MustBeThere();
        _folder.Variables.Clear();
        Assert.Contains("error CX6721", Assert.Single((await _folder.With(null).RunAsync()).Ended(ExitCode.Refused).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_while_it_pushes_and_run_again_the_image_is_there_whole()
    {
        MustBeThere();
        var archive = OciArchive.Of("linux/amd64", 40_000_000, 30_000_000, 100);
        var request = _folder.With(archive).Request();
        string last;
        using (var child = ChildProcess.Start(request, _folder.Variables))
        {
            await child.SaidAsync("pushed");
            child.Kill();
            last = (await child.EndAsync()).Output;
        }

        // On a slow day it was done before the signal came.
        var run = (await _folder.RunAsync()).Ended(ExitCode.Done);
        Assert.Contains(last.Contains(archive.Digest, StringComparison.Ordinal) ? "is there" : "was there", run.Text, StringComparison.Ordinal);
        Assert.Equal(archive.Digest, await Registry.PullAsync("shop/web", _folder["tag"]!));
    }

    [Fact]
    public async Task An_image_that_the_SDK_has_built_is_pushed_as_it_is()
    {
        MustBeThere();
        await using var bases = await DebianRegistry.StartAsync();
        var digest = await bases!.AddBaseAsync("base/runtime", "10.0");
        var project = Directory.CreateDirectory(_folder.PathOf("app")).FullName;
        File.WriteAllText(Path.Combine(project, "app.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><UseAppHost>false</UseAppHost><EnableSdkContainerSupport>true</EnableSdkContainerSupport></PropertyGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(project, "Program.cs"), "System.Console.WriteLine(\"hello\");");
        File.WriteAllText(Path.Combine(project, "Directory.Build.props"), "<Project />");
        await PublishAsync(project, $"-p:ContainerBaseImage={bases.Host}/base/runtime:10.0", $"-p:ContainerArchiveOutputPath={_folder.PathOf("app.tar.gz")}", "-p:ContainerImageFormat=OCI", "-p:ContainerRepository=shop/app");
        var image = ImagesFolder.Image("app", "shop/app", "app.tar.gz");
        image["baseImage"] = $"{bases.Host}/base/runtime:10.0";
        image["expected"] = JsonNode.Parse("""{"platforms":["linux/amd64"]}""");
        _folder.Images.Add(image);
        var run = (await _folder.RunAsync()).Ended(ExitCode.Done);
        Assert.DoesNotContain("warning", run.Text, StringComparison.Ordinal);
        Assert.Equal(_folder["digest"], await Registry.PullAsync("shop/app", _folder["tag"]!));
        using var manifest = await Registry.SendAsync(HttpMethod.Get, "/v2/shop/app/manifests/" + _folder["digest"]);
        var configuration = JsonNode.Parse(await manifest.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["config"]!["digest"]!;
        using var blob = await Registry.SendAsync(HttpMethod.Get, "/v2/shop/app/blobs/" + configuration);
        Assert.Contains(digest, await blob.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private void MustBeThere()
    {
        if (_registry is null)
            Assert.Skip("docker-registry is not installed.");
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static async Task PublishAsync(string project, params string[] properties)
    {
        var start = new ProcessStartInfo("dotnet", ["publish", project, "-t:Publish;PublishContainer", "-nologo", "-v:quiet", .. properties]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in new List<string>(start.Environment.Keys).Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("DOTNET_CLI", StringComparison.Ordinal)))
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output + await error);
    }
}
