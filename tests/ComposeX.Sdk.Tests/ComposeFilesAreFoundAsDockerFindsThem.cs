using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class ComposeFilesAreFoundAsDockerFindsThem(PackedSdk sdk)
{
    [Theory]
    [InlineData("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml")]
    [InlineData("compose.yml", "docker-compose.yml", "docker-compose.yaml")]
    [InlineData("docker-compose.yml", "docker-compose.yaml")]
    [InlineData("docker-compose.yaml")]
    public void The_first_by_Dockers_order_is_taken(params string[] files)
    {
        using var project = Project(files);
        Assert.Equal([files[0]], ComposeFiles(project));
    }

    [Theory]
    [InlineData("compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml")]
    [InlineData("compose.override.yaml", "docker-compose.override.yml")]
    [InlineData("docker-compose.override.yml", "docker-compose.override.yaml")]
    [InlineData("docker-compose.override.yaml")]
    public void The_first_override_is_taken_whatever_the_file_is_called(params string[] overrides)
    {
        using var project = Project(["compose.yaml", .. overrides]);
        Assert.Equal(["compose.yaml", overrides[0]], ComposeFiles(project));
    }

    [Fact]
    public void An_override_alone_is_no_project()
    {
        using var project = Project("compose.override.yml");
        Assert.Empty(ComposeFiles(project));
    }

    [Fact]
    public void Files_that_the_project_names_take_the_place_of_those_found()
    {
        using var project = new TestProject(sdk, TestProject.ProjectFile(sdk, items: """<EcsComposeFile Include="../shared/shop.yml;prod.yml" />"""));
        project.Write("../shared/shop.yml", "services:\n  web:\n    image: nginx:base\n  db:\n    image: postgres:17\n");
        project.Write("prod.yml", "services:\n  web:\n    image: nginx:prod\n");
        project.Generate().Succeeded();
        Assert.NotEmpty(project.TemplateWith("nginx:prod"));
        Assert.Contains("../shared/shop.yml", File.ReadAllText(Path.Combine(project.Output, "manifest.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_file_that_is_not_there_is_a_finding_at_the_project()
    {
        using var project = new TestProject(sdk, TestProject.ProjectFile(sdk, items: """<EcsComposeFile Include="lost.yml" />"""));
        project.Generate().Failed().Found("app.csproj(1,1,1,1): error CX5003");
    }

    [Fact]
    public void A_project_without_any_is_told_so()
    {
        using var project = Project();
        project.Generate().Succeeded().Found("app.csproj : warning CX5013");
        Assert.Empty(ComposeFiles(project));
    }

    [Fact]
    public void Nothing_is_looked_for_when_the_project_says_so()
    {
        using var project = new TestProject(sdk, TestProject.ProjectFile(sdk, "<EnableDefaultEcsItems>false</EnableDefaultEcsItems>"));
        Assert.Empty(ComposeFiles(project));
    }

    private TestProject Project(params string[] files)
    {
        var project = new TestProject(sdk);
        project.Delete(TestProject.ComposeFile);
        foreach (var file in files)
            project.Write(file, TestProject.Compose);
        return project;
    }

    private static IEnumerable<string?> ComposeFiles(TestProject project) =>
        project.Ask("-getItem:EcsComposeFile").GetProperty("Items").GetProperty("EcsComposeFile").EnumerateArray().Select(item => item.GetProperty("Identity").GetString());
}
