using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Tests.Aws;
using Xunit;

namespace ComposeX.Deploy.Tests;

/// <summary>What the compiler really writes, deployed: its own baseline is the output folder.</summary>
public sealed class CompiledShopTests : IAsyncLifetime
{
    private static readonly string Case = Repository.PathOf("tests/ComposeX.Compiler.Tests/Cases/Applications/Shop");

    private readonly string _folder = Directory.CreateTempSubdirectory("composex-deploy-").FullName;
    private AwsDouble _aws = null!;

    public async ValueTask InitializeAsync() => _aws = await AwsDouble.StartAsync();

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await _aws.DisposeAsync();
    }

    [Fact]
    public async Task It_is_created_left_alone_when_nothing_changed_and_destroyed()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        Assert.All(_aws.CloudFormation.Stacks, stack => Assert.Equal("CREATE_COMPLETE", stack.Status));
        Assert.Equal(Directory.GetFiles(Case, "*.template.json").Length, _aws.CloudFormation.Stacks.Count);
        _aws.ForgetCalls();
        Assert.Contains("Stack shop: no changes", (await RunAsync("deploy")).Ended(ExitCode.Done).Lines);
        Assert.True(_aws.Calls.Count < 15, string.Join(", ", _aws.Calls));
        (await RunAsync("destroy")).Ended(ExitCode.Done);
        Assert.All(_aws.CloudFormation.Stacks, stack => Assert.Equal("DELETE_COMPLETE", stack.Status));
    }

    [Fact]
    public async Task A_failing_service_is_reported_at_its_line_of_the_compose_file()
    {
        var service = JsonNode.Parse(File.ReadAllText(Path.Combine(Case, "manifest.json")))!["stacks"]!.AsArray()
            .Single(stack => stack!["name"]!.ToString() == "shop.worker")!["resources"]!.AsArray()
            .Single(resource => resource!["type"]!.ToString() == "AWS::ECS::Service")!;
        var logicalId = service["logicalId"]!.ToString();
        _aws.CloudFormation.Failures[logicalId] = "ECS Deployment Circuit Breaker was triggered.";
        var error = (await RunAsync("deploy")).Ended(ExitCode.Failed).Errors[0];
        Assert.Contains($"docker-compose.yml({service["origin"]!["line"]},{service["origin"]!["column"]},", error, StringComparison.Ordinal);
        Assert.Contains($"error CX6405: \"shop.", error, StringComparison.Ordinal);
        Assert.Contains($"/{logicalId}\" (AWS::ECS::Service) could not be created", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Images_that_nobody_has_pushed_are_asked_for_at_the_services_that_are_built()
    {
        var run = (await RunAsync("deploy", withImages: false)).Ended(ExitCode.Invalid);
        Assert.Equal(2, run.Errors.Count);
        Assert.Contains("docker-compose.yml(3,5,3,10): error CX6414: The service \"web\" is built from source", run.Errors[0], StringComparison.Ordinal);
        Assert.Empty(_aws.CloudFormation.Stacks);
    }

    private async Task<Run> RunAsync(string operation, bool withImages = true)
    {
        foreach (var file in Directory.GetFiles(Case, "*.json"))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)), overwrite: true);
        var request = new JsonObject
        {
            ["formatVersion"] = 1,
            ["operation"] = operation,
            ["manifest"] = "manifest.json",
            ["region"] = AwsDouble.Region,
            ["endpointUrl"] = _aws.Url,
            ["pollSeconds"] = 0.005,
            ["confirmStackName"] = "shop",
            ["parameters"] = withImages ? new JsonObject { ["WebImage"] = "registry/web@sha256:1", ["WorkerImage"] = "registry/worker@sha256:2" } : [],
        };
        var path = Path.Combine(_folder, "request.json");
        await File.WriteAllTextAsync(path, request.ToJsonString(), TestContext.Current.CancellationToken);
        return await Run.OfAsync(path);
    }
}
