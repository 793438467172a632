using System;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class EnvironmentValueRegenerates(PackedSdk sdk)
{
    private const string Compose = "services:\n  web:\n    image: nginx:1.27\n    environment:\n      COLOR: ${CX_COLOR-none}\n      OTHER: ${CX_OTHER:-x}\n";

    [Fact]
    public void A_variable_that_the_compose_file_uses_is_an_input()
    {
        using var project = new TestProject(sdk);
        project.Write(TestProject.ComposeFile, Compose);
        project.Generate().Succeeded();
        Assert.Contains("none", project.TemplateWith("COLOR"), StringComparison.Ordinal);
        var before = project.Snapshot();

        project.Environment["CX_UNUSED"] = "anything";
        project.Generate().Succeeded();
        Assert.Equal(before, project.Snapshot());

        project.Environment["CX_COLOR"] = "it's \"(red)\"; $(x) %41";
        project.Generate().Succeeded();
        Assert.Contains("it's", project.TemplateWith("COLOR"), StringComparison.Ordinal);
        before = project.Snapshot();
        project.Generate().Succeeded();
        Assert.Equal(before, project.Snapshot());
    }

    [Fact]
    public void An_empty_variable_is_not_an_unset_one()
    {
        using var project = new TestProject(sdk);
        project.Write(TestProject.ComposeFile, Compose);
        project.Generate().Succeeded();
        project.Environment["CX_COLOR"] = "";
        project.Generate().Succeeded();
        Assert.DoesNotContain("none", project.TemplateWith("COLOR"), StringComparison.Ordinal);
    }
}
