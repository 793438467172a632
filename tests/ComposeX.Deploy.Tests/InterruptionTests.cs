using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Tests.Aws;
using Xunit;

namespace ComposeX.Deploy.Tests;

public sealed class InterruptionTests : IAsyncLifetime
{
    private readonly ShopFolder _shop = new();
    private readonly CancellationTokenSource _stop = new();
    private AwsDouble _aws = null!;

    public async ValueTask InitializeAsync() => _aws = await AwsDouble.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _stop.Dispose();
        _shop.Dispose();
        await _aws.DisposeAsync();
    }

    [Fact]
    public async Task An_update_that_is_cancelled_is_rolled_back_and_followed()
    {
        (await DeployAsync()).Ended(ExitCode.Done);
        ChangeService();
        StopWhen(() => _aws.CloudFormation.Find("shop")!.Status == "UPDATE_IN_PROGRESS");
        var run = (await DeployAsync(_stop)).Ended(ExitCode.Cancelled);
        Assert.Equal(1, _aws.Count("CancelUpdateStack"));
        Assert.EndsWith("error CX6408: Cancelled. The stack \"shop\" was left in the state \"UPDATE_ROLLBACK_COMPLETE\".", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_creation_that_is_cancelled_goes_on_and_is_picked_up_by_the_next_run()
    {
        StopWhen(() => _aws.CloudFormation.Find("shop")?.Status == "CREATE_IN_PROGRESS");
        var run = (await DeployAsync(_stop)).Ended(ExitCode.Cancelled);
        Assert.Contains("The stack \"shop\" is in the state \"CREATE_IN_PROGRESS\": the operation goes on in AWS.", Assert.Single(run.Errors), StringComparison.Ordinal);
        _aws.OnCall = null;
        var next = (await DeployAsync()).Ended(ExitCode.Done);
        Assert.Contains("Stack shop is in the state CREATE_IN_PROGRESS: following the operation that is running", next.Lines);
        Assert.Contains("Stack shop: no changes", next.Lines);
        Assert.Equal(5, _aws.CloudFormation.Created.Count);
        Assert.Equal(1, _aws.Count("ExecuteChangeSet"));
    }

    [Fact]
    public async Task Before_anything_is_executed_cancelling_leaves_nothing_behind()
    {
        StopWhen(() => _aws.Count("DescribeChangeSet") > 0);
        var run = (await DeployAsync(_stop)).Ended(ExitCode.Cancelled);
        Assert.EndsWith("error CX6408: Cancelled. Nothing was changed.", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Null(_aws.CloudFormation.Find("shop"));
    }

    [Fact]
    public async Task An_update_that_takes_too_long_is_rolled_back()
    {
        (await DeployAsync()).Ended(ExitCode.Done);
        ChangeService();
        _aws.OnCall = _ =>
        {
            if (_aws.CloudFormation.Find("shop")!.Status == "UPDATE_IN_PROGRESS")
                Thread.Sleep(100);
        };
        var run = (await Run.OfAsync(_shop.Write("deploy", _aws.Url, request => request["timeoutMinutes"] = 0.002))).Ended(ExitCode.TimedOut);
        Assert.Contains("error CX6407: The operation on the stack \"shop\" took longer than 0 minutes (\"EcsTimeoutMinutes\"). The stack \"shop\" was left in the state \"UPDATE_ROLLBACK_COMPLETE\".", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picked_up_operation_that_fails_is_reported_and_not_tried_again()
    {
        _aws.CloudFormation.Failures["Service"] = "no";
        StopWhen(() => _aws.CloudFormation.Find("shop")?.Status == "CREATE_IN_PROGRESS");
        (await DeployAsync(_stop)).Ended(ExitCode.Cancelled);
        _aws.OnCall = null;
        var run = (await DeployAsync()).Ended(ExitCode.Failed);
        Assert.Contains("(31,5,31,12): error CX6405: \"web/Service\"", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Equal(1, _aws.Count("ExecuteChangeSet"));
    }

    [Fact]
    public async Task A_change_set_that_a_killed_run_has_left_is_taken_up()
    {
        _shop.HasNestedStacks = false;
        _shop.Root = """{"Resources":{"Cluster":{"Type":"AWS::ECS::Cluster"}}}""";
        _aws.Script("DeleteChangeSet", Enumerable.Repeat(Fault.Deny, 1).ToArray());
        _aws.Script("ExecuteChangeSet", Fault.Deny);
        (await DeployAsync()).Ended(ExitCode.Refused);
        Assert.Equal("REVIEW_IN_PROGRESS", _aws.CloudFormation.Find("shop")!.Status);
        (await DeployAsync()).Ended(ExitCode.Done);
        Assert.Equal("CREATE_COMPLETE", _aws.CloudFormation.Find("shop")!.Status);
    }

    private void StopWhen(Func<bool> isTime) => _aws.OnCall = _ =>
    {
        if (isTime())
            _stop.Cancel();
    };

    private void ChangeService() => _shop.Web["Service"] = """{"Type":"AWS::ECS::Service","Properties":{"Image":{"Ref":"Image"},"DesiredCount":2}}""";

    private Task<Run> DeployAsync(CancellationTokenSource? stop = null) => Run.OfAsync(_shop.Write("deploy", _aws.Url), stop);
}
