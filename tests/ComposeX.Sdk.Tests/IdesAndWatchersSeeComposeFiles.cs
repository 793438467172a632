using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class IdesAndWatchersSeeComposeFiles(PackedSdk sdk)
{
    [Fact]
    public void Dotnet_watch_lists_the_compose_file_and_what_it_includes()
    {
        using var project = Project();
        project.Build().Succeeded();
        var list = project.Run("watch", "--list").Succeeded().Output;
        Assert.Contains(Path.Combine(project.Folder, TestProject.ComposeFile), list, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(project.Folder, "more.yml"), list, StringComparison.Ordinal);
    }

    [Fact]
    public void Visual_Studio_looks_at_what_was_read_and_at_what_was_written_last()
    {
        using var project = Project();
        project.Generate().Succeeded();
        var items = project.Ask(
            "-t:CollectUpToDateCheckInputDesignTime;CollectUpToDateCheckOutputDesignTime", "-p:DesignTimeBuild=true",
            "-getItem:UpToDateCheckInput;UpToDateCheckOutput").GetProperty("Items");
        Assert.Equal([TestProject.ComposeFile, "more.yml"], Names("UpToDateCheckInput"));
        Assert.Equal(["app.EcsOutputs.txt"], Names("UpToDateCheckOutput"));

        IEnumerable<string> Names(string item) => items.GetProperty(item).EnumerateArray()
            .Where(entry => entry.TryGetProperty("Set", out var set) && set.GetString() == "ComposeX")
            .Select(entry => Path.GetFileName(entry.GetProperty("Identity").GetString()!)).Distinct().Order(StringComparer.Ordinal);
    }

    private TestProject Project()
    {
        var project = new TestProject(sdk, TestProject.ProjectFile(sdk, targets: TestProject.VisualStudioTargets));
        project.Write(TestProject.ComposeFile, "include: [more.yml]\n" + TestProject.Compose);
        project.Write("more.yml", "services:\n  more:\n    image: redis:7\n");
        return project;
    }
}
