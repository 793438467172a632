using System;
using System.IO;
using System.Linq;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class TheThreeForms(PackedSdk sdk)
{
    private const string Properties = "<PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><UseAppHost>false</UseAppHost></PropertyGroup>";

    [Fact]
    public void As_the_only_SDK() => Builds($"""<Project Sdk="ComposeX.Build/{sdk.Version}">{Properties}</Project>""");

    [Fact]
    public void Beside_another_SDK() => Builds($"""<Project Sdk="Microsoft.NET.Sdk"><Sdk Name="ComposeX.Build" Version="{sdk.Version}" />{Properties}</Project>""");

    [Fact]
    public void After_another_SDK() => Builds($"""<Project Sdk="Microsoft.NET.Sdk;ComposeX.Build/{sdk.Version}">{Properties}</Project>""");

    [Fact]
    public void As_a_package_from_an_empty_cache()
    {
        var cache = Directory.CreateTempSubdirectory("composex-cache-").FullName;
        Builds(
            $"""<Project Sdk="Microsoft.NET.Sdk">{Properties}<ItemGroup><PackageReference Include="ComposeX.Build" Version="{sdk.Version}" PrivateAssets="all" /></ItemGroup></Project>""",
            cache);
        Assert.Equal(["composex.build"], Directory.GetDirectories(cache).Select(folder => Path.GetFileName(folder)));
        Directory.Delete(cache, recursive: true);
    }

    [Fact]
    public void As_an_SDK_and_as_a_package() => Builds(
        $"""<Project Sdk="Microsoft.NET.Sdk"><Sdk Name="ComposeX.Build" Version="{sdk.Version}" />{Properties}<ItemGroup><PackageReference Include="ComposeX.Build" Version="{sdk.Version}" /></ItemGroup></Project>""");

    [Fact]
    public void Before_another_SDK_is_an_error_that_says_so()
    {
        using var project = new TestProject(sdk, $"""<Project Sdk="ComposeX.Build/{sdk.Version};Microsoft.NET.Sdk.Web">{Properties}</Project>""");
        Assert.Contains(project.Generate().Failed().Findings, finding => finding.Contains("error CX5012", StringComparison.Ordinal));
    }

    [Fact]
    public void Properties_of_one_copy_and_targets_of_another_are_an_error_that_says_so()
    {
        using var project = new TestProject(sdk, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><EcsPropsImported>true</EcsPropsImported><_EcsPropsFolder>/elsewhere/</_EcsPropsFolder></PropertyGroup>
              <Sdk Name="ComposeX.Build" Version="{sdk.Version}" />
              {Properties}
            </Project>
            """);
        Assert.Contains(project.Generate("-p:_EcsPropsFolder=/elsewhere/").Failed().Findings, finding => finding.Contains("error CX5011", StringComparison.Ordinal));
    }

    private void Builds(string projectFile, string? cache = null)
    {
        using var project = new TestProject(sdk, projectFile);
        project.Environment["NUGET_PACKAGES"] = cache;
        var build = project.Build().Succeeded().FoundNothing();
        Assert.DoesNotContain("warning", build.Output.Replace("0 Warning(s)", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("manifest.json", project.OutputFiles);
        var output = Path.Combine(project.Folder, "bin", "Debug", "net10.0");
        Assert.Empty(Directory.GetFiles(output, "ComposeX*"));
    }
}
