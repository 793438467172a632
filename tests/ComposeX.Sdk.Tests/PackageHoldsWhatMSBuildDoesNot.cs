using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class PackageHoldsWhatMSBuildDoesNot(PackedSdk sdk)
{
    private readonly IReadOnlyList<string> _files = Files(sdk.Package);

    [Fact]
    public void Both_MSBuilds_find_their_tasks()
    {
        string[] tasks = ["ComposeX.Build.Tasks.dll", "ComposeX.CloudFormation.dll", "ComposeX.Compiler.dll", "ComposeX.Compose.dll", "ComposeX.Model.dll", "ComposeX.Modules.dll", "ComposeX.Syntax.dll", "YamlDotNet.dll"];
        Assert.Equal(tasks, In("tasks/net8.0/"));
        Assert.Equal(tasks.Append("Newtonsoft.Json.dll").Order(StringComparer.Ordinal), In("tasks/net472/"));
    }

    [Fact]
    public void The_deploy_tool_is_a_program_apart() => Assert.Superset(
        new HashSet<string> { "ComposeX.Deploy.dll", "ComposeX.Deploy.runtimeconfig.json", "ComposeX.Deploy.deps.json", "AWSSDK.Core.dll" },
        In("tools/deploy/").ToHashSet());

    [Fact]
    public void Nothing_goes_into_a_users_program_or_on_to_who_references_it() => Assert.DoesNotContain(
        _files, file => file.StartsWith("lib/", StringComparison.Ordinal) || file.StartsWith("buildTransitive/", StringComparison.Ordinal) || file.StartsWith("ref/", StringComparison.Ordinal));

    [Fact]
    public void It_needs_no_other_package()
    {
        using var archive = ZipFile.OpenRead(sdk.Package);
        using var reader = new StreamReader(archive.GetEntry("ComposeX.Build.nuspec")!.Open());
        var nuspec = reader.ReadToEnd();
        Assert.DoesNotContain("<dependency ", nuspec, StringComparison.Ordinal);
        Assert.Contains("<developmentDependency>true</developmentDependency>", nuspec, StringComparison.Ordinal);
        Assert.Contains("<packageType name=\"MSBuildSdk\" />", nuspec, StringComparison.Ordinal);
    }

    [Fact]
    public void It_explains_every_code()
    {
        using var archive = ZipFile.OpenRead(sdk.Package);
        using var reader = new StreamReader(archive.GetEntry("codes.md")!.Open());
        var codes = reader.ReadToEnd();
        Assert.Contains("## CX5001\n\nComposeX.Build itself failed", codes, StringComparison.Ordinal);
        Assert.Contains("## CX5013\n", codes, StringComparison.Ordinal);
        Assert.Contains("## CXSQS01\n", codes, StringComparison.Ordinal);
    }

    private IEnumerable<string> In(string folder) =>
        _files.Where(file => file.StartsWith(folder, StringComparison.Ordinal)).Select(file => file[folder.Length..]).Order(StringComparer.Ordinal);

    private static string[] Files(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }
}
