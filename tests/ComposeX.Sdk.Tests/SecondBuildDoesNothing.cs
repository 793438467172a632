using System.IO;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class SecondBuildDoesNothing(PackedSdk sdk)
{
    [Fact]
    public void A_second_build_writes_no_file_and_is_nothing_that_MSBuild_would_question()
    {
        using var project = new TestProject(sdk);
        project.Build().Succeeded();
        var before = project.Snapshot();
        project.Build("--no-restore").Succeeded().FoundNothing();
        Assert.Equal(before, project.Snapshot());
        project.Build("--no-restore", "-question").Succeeded();
    }

    [Fact]
    public void A_file_whose_text_stays_the_same_is_left_alone_when_others_change()
    {
        using var project = new TestProject(sdk);
        project.Write(TestProject.ComposeFile, TestProject.Compose + "  other:\n    image: redis:7\n");
        project.Generate().Succeeded();
        var before = project.Snapshot();
        project.Write(TestProject.ComposeFile, TestProject.Compose + "  other:\n    image: redis:7\n    command: redis-server\n");
        project.Generate().Succeeded();
        var after = project.Snapshot();
        var web = Path.Combine(project.Output, "app.web.template.json");
        var other = Path.Combine(project.Output, "app.other.template.json");
        Assert.Equal(before[web], after[web]);
        Assert.NotEqual(before[other], after[other]);
    }
}
