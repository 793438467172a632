using System;
using System.IO;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class WarningsObeyTheProject(PackedSdk sdk)
{
    private const string Questionable = "services:\n  web:\n    image: nginx\n    cpuset: \"0\"\n";
    private const string Warning = "docker-compose.yml(4,5,4,11): warning CX2217";

    [Fact]
    public void A_warning_is_said_again_when_there_is_nothing_to_generate()
    {
        using var project = Project();
        project.Generate().Succeeded().Found(Warning);
        var before = project.Snapshot();
        project.Generate().Succeeded().Found(Warning);
        Assert.Equal(before, project.Snapshot());
    }

    [Fact]
    public void NoWarn_hushes()
    {
        using var project = Project();
        project.Generate("-p:NoWarn=CX2217").Succeeded().FoundNothing();
        project.Generate("-p:NoWarn=CX2217").Succeeded().FoundNothing();
    }

    [Fact]
    public void WarningsAsErrors_stop_and_leave_no_template()
    {
        using var project = Project();
        project.Generate("-p:WarningsAsErrors=CX2217").Failed().Found("docker-compose.yml(4,5,4,11): error CX2217");
        Assert.Empty(project.OutputFiles);
    }

    [Fact]
    public void Warnaserror_stops_the_second_build_as_it_stopped_the_first()
    {
        using var project = Project();
        project.Generate("-warnaserror").Failed();
        project.Generate("-warnaserror").Failed();
    }

    [Fact]
    public void A_warning_that_is_gone_is_not_said_again()
    {
        using var project = Project();
        project.Generate().Succeeded().Found(Warning);
        project.Write(TestProject.ComposeFile, TestProject.Compose);
        project.Generate().Succeeded().FoundNothing();
        project.Generate().Succeeded().FoundNothing();
    }

    [Fact]
    public void What_goes_wrong_in_a_task_is_one_finding_without_a_stack_trace()
    {
        using var project = Project();
        project.Generate().Succeeded();
        var kept = Path.Combine(project.Folder, "obj", "Debug", "net10.0", "app.EcsFindings.txt");
        File.WriteAllText(kept, File.ReadAllText(kept).Replace("\t4\t", "\tfour\t", StringComparison.Ordinal));
        var run = project.Generate().Failed().Found("app.csproj(1,1,1,1): error CX5001");
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    private TestProject Project()
    {
        var project = new TestProject(sdk);
        project.Write(TestProject.ComposeFile, Questionable);
        return project;
    }
}
