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
        Assert.EndsWith("The stack \"shop\" is now in the state \"ROLLBACK_COMPLETE\". Deploying again deletes it and starts anew.", error, StringComparison.Ordinal);
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

    [Fact]
    public async Task A_rollback_that_gets_stuck_is_explained_with_what_can_be_skipped()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        var stack = _aws.CloudFormation.Find("shop")!;
        stack.Enter("UPDATE_IN_PROGRESS", "User Initiated");
        stack.Operation = GetStuck(stack).GetEnumerator();
        var run = (await RunAsync("deploy")).Ended(ExitCode.Failed);
        Assert.Contains("(1,5,1,12): error CX6405: \"Cluster\" (AWS::ECS::Cluster) could not be updated: first.", run.Errors[0], StringComparison.Ordinal);
        Assert.Contains("(1,5,1,12): error CX6415: The rollback of the stack \"shop\" is stuck on \"Cluster\" (then stuck). ", run.Errors[1], StringComparison.Ordinal);
        Assert.Contains("\"aws cloudformation continue-update-rollback --stack-name shop --resources-to-skip Cluster\"", run.Errors[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nested_stack_that_cannot_even_begin_is_a_cause_itself()
    {
        _aws.CloudFormation.Failures["WebStack"] = "Parameters: [Image] must have values";
        var run = (await RunAsync("deploy")).Ended(ExitCode.Failed);
        Assert.Contains("error CX6405: \"WebStack\" (AWS::CloudFormation::Stack) could not be created: Parameters: [Image] must have values.", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_to_continuing_a_rollback_is_no_failure()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        _aws.CloudFormation.Find("shop")!.Enter("UPDATE_ROLLBACK_FAILED", "stuck");
        _aws.Script("ContinueUpdateRollback", Fault.DropAnswer);
        (await RunAsync("deploy")).Ended(ExitCode.Done);
    }

    [Theory]
    [InlineData("AWS::ECS::Service", "Unable to assume the service linked role. Please verify that the ECS service linked role exists.", "create-service-linked-role")]
    [InlineData("AWS::S3::Bucket", "shop-data already exists", "Names of buckets are taken by all accounts")]
    [InlineData("AWS::S3::Bucket", "The bucket you tried to delete is not empty", "Empty the bucket first")]
    [InlineData("AWS::ECR::Repository", "The repository with name 'web' cannot be deleted because it still contains images", "Delete the repository's images first")]
    [InlineData("AWS::IAM::Role", "role web already exists", "Something of that name exists outside this stack")]
    [InlineData("AWS::EC2::VPC", "The maximum number of VPCs has been reached.", "quota")]
    [InlineData("AWS::SecretsManager::Secret", "You can't create this secret because a secret with this name is already scheduled for deletion.", "force-delete-without-recovery")]
    [InlineData("AWS::CertificateManager::Certificate", "Resource timed out waiting for completion (status PENDING_VALIDATION)", "create the DNS record")]
    [InlineData("AWS::SQS::Queue", "User: arn:aws:iam::123456789012:user/dev is not authorized to perform: sqs:createqueue", "permission is missing")]
    [InlineData("AWS::EC2::SecurityGroup", "resource sg-1 has a dependent object", "Something still uses it")]
    [InlineData("AWS::RDS::DBInstance", "Cannot find version 9.1 for postgres", "does not offer this combination")]
    [InlineData("AWS::SQS::Queue", "Rate exceeded (Service: Sqs, Status Code: 400)", "deploy again")]
    public void Common_causes_have_advice(string type, string reason, string advice) =>
        Assert.Contains(advice, ComposeX.Deploy.Operations.Advice.For(reason, type), StringComparison.Ordinal);

    private static System.Collections.Generic.IEnumerable<string> GetStuck(Aws.CloudFormation.StackDouble stack)
    {
        var cluster = stack.Template.Resources[0];
        stack.Note(cluster, "UPDATE_FAILED", "first");
        stack.Enter("UPDATE_ROLLBACK_IN_PROGRESS", "The following resource(s) failed to update: [Cluster]. ");
        yield return "";
        stack.Note(cluster, "UPDATE_FAILED", "then stuck");
        stack.Enter("UPDATE_ROLLBACK_FAILED", "The following resource(s) failed to update: [Cluster]. ");
    }

    private static System.Collections.Generic.IEnumerable<string> Finish(Aws.CloudFormation.StackDouble stack)
    {
        yield return "";
        stack.Enter("UPDATE_ROLLBACK_COMPLETE");
    }

    private Task<Run> RunAsync(string operation, Action<JsonObject>? change = null) => Run.OfAsync(_shop.Write(operation, _aws.Url, change));
}
