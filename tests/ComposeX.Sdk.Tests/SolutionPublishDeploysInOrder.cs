using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class SolutionPublishDeploysInOrder(PackedSdk sdk)
{
    private static readonly string[] Network = ["deploy network begin", "deploy network end"];
    private static readonly string[] InOrder = [.. Network, "deploy data begin", "deploy data end", "deploy app begin", "deploy app end"];

    [Fact]
    public void Each_once_and_what_is_referenced_first_also_at_the_same_time_and_as_a_graph()
    {
        using var project = Solution();
        string[][] ways = [["-m"], ["-m", "-graph"], ["-m:1", "-r", "linux-x64"]];
        foreach (var way in ways)
        {
            var (run, record) = Publish(project, "../shop.sln", way);
            run.Succeeded().FoundNothing();
            Assert.Equal(InOrder, record);
        }

        var (alone, all) = Publish(project, "app.csproj", "-o", "out");
        alone.Succeeded().FoundNothing();
        Assert.Equal(InOrder, all);
        Assert.False(File.Exists(Path.Combine(project.Folder, "out", "network.dll")));
    }

    [Fact]
    public void What_fails_to_publish_is_not_deployed_nor_what_references_it()
    {
        using var project = Solution();
        project.Write("../data/data.csproj", ProjectFile("network", """<Target Name="Break" BeforeTargets="PrepareForPublish"><Error Text="Broken." /></Target>"""));
        var (broken, record) = Publish(project, "../shop.sln", "-m");
        broken.Failed();
        Assert.Equal(Network, record);

        project.Write("../data/data.csproj", ProjectFile("network"));
        project.Environment["FAKE_DEPLOY_FAIL"] = "data";
        var (failed, tried) = Publish(project, "../shop.sln", "-m");
        failed.Failed().Found("data.EcsDeployRequest.json(1,1,1,1): error CX6405");
        Assert.Equal([.. Network, "deploy data begin", "deploy data failed"], tried);
    }

    [Fact]
    public void A_profile_deploys_its_own_stack_alone()
    {
        using var project = Solution();
        project.Write("Properties/PublishProfiles/Production.pubxml", "<Project><PropertyGroup><DeployToEcs>true</DeployToEcs><EcsEnvironment>prod</EcsEnvironment></PropertyGroup></Project>");
        project.Write(".env.prod", "");
        var tool = new FakeDeploy(project);
        project.Run("publish", "-tl:off", "-p:PublishProfile=Production", FakeDeploy.Option).Succeeded().FoundNothing();
        Assert.Equal(["deploy app-prod begin", "deploy app-prod end"], tool.Record);
    }

    private static (DotNetRun Run, IReadOnlyList<string> Record) Publish(TestProject project, string what, params string[] arguments)
    {
        var tool = new FakeDeploy(project);
        var before = tool.Record.Count;
        var run = project.Run(["publish", what, "-tl:off", "-p:DeployToEcs=true", FakeDeploy.Option, .. arguments]);
        return (run, [.. tool.Record.Skip(before)]);
    }

    private TestProject Solution()
    {
        var project = new TestProject(sdk, ProjectFile("data"));
        foreach (var (name, reference) in new[] { ("network", (string?)null), ("data", "network") })
        {
            project.Write($"../{name}/{name}.csproj", ProjectFile(reference));
            project.Write($"../{name}/Program.cs", "return;\n");
            project.Write($"../{name}/{TestProject.ComposeFile}", TestProject.Compose);
        }

        project.Write("../shop.sln", """
            Microsoft Visual Studio Solution File, Format Version 12.00
            Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "app", "app\app.csproj", "{00000000-0000-0000-0000-000000000001}"
            EndProject
            Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "data", "data\data.csproj", "{00000000-0000-0000-0000-000000000002}"
            EndProject
            Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "network", "network\network.csproj", "{00000000-0000-0000-0000-000000000003}"
            EndProject
            Global
            	GlobalSection(SolutionConfigurationPlatforms) = preSolution
            		Release|Any CPU = Release|Any CPU
            	EndGlobalSection
            	GlobalSection(ProjectConfigurationPlatforms) = postSolution
            		{00000000-0000-0000-0000-000000000001}.Release|Any CPU.ActiveCfg = Release|Any CPU
            		{00000000-0000-0000-0000-000000000001}.Release|Any CPU.Build.0 = Release|Any CPU
            		{00000000-0000-0000-0000-000000000002}.Release|Any CPU.ActiveCfg = Release|Any CPU
            		{00000000-0000-0000-0000-000000000002}.Release|Any CPU.Build.0 = Release|Any CPU
            		{00000000-0000-0000-0000-000000000003}.Release|Any CPU.ActiveCfg = Release|Any CPU
            		{00000000-0000-0000-0000-000000000003}.Release|Any CPU.Build.0 = Release|Any CPU
            	EndGlobalSection
            EndGlobal
            """);
        return project;
    }

    private string ProjectFile(string? reference, string targets = "") => TestProject.ProjectFile(
        sdk, items: reference is null ? "" : $"""<ProjectReference Include="../{reference}/{reference}.csproj" ReferenceOutputAssembly="false" />""", targets: targets);
}
