using System;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using Xunit;

namespace ComposeX.Deploy.Tests;

/// <summary>
/// Deployments against an emulation of AWS that is not ours and knows less than AWS: it carries out a change set before
/// it answers, tells no events of resources, lists no nested changes and has no roll-back.
/// </summary>
[Collection(MotoCollection.Name)]
public sealed class MotoDeployTests(MotoServer moto) : IAsyncLifetime
{
    private const string Queue = """{"Type":"AWS::SQS::Queue","Properties":{"VisibilityTimeout":30}}""";

    private readonly ShopFolder _shop = new();
    private readonly string _stack = "shop-" + Guid.NewGuid().ToString("N")[..8];
    private Relay _aws = null!;

    public async ValueTask InitializeAsync()
    {
        _aws = await Relay.StartAsync(moto.Url);
        _shop.Data.Clear();
        _shop.Data["SqsOrders"] = Queue;
        _shop.Web.Clear();
        _shop.Web["Topic"] = """{"Type":"AWS::SNS::Topic","Properties":{"DisplayName":{"Ref":"Image"}}}""";
        _shop.Root = _shop.Root.Replace("\"ClusterName\": \"shop\"", $"\"ClusterName\": \"{_stack}\"", StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _shop.Dispose();
        await _aws.DisposeAsync();
    }

    [Fact]
    public async Task A_stack_with_nested_ones_is_created_left_alone_updated_and_destroyed()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        Assert.Contains("CREATE_COMPLETE", (await RunAsync("status")).Ended(ExitCode.Done).Text, StringComparison.Ordinal);

        _aws.ForgetCalls();
        Assert.Contains($"Stack {_stack}: no changes", (await RunAsync("deploy")).Ended(ExitCode.Done).Lines);
        Assert.InRange(_aws.Calls.Count, 1, 14);
        Assert.Equal(0, _aws.Count("ExecuteChangeSet"));

        _shop.Data["More"] = Queue;
        var run = (await RunAsync("deploy")).Ended(ExitCode.Done);
        Assert.Contains($"Stack {_stack} is in the state UPDATE_COMPLETE", run.Lines);
        Assert.Contains("  x-sqs/More  AWS::SQS::Queue  CREATE_COMPLETE", (await RunAsync("status")).Lines);

        (await RunAsync("destroy")).Ended(ExitCode.Done);
        Assert.Contains("CX6409", Assert.Single((await RunAsync("status")).Ended(ExitCode.Failed).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_compiler_wrote_is_created_left_alone_and_destroyed()
    {
        var folder = Repository.PathOf("tests/ComposeX.Compiler.Tests/Cases/Applications/InfrastructureOnly");
        Action<JsonObject> compiled = request =>
        {
            request["manifest"] = Path.Combine(folder, "manifest.json");
            request["parameterVariables"] = new JsonObject();
        };
        (await RunAsync("deploy", compiled)).Ended(ExitCode.Done);
        _aws.ForgetCalls();
        Assert.Contains($"Stack {_stack}: no changes", (await RunAsync("deploy", compiled)).Ended(ExitCode.Done).Lines);
        Assert.InRange(_aws.Calls.Count, 1, 14);
        (await RunAsync("destroy", compiled)).Ended(ExitCode.Done);
    }

    [Fact]
    public async Task A_plan_leaves_nothing_behind()
    {
        (await RunAsync("plan")).Ended(ExitCode.Done);
        (await RunAsync("status")).Ended(ExitCode.Failed);
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        _shop.Data["More"] = Queue;
        (await RunAsync("plan")).Ended(ExitCode.Done);
        Assert.DoesNotContain("More", (await RunAsync("status")).Ended(ExitCode.Done).Text, StringComparison.Ordinal);
        (await RunAsync("deploy")).Ended(ExitCode.Done);
    }

    [Fact]
    public async Task A_creation_that_is_refused_leaves_nothing_and_can_be_tried_again()
    {
        var good = _shop.Data["SqsOrders"];
        _shop.Data["SqsOrders"] = """{"Type":"AWS::SQS::Queue","Properties":{"QueueName":"no name!"}}""";
        var run = (await RunAsync("deploy")).Ended(ExitCode.Refused);
        Assert.Contains("error CX6205: AWS refused \"cloudformation:ExecuteChangeSet\" (InvalidParameterValue)", Assert.Single(run.Errors), StringComparison.Ordinal);
        (await RunAsync("status")).Ended(ExitCode.Failed);
        _shop.Data["SqsOrders"] = good;
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        Assert.Contains("CREATE_COMPLETE", (await RunAsync("status")).Ended(ExitCode.Done).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_that_is_refused_can_be_tried_again()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        _shop.Data["More"] = """{"Type":"AWS::SQS::Queue","Properties":{"QueueName":"no name!"}}""";
        (await RunAsync("deploy")).Ended(ExitCode.Refused);
        (await RunAsync("status")).Ended(ExitCode.Done);
        (await RunAsync("destroy")).Ended(ExitCode.Done);
    }

    [Theory]
    [InlineData("CreateChangeSet", true)]
    [InlineData("DescribeChangeSet", true)]
    [InlineData("DescribeStackEvents", false)]
    [InlineData("ExecuteChangeSet", true)]
    public async Task Killed_and_run_again_there_is_one_stack_with_everything_once(string operation, bool answered)
    {
        ChildProcess? child = null;
        _aws.OnCall = (call, _, after) =>
        {
            if (call.Operation == operation && after == answered)
                child!.Kill();
        };
        using (child = ChildProcess.Start(Request("deploy")))
            Assert.NotEqual(0, (await child.EndAsync()).ExitCode);
        _aws.OnCall = null;
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        Assert.Equal(1, _aws.Count("ExecuteChangeSet"));
        Assert.Contains($"Stack {_stack}: no changes", (await RunAsync("deploy")).Ended(ExitCode.Done).Lines);
        (await RunAsync("destroy")).Ended(ExitCode.Done);
        (await RunAsync("status")).Ended(ExitCode.Failed);
    }

    [Fact]
    public async Task In_the_region_that_S3_does_not_want_named_too()
    {
        (await RunAsync("deploy", request => request["region"] = "us-east-1")).Ended(ExitCode.Done);
        (await RunAsync("destroy", request => request["region"] = "us-east-1")).Ended(ExitCode.Done);
    }

    private Task<Run> RunAsync(string operation, Action<JsonObject>? change = null) => Run.OfAsync(Request(operation, change));

    private string Request(string operation, Action<JsonObject>? change = null) => _shop.Write(operation, _aws.Url, request =>
    {
        request["stackName"] = _stack;
        request["confirmStackName"] = _stack;
        change?.Invoke(request);
    });
}
