using System;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class FaultStopsBuildAtItsLine(PackedSdk sdk)
{
    private const string Faulty = "services:\n  web:\n    imge: nginx\n";

    [Fact]
    public void A_misspelt_attribute_is_an_error_where_it_stands_and_no_template_is_left()
    {
        using var project = new TestProject(sdk);
        project.Build().Succeeded();
        Assert.NotEmpty(project.OutputFiles);

        project.Write(TestProject.ComposeFile, Faulty);
        project.Build("--no-restore").Failed().Found("docker-compose.yml(3,5,3,9): error CX1");
        Assert.Empty(project.OutputFiles);
    }

    [Fact]
    public void The_fault_is_said_in_every_build_until_it_is_gone()
    {
        using var project = new TestProject(sdk);
        project.Write(TestProject.ComposeFile, Faulty);
        project.Generate().Failed().Found("docker-compose.yml(3,5");
        project.Generate().Failed().Found("docker-compose.yml(3,5");
        project.Write(TestProject.ComposeFile, TestProject.Compose);
        project.Generate().Succeeded().FoundNothing();
        Assert.Contains("manifest.json", project.OutputFiles);
    }

    [Fact]
    public void Text_that_is_no_YAML_is_a_finding_and_no_exception()
    {
        using var project = new TestProject(sdk);
        project.Write(TestProject.ComposeFile, "services: {web: [\n");
        var run = project.Generate().Failed();
        Assert.StartsWith("docker-compose.yml(", Assert.Single(run.Findings), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }
}
