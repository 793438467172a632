using System;
using System.IO;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class MultiTargetedProject(PackedSdk sdk)
{
    [Fact]
    public void Templates_are_made_once_by_the_first_framework()
    {
        using var project = Project();
        var build = project.Build().Succeeded();
        Assert.True(File.Exists(Path.Combine(project.Folder, "obj", "Debug", "net10.0", "ecs", "manifest.json")));
        Assert.False(Directory.Exists(Path.Combine(project.Folder, "obj", "Debug", "net8.0", "ecs")));
        Assert.Single(build.Output.Split('\n'), line => line.Contains("app -> ", StringComparison.Ordinal) && line.TrimEnd().EndsWith("ecs" + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_planned_and_deployed_once_by_the_same()
    {
        using var project = Project();
        var tool = new FakeDeploy(project);
        project.Run("build", "-tl:off", "-t:EcsPlan", FakeDeploy.Option).Succeeded().FoundNothing();
        project.Run("publish", "--no-restore", "-tl:off", "-f", "net10.0", "-p:DeployToEcs=true", FakeDeploy.Option).Succeeded().FoundNothing();
        Assert.Equal(["plan app begin", "plan app end", "deploy app begin", "deploy app end"], tool.Record);
    }

    [Fact]
    public void Publishing_another_framework_does_not_deploy_silently_nothing()
    {
        using var project = Project();
        project.Run("restore").Succeeded();
        project.Run("publish", "--no-restore", "-tl:off", "-f", "net8.0", "-p:DeployToEcs=true").Failed().Found("app.csproj : error CX5014");
    }

    private TestProject Project()
    {
        var project = new TestProject(sdk, TestProject.ProjectFile(sdk, "<TargetFramework /><TargetFrameworks>net10.0;net8.0</TargetFrameworks>"));
        // The reference assemblies of an older framework are a package; where the machine has them, nothing is fetched.
        File.WriteAllText(Path.Combine(project.Root, "nuget.config"), sdk.NuGetConfig.Replace(
            "<fallbackPackageFolders><clear />", $"<fallbackPackageFolders><clear /><add key=\"machine\" value=\"{PackedSdk.MachineCache}\" />", StringComparison.Ordinal));
        return project;
    }
}
