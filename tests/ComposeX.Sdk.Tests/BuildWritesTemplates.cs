using System;
using System.IO;
using System.Linq;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class BuildWritesTemplates(PackedSdk sdk)
{
    [Fact]
    public void A_build_says_where_the_templates_are_and_they_are_there()
    {
        using var project = new TestProject(sdk);
        var build = project.Build().Succeeded().FoundNothing();
        Assert.Contains($"app -> {project.Output}{Path.DirectorySeparatorChar}", build.Output, StringComparison.Ordinal);
        Assert.Contains("app.template.json", project.OutputFiles);
        Assert.Contains("app.parameters.json", project.OutputFiles);
        Assert.Contains("manifest.json", project.OutputFiles);
        Assert.NotEmpty(project.TemplateWith("nginx:1.27"));
    }

    [Fact]
    public void The_manifest_names_files_as_the_project_does()
    {
        using var project = new TestProject(sdk);
        project.Generate().Succeeded();
        var manifest = File.ReadAllText(Path.Combine(project.Output, "manifest.json"));
        Assert.Contains("\"file\": \"docker-compose.yml\"", manifest, StringComparison.Ordinal);
        Assert.DoesNotContain(project.Root, manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void The_target_returns_the_templates()
    {
        using var project = new TestProject(sdk);
        var items = project.Ask("-t:GenerateEcsTemplates", "-getTargetResult:GenerateEcsTemplates").GetProperty("TargetResults").GetProperty("GenerateEcsTemplates").GetProperty("Items");
        var names = items.EnumerateArray().Select(item => Path.GetFileName(item.GetProperty("Identity").GetString()));
        Assert.Equal(project.OutputFiles.Where(file => file.Contains(".template.", StringComparison.Ordinal)), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_is_generated_when_the_project_says_so()
    {
        using var project = new TestProject(sdk, TestProject.ProjectFile(sdk, "<EcsGenerateOnBuild>false</EcsGenerateOnBuild>"));
        project.Build().Succeeded().FoundNothing();
        Assert.Empty(project.OutputFiles);
    }
}
