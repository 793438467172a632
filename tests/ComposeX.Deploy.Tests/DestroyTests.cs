using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Tests.Aws;
using Xunit;

namespace ComposeX.Deploy.Tests;

public sealed class DestroyTests : IAsyncLifetime
{
    private readonly ShopFolder _shop = new();
    private AwsDouble _aws = null!;

    public async ValueTask InitializeAsync() => _aws = await AwsDouble.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _shop.Dispose();
        await _aws.DisposeAsync();
    }

    [Fact]
    public async Task The_stack_is_deleted_and_what_its_policies_keep_is_listed()
    {
        _shop.Data["Table"] = """{"Type":"AWS::DynamoDB::Table","DeletionPolicy":"Retain","Properties":{"TableName":"orders"}}""";
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        var table = _aws.CloudFormation.Created.Single(id => id.Contains("Table", StringComparison.Ordinal));
        var run = (await DestroyAsync()).Ended(ExitCode.Done);
        Assert.Null(_aws.CloudFormation.Find("shop"));
        Assert.Equal($"  kept: x-sqs/Table (AWS::DynamoDB::Table) {table}", run.Lines[^1]);
    }

    [Fact]
    public async Task A_snapshot_that_is_kept_is_listed()
    {
        _shop.Data["Database"] = """{"Type":"AWS::RDS::DBInstance","DeletionPolicy":"Snapshot","Properties":{}}""";
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        Assert.StartsWith("  kept as a snapshot: x-sqs/Database (AWS::RDS::DBInstance) shop-DataStack-", (await DestroyAsync()).Ended(ExitCode.Done).Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_before_does_not_keep_the_stack()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        _aws.Script("GetTemplate", Fault.Deny, Fault.Deny, Fault.Deny);
        _aws.Script("DescribeStackResources", Fault.Deny);
        (await DestroyAsync()).Ended(ExitCode.Done);
        Assert.Null(_aws.CloudFormation.Find("shop"));
    }

    [Fact]
    public async Task An_update_that_is_running_comes_to_its_end_before()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        var stack = _aws.CloudFormation.Find("shop")!;
        stack.Enter("UPDATE_IN_PROGRESS", "User Initiated");
        stack.Operation = Finish(stack).GetEnumerator();
        var run = (await DestroyAsync()).Ended(ExitCode.Done);
        Assert.Contains("Stack shop is in the state UPDATE_IN_PROGRESS: following the operation that is running before it is deleted", run.Lines);
        Assert.Null(_aws.CloudFormation.Find("shop"));
    }

    private static System.Collections.Generic.IEnumerable<string> Finish(Aws.CloudFormation.StackDouble stack)
    {
        yield return "";
        stack.Enter("UPDATE_COMPLETE");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("shop-prod")]
    public async Task Without_the_stacks_name_nothing_is_deleted(string? name)
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        var run = (await RunAsync("destroy", request => request["confirmStackName"] = name)).Ended(ExitCode.Invalid);
        Assert.Contains("error CX6007: Nothing was deleted", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Equal(0, _aws.Count("DeleteStack"));
    }

    [Fact]
    public async Task A_protected_stack_is_not_deleted()
    {
        (await RunAsync("deploy", request => request["terminationProtection"] = true)).Ended(ExitCode.Done);
        var run = (await DestroyAsync()).Ended(ExitCode.Invalid);
        Assert.Contains("error CX6410: The stack \"shop\" is protected", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.NotNull(_aws.CloudFormation.Find("shop"));
    }

    [Fact]
    public async Task A_stack_that_is_not_there_is_no_failure() =>
        Assert.Contains("There is no stack shop: nothing to delete", (await DestroyAsync()).Ended(ExitCode.Done).Lines);

    [Fact]
    public async Task What_cannot_be_deleted_is_reported_at_its_line()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        _aws.CloudFormation.DeletionFailures["Cluster"] = "The Cluster cannot be deleted while Tasks are active.";
        var run = (await DestroyAsync()).Ended(ExitCode.Failed);
        Assert.Contains("docker-compose.yml(1,5,1,12): error CX6405: \"Cluster\" (AWS::ECS::Cluster) could not be deleted", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.EndsWith("\"DELETE_FAILED\". Destroy it again when that is mended.", run.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deletion_that_is_running_is_followed()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        using var client = new System.Threading.CancellationTokenSource();
        _aws.OnCall = _ =>
        {
            if (_aws.Count("DeleteStack") > 0)
                client.Cancel();
        };
        (await Run.OfAsync(_shop.Write("destroy", _aws.Url, request => request["confirmStackName"] = "shop"), client)).Ended(ExitCode.Cancelled);
        _aws.OnCall = null;
        (await DestroyAsync()).Ended(ExitCode.Done);
        Assert.Null(_aws.CloudFormation.Find("shop"));
    }

    private Task<Run> DestroyAsync() => RunAsync("destroy", request => request["confirmStackName"] = "shop");

    private Task<Run> RunAsync(string operation, Action<JsonObject>? change = null) => Run.OfAsync(_shop.Write(operation, _aws.Url, change));
}
