using System.Collections.Generic;
using System.IO;
using ComposeX.Testing;

namespace ComposeX.Sdk.Tests.Builds;

/// <summary>The tool that stands in for ComposeX.Deploy in a project's builds, and what it was asked.</summary>
internal sealed class FakeDeploy
{
    private readonly string _record;

    public FakeDeploy(TestProject project)
    {
        _record = Path.Combine(project.Root, "deployments.txt");
        project.Environment["FAKE_DEPLOY_RECORD"] = _record;
    }

    /// <summary>Names the tool on a command line.</summary>
    public static string Option { get; } = "-p:EcsDeployTool=" + Path.Combine(
        RepositoryFolders.Root, "tests", "ComposeX.FakeDeploy", "bin", PackedSdk.Configuration, "net10.0", "ComposeX.FakeDeploy.dll");

    /// <summary>What it was asked so far, in order: <c>deploy shop begin</c>, <c>deploy shop end</c>.</summary>
    public IReadOnlyList<string> Record => File.Exists(_record) ? File.ReadAllLines(_record) : [];

    /// <summary>Three lines of progress and the last word of one run.</summary>
    public static IReadOnlyList<string> Lines(string operation, string stack) =>
    [
        $"  12:03:11  {stack} › web › Service1  CREATE_IN_PROGRESS",
        $"  12:03:12  {stack} › web › Service2  CREATE_IN_PROGRESS",
        $"  12:03:13  {stack} › web › Service3  CREATE_IN_PROGRESS",
        $"{operation} of {stack} is done",
    ];
}
