using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.Sdk.Tests.Builds;
using ComposeX.Testing;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class SamplesBuild(PackedSdk sdk)
{
    public static TheoryData<string> Samples =>
    [
        .. Directory.GetFiles(Path.Combine(RepositoryFolders.Root, "samples"), "*.csproj", SearchOption.AllDirectories)
            .Select(project => Path.GetRelativePath(RepositoryFolders.Root, project).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Samples))]
    public void A_sample_builds_without_a_finding(string project)
    {
        var folder = Path.Combine(RepositoryFolders.Root, Path.GetDirectoryName(project)!);
        var build = DotNet.Run(RepositoryFolders.Root, ["build", project, "-tl:off", "-c", PackedSdk.Configuration]).Succeeded().FoundNothing();
        Assert.Contains("0 Warning(s)", build.Output, StringComparison.Ordinal);
        var generates = !File.ReadAllText(Path.Combine(RepositoryFolders.Root, project)).Contains("<EcsGenerateOnBuild>false", StringComparison.Ordinal);
        var manifest = Path.Combine(folder, "obj", PackedSdk.Configuration, "net10.0", "ecs", "manifest.json");
        Assert.Equal(generates, File.Exists(manifest));
        Assert.Equal(generates, build.Output.Contains($" -> {Path.GetDirectoryName(manifest)}{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
    }

    [Fact]
    public void The_shop_is_the_same_from_the_package_as_from_the_sources()
    {
        var shop = Path.Combine(RepositoryFolders.Root, "samples", "Shop");
        DotNet.Run(RepositoryFolders.Root, ["build", "samples/Shop", "-tl:off", "-c", PackedSdk.Configuration]).Succeeded();
        using var project = new TestProject(sdk, name: "Shop");
        project.Write(TestProject.ComposeFile, File.ReadAllText(Path.Combine(shop, TestProject.ComposeFile)));
        project.Generate().Succeeded().FoundNothing();
        var sources = Path.Combine(shop, "obj", PackedSdk.Configuration, "net10.0", "ecs");
        Assert.Equal(Texts(sources), Texts(project.Output));
    }

    private static Dictionary<string, string> Texts(string folder) => Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
}
