using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Tests.Aws;
using Xunit;

namespace ComposeX.Deploy.Tests;

public sealed class StatusTests : IAsyncLifetime
{
    private readonly ShopFolder _shop = new();
    private AwsDouble _aws = null!;

    public async ValueTask InitializeAsync()
    {
        _aws = await AwsDouble.StartAsync();
        (await RunAsync("deploy")).Ended(ExitCode.Done);
    }

    public async ValueTask DisposeAsync()
    {
        _shop.Dispose();
        await _aws.DisposeAsync();
    }

    [Fact]
    public async Task The_status_shows_the_stack_all_resources_and_the_last_events()
    {
        var run = (await RunAsync("status")).Ended(ExitCode.Done);
        Assert.StartsWith("Stack shop  CREATE_COMPLETE  since 2026-01-01", run.Lines[0], StringComparison.Ordinal);
        Assert.Contains("  web/Service  AWS::ECS::Service  CREATE_COMPLETE", run.Lines);
        Assert.Equal(10, run.Lines.SkipWhile(line => line != "Events of the last operation").Skip(1).Count());
        Assert.EndsWith("shop  CREATE_COMPLETE  AWS::CloudFormation::Stack", run.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_shows_the_rest_when_the_resources_cannot_be_shown()
    {
        _aws.Script("DescribeStackResources", Fault.Deny);
        var run = (await RunAsync("status")).Ended(ExitCode.Done);
        Assert.StartsWith("Stack shop  CREATE_COMPLETE", run.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("The resources cannot be shown: ", run.Lines[1], StringComparison.Ordinal);
        Assert.EndsWith("shop  CREATE_COMPLETE  AWS::CloudFormation::Stack", run.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_events_are_shown_oldest_first()
    {
        var run = (await RunAsync("events")).Ended(ExitCode.Done);
        Assert.Equal("Events of the last operation", run.Lines[0]);
        Assert.EndsWith("shop  CREATE_IN_PROGRESS  AWS::CloudFormation::Stack  User Initiated", run.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outputs_are_printed_and_written_without_a_manifest()
    {
        File.Delete(_shop.PathOf("ecs/outputs.json"));
        var run = (await RunAsync("outputs", request =>
        {
            request.Remove("manifest");
            request["stackName"] = "shop";
        })).Ended(ExitCode.Done);
        Assert.Equal("Outputs of shop", run.Lines[0]);
        Assert.Equal(2, _shop.Json("ecs/outputs.json").EnumerateObject().Count());
    }

    [Fact]
    public async Task A_stack_that_is_not_there_is_reported()
    {
        var run = (await RunAsync("status", request => request["stackName"] = "other")).Ended(ExitCode.Failed);
        Assert.Contains("error CX6409: There is no stack \"other\" in eu-west-1.", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_that_nobody_touched_has_not_drifted() =>
        Assert.Equal(["Stack shop is as its templates say"], (await RunAsync("drift")).Ended(ExitCode.Done).Lines);

    [Fact]
    public async Task What_was_changed_or_deleted_by_hand_is_warned_about_at_its_line_without_its_values()
    {
        _aws.CloudFormation.Drifted["Service"] = ["/DesiredCount", "/Image"];
        _aws.CloudFormation.Drifted["SqsOrders"] = [];
        var run = (await RunAsync("drift")).Ended(ExitCode.Done);
        Assert.StartsWith($"{_shop.PathOf("docker-compose.yml")}(20,5,20,12): warning CX6412: \"x-sqs/SqsOrders\" (AWS::SQS::Queue) was deleted outside CloudFormation.", run.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{_shop.PathOf("docker-compose.yml")}(31,5,31,12): warning CX6411: \"web/Service\" (AWS::ECS::Service) was changed outside CloudFormation: \"DesiredCount\", \"Image\".", run.Lines[1], StringComparison.Ordinal);
        Assert.Equal("Stack shop is not known to be as its templates say", run.Lines[2]);
    }

    [Fact]
    public async Task A_comparison_that_failed_is_warned_about()
    {
        _aws.CloudFormation.DriftFailure = "Failed to detect drift on resource [Cluster]";
        var run = (await RunAsync("drift")).Ended(ExitCode.Done);
        Assert.Contains("composex : warning CX6413: Not every resource of the stack \"shop\" could be compared: Failed to detect drift on resource [Cluster]", run.Lines);
    }

    private Task<Run> RunAsync(string operation, Action<JsonObject>? change = null) => Run.OfAsync(_shop.Write(operation, _aws.Url, change));
}
