using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Tests.Aws;
using Xunit;

namespace ComposeX.Deploy.Tests;

public sealed class FailureTests : IAsyncLifetime
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
    public async Task A_failed_creation_is_reported_at_the_compose_line_of_its_first_cause()
    {
        _aws.CloudFormation.Failures["Role"] = "Resource handler returned message: \"role web already exists\" (HandlerErrorCode: AlreadyExists)";
        var run = (await RunAsync("deploy")).Ended(ExitCode.Failed);
        var error = Assert.Single(run.Errors);
        Assert.StartsWith($"{_shop.PathOf("docker-compose.yml")}(30,5,30,12): error CX6405: \"web/Role\" (AWS::IAM::Role) could not be created: Resource handler returned message", error, StringComparison.Ordinal);
        Assert.Contains("Something of that name exists outside this stack", error, StringComparison.Ordinal);
        Assert.EndsWith("The stack \"shop\" is now in the state \"ROLLBACK_COMPLETE\".", error, StringComparison.Ordinal);
        Assert.Contains(run.Lines, line => line.Contains("ROLLBACK_IN_PROGRESS", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_failed_creation_has_left_is_replaced()
    {
        _aws.CloudFormation.Failures["Role"] = "no";
        (await RunAsync("deploy")).Ended(ExitCode.Failed);
        _aws.CloudFormation.Failures.Clear();
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        Assert.Equal("CREATE_COMPLETE", _aws.CloudFormation.Find("shop")!.Status);
    }

    [Fact]
    public async Task A_failed_update_is_followed_through_its_rollback_and_can_be_tried_again()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        _shop.Web["Service"] = """{"Type":"AWS::ECS::Service","Properties":{"Image":{"Ref":"Image"},"DesiredCount":2}}""";
        _aws.CloudFormation.Failures["Service"] = "ECS Deployment Circuit Breaker was triggered.";
        var run = (await RunAsync("deploy")).Ended(ExitCode.Failed);
        var error = Assert.Single(run.Errors);
        Assert.Contains("(31,5,31,12): error CX6405: \"web/Service\" (AWS::ECS::Service) could not be updated: ECS Deployment Circuit Breaker was triggered. The new tasks did not stay healthy", error, StringComparison.Ordinal);
        Assert.EndsWith("\"UPDATE_ROLLBACK_COMPLETE\".", error, StringComparison.Ordinal);
        _aws.CloudFormation.Failures.Clear();
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        Assert.Equal("UPDATE_COMPLETE", _aws.CloudFormation.Find("shop")!.Status);
    }

    [Fact]
    public async Task What_failed_is_kept_when_that_is_asked_for()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        _shop.Web["Service"] = """{"Type":"AWS::ECS::Service","Properties":{"Image":{"Ref":"Image"},"DesiredCount":2}}""";
        _aws.CloudFormation.Failures["WebStack"] = "no";
        (await RunAsync("deploy", request => request["onFailure"] = "keep")).Ended(ExitCode.Failed);
        Assert.Equal("UPDATE_FAILED", _aws.CloudFormation.Find("shop")!.Status);
    }

    [Fact]
    public async Task A_message_of_AWS_that_looks_like_a_finding_is_no_finding()
    {
        _aws.CloudFormation.Failures["Role"] = "handler: error CX9999: not ours";
        var run = (await RunAsync("deploy")).Ended(ExitCode.Failed);
        Assert.Single(run.Errors);
        Assert.Contains(run.Lines, line => line.Contains("handler: error CX9999 - not ours", StringComparison.Ordinal) && !line.Contains("CX6405", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stuck_rollback_is_continued_first()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        _aws.CloudFormation.Find("shop")!.Enter("UPDATE_ROLLBACK_FAILED", "stuck");
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        Assert.Equal(1, _aws.Count("ContinueUpdateRollback"));
        Assert.Equal("UPDATE_ROLLBACK_COMPLETE", _aws.CloudFormation.Find("shop")!.Status);
    }

    [Fact]
    public async Task A_stack_whose_deletion_failed_is_not_touched()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        _aws.CloudFormation.Find("shop")!.Enter("DELETE_FAILED", "stuck");
        var run = (await RunAsync("deploy")).Ended(ExitCode.Failed);
        Assert.Contains("error CX6403: The stack \"shop\" is in the state \"DELETE_FAILED\"", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_set_that_cannot_be_made_says_why_and_is_cleared_away()
    {
        _aws.CloudFormation.ChangeSetFailure = "Transform AWS::Nothing failed with: unknown transform";
        var run = (await RunAsync("deploy")).Ended(ExitCode.Failed);
        Assert.Contains("error CX6404: CloudFormation cannot plan the change of the stack \"shop\": Transform AWS::Nothing failed with: unknown transform", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Null(_aws.CloudFormation.Find("shop"));
    }

    [Fact]
    public async Task A_failure_without_a_resource_is_the_stacks_own()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        var stack = _aws.CloudFormation.Find("shop")!;
        stack.Enter("UPDATE_IN_PROGRESS", "User Initiated");
        stack.Enter("UPDATE_ROLLBACK_IN_PROGRESS", "Somebody cancelled it");
        stack.Enter("UPDATE_ROLLBACK_IN_PROGRESS");
        stack.Operation = Finish(stack).GetEnumerator();
        var run = (await RunAsync("deploy")).Ended(ExitCode.Failed);
        Assert.Contains("error CX6406: The operation on the stack \"shop\" ended in the state \"UPDATE_ROLLBACK_COMPLETE\": Somebody cancelled it.", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    private static System.Collections.Generic.IEnumerable<string> Finish(Aws.CloudFormation.StackDouble stack)
    {
        yield return "";
        stack.Enter("UPDATE_ROLLBACK_COMPLETE");
    }

    private Task<Run> RunAsync(string operation, Action<JsonObject>? change = null) => Run.OfAsync(_shop.Write(operation, _aws.Url, change));
}
