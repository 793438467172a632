using System;
using System.IO;
using System.Linq;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class DesignTimeBuildWritesNothing(PackedSdk sdk)
{
    [Fact]
    public void What_an_IDE_runs_while_one_types_leaves_no_file_of_ours_and_finds_nothing()
    {
        using var project = new TestProject(sdk, TestProject.ProjectFile(sdk, targets: TestProject.VisualStudioTargets));
        project.Run("restore").Succeeded();
        project.Write(TestProject.ComposeFile, "services:\n  web:\n    imge: nginx\n");
        project.Run(
            "msbuild", "-nologo", "-tl:off", "-t:Compile;ResolveReferences;CollectUpToDateCheckInputDesignTime;CollectUpToDateCheckOutputDesignTime",
            "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true")
            .Succeeded().FoundNothing();
        Assert.DoesNotContain(
            Directory.GetFileSystemEntries(Path.Combine(project.Folder, "obj"), "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)),
            name => name.Contains("ecs", StringComparison.OrdinalIgnoreCase));
    }
}
