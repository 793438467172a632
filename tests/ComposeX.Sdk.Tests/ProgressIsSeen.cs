using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed partial class ProgressIsSeen(PackedSdk sdk)
{
    private static readonly string[] Publish = ["publish", "--no-restore", "-p:DeployToEcs=true", FakeDeploy.Option];

    [Fact]
    public void At_a_terminal_each_line_appears_once_and_before_the_build_ends()
    {
        if (!DotNet.HasTerminal)
            Assert.Skip("There is no \"script\" to make a terminal with.");
        using var project = Project();
        var screen = AtTerminal(project).Succeeded();
        Assert.Contains("\u001b[", screen.Output, StringComparison.Ordinal);
        var lines = Lines(screen);
        Assert.Equal(FakeDeploy.Lines("deploy", "app"), lines.Where(FakeDeploy.Lines("deploy", "app").Contains));
        Assert.True(lines.IndexOf("deploy of app is done") < lines.FindIndex(line => line.StartsWith("Build succeeded", StringComparison.Ordinal)), screen.Output);

        var quiet = AtTerminal(project, "-v:q").Succeeded();
        Assert.DoesNotContain("CREATE_IN_PROGRESS", quiet.Output, StringComparison.Ordinal);

        project.Environment["FAKE_DEPLOY_FAIL"] = "app";
        var failed = AtTerminal(project).Failed();
        Assert.Single(Lines(failed), line => line.Contains("CX6405", StringComparison.Ordinal));
    }

    [Fact]
    public void After_Ctrl_C_it_is_seen_how_the_deployment_ends()
    {
        if (!DotNet.HasTerminal)
            Assert.Skip("There is no \"script\" to make a terminal with.");
        using var project = Project();
        var tool = new FakeDeploy(project);
        project.Environment["FAKE_DEPLOY_MILLISECONDS"] = "60000";
        var run = project.RunAtTerminal(Publish, interruptAfter: "Service1").Failed();
        Assert.Single(Lines(run), line => line.Contains("ROLLBACK_COMPLETE", StringComparison.Ordinal));
        Assert.Contains(Lines(run), line => line.Contains("CX6408", StringComparison.Ordinal));
        Assert.Equal(["deploy app begin", "deploy app cancelled"], tool.Record);
    }

    [Theory]
    [InlineData]
    [InlineData("-tl:off")]
    [InlineData("-v:detailed")]
    public void In_a_log_each_line_stands_once_and_nothing_draws(params string[] arguments)
    {
        using var project = Project();
        var log = project.Run([.. Publish, .. arguments]).Succeeded().Output;
        foreach (var line in FakeDeploy.Lines("deploy", "app"))
            Assert.Single(log.Split('\n'), written => written.EndsWith(line, StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', log);
        Assert.DoesNotContain("##vso", log, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', log);
    }

    private TestProject Project()
    {
        var project = new TestProject(sdk);
        project.Environment["FAKE_DEPLOY_MILLISECONDS"] = "300";
        project.Run("restore").Succeeded();
        return project;
    }

    private static DotNetRun AtTerminal(TestProject project, params string[] arguments) => project.RunAtTerminal([.. Publish, .. arguments]);

    // What draws moves the cursor and erases; what it leaves are whole lines.
    private static List<string> Lines(DotNetRun run) =>
        [.. Drawing().Replace(run.Output, "").Split('\n').Select(line => line.TrimEnd('\r')).Select(line => line.Split('\r')[^1])];

    [GeneratedRegex(@"\x1b\[[?0-9;]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[=>]")]
    private static partial Regex Drawing();
}
