using System;
using System.IO;
using System.Linq;
using ComposeX.Sdk.Tests.Builds;
using Xunit;

namespace ComposeX.Sdk.Tests;

public sealed class OperationsHaveTargets(PackedSdk sdk)
{
    [Fact]
    public void Each_runs_its_own_operation_also_side_by_side_and_deploys_nothing()
    {
        using var project = new TestProject(sdk);
        var tool = new FakeDeploy(project);
        project.Run("build", "-tl:off", "-t:EcsPlan;EcsStatus;EcsOutputs;EcsEvents;EcsDrift;EcsDestroy", "-p:EcsDestroyStack=app", "-p:DeployToEcs=true", FakeDeploy.Option).Succeeded().FoundNothing();
        string[] operations = ["plan", "status", "outputs", "events", "drift", "destroy"];
        Assert.Equal(operations.SelectMany(operation => new[] { $"{operation} app begin", $"{operation} app end" }), tool.Record);
        var request = project.Read("obj/Debug/net10.0/app.EcsDeployRequest.json");
        Assert.Contains("\"confirmStackName\": \"app\"", request, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(project.Output, "plan.json"), request, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(project.Folder, "bin")));

        // A stack whose name is given can be asked about, and deleted, whatever became of the compose file.
        project.Write(TestProject.ComposeFile, "services:\n  web: {imge: nginx}\n");
        project.Run("build", "-tl:off", "--no-restore", "-t:EcsStatus", FakeDeploy.Option).Failed();
        project.Run("build", "-tl:off", "--no-restore", "-t:EcsStatus", "-p:EcsDeployStackName=old", FakeDeploy.Option).Succeeded().FoundNothing();
        Assert.Equal("status old end", tool.Record[^1]);
    }

    [Fact]
    public void To_destroy_one_types_the_stacks_name()
    {
        using var project = new TestProject(sdk);
        project.Environment["AWS_ACCESS_KEY_ID"] = "AKIAIOSFODNN7EXAMPLE";
        project.Environment["AWS_SECRET_ACCESS_KEY"] = "none";
        project.Write(".env.prod", "");
        var run = project.Run("build", "-tl:off", "-t:EcsDestroy", "-p:EcsEnvironment=prod", "-p:EcsRegion=eu-west-1", "-p:EcsEndpointUrl=http://127.0.0.1:9").Failed();
        Assert.Contains("error CX6007", run.Output, StringComparison.Ordinal);
        Assert.Contains("-p:EcsDestroyStack=app-prod", run.Output, StringComparison.Ordinal);
    }
}
