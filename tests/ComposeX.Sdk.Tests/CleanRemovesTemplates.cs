using System;
using System.IO;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class CleanRemovesTemplates(PackedSdk sdk)
{
    [Fact]
    public void Clean_leaves_no_file_of_ours()
    {
        using var project = new TestProject(sdk);
        project.Build().Succeeded();
        project.Build("--no-restore").Succeeded();
        project.Run("clean").Succeeded();
        Assert.Empty(project.OutputFiles);
        Assert.DoesNotContain(Directory.GetFiles(project.Folder, "*", SearchOption.AllDirectories), file => Path.GetFileName(file).Contains(".Ecs", StringComparison.Ordinal));
    }

    [Fact]
    public void A_template_of_a_service_that_is_gone_goes_too()
    {
        using var project = new TestProject(sdk);
        project.Write(TestProject.ComposeFile, TestProject.Compose + "  other:\n    image: redis:7\n");
        project.Generate().Succeeded();
        Assert.Contains("app.other.template.json", project.OutputFiles);
        project.Write(TestProject.ComposeFile, TestProject.Compose);
        project.Generate().Succeeded();
        Assert.DoesNotContain("app.other.template.json", project.OutputFiles);
    }
}
