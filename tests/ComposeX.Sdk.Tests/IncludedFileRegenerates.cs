using System;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class IncludedFileRegenerates(PackedSdk sdk)
{
    [Fact]
    public void An_included_file_is_an_input()
    {
        using var project = new TestProject(sdk);
        project.Write(TestProject.ComposeFile, "include: [more.yml]\n" + TestProject.Compose);
        project.Write("more.yml", "services:\n  more:\n    image: redis:7.0\n");
        Changes(project, "redis:7.0", () => project.Write("more.yml", "services:\n  more:\n    image: redis:7.1\n"), "redis:7.1");
    }

    [Fact]
    public void An_extended_file_is_an_input()
    {
        using var project = new TestProject(sdk);
        project.Write(TestProject.ComposeFile, "services:\n  web:\n    extends: {file: base.yml, service: base}\n");
        project.Write("base.yml", "services:\n  base:\n    image: nginx:1.1\n");
        Changes(project, "nginx:1.1", () => project.Write("base.yml", "services:\n  base:\n    image: nginx:1.2\n"), "nginx:1.2");
    }

    [Fact]
    public void An_env_file_is_an_input()
    {
        using var project = new TestProject(sdk);
        project.Write(TestProject.ComposeFile, "services:\n  web:\n    image: nginx\n    env_file: web.env\n");
        project.Write("web.env", "MOOD=calm\n");
        Changes(project, "calm", () => project.Write("web.env", "MOOD=merry\n"), "merry");
    }

    [Fact]
    public void A_dot_env_file_that_appears_is_an_input()
    {
        using var project = new TestProject(sdk);
        project.Write(TestProject.ComposeFile, "services:\n  web:\n    image: nginx:${TAG:-old}\n");
        Changes(project, "nginx:old", () => project.Write(".env", "TAG=new\n"), "nginx:new");
    }

    [Fact]
    public void A_dot_env_file_that_goes_away_is_an_input()
    {
        using var project = new TestProject(sdk);
        project.Write(TestProject.ComposeFile, "services:\n  web:\n    image: nginx:${TAG:-old}\n");
        project.Write(".env", "TAG=new\n");
        Changes(project, "nginx:new", () => project.Delete(".env"), "nginx:old");
    }

    private static void Changes(TestProject project, string before, Action change, string after)
    {
        project.Generate().Succeeded();
        Assert.NotEmpty(project.TemplateWith(before));
        var snapshot = project.Snapshot();
        project.Generate().Succeeded();
        Assert.Equal(snapshot, project.Snapshot());
        change();
        project.Generate().Succeeded();
        Assert.NotEmpty(project.TemplateWith(after));
    }
}
