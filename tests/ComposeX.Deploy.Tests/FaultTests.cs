using System;
using System.Linq;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Tests.Aws;
using Xunit;

namespace ComposeX.Deploy.Tests;

public sealed class FaultTests : IAsyncLifetime
{
    private readonly ShopFolder _shop = new();
    private AwsDouble _aws = null!;

    public async ValueTask InitializeAsync() => _aws = await AwsDouble.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _shop.Dispose();
        await _aws.DisposeAsync();
    }

    [Theory]
    [InlineData("CreateChangeSet", "Throttle")]
    [InlineData("CreateChangeSet", "DropAnswer")]
    [InlineData("ExecuteChangeSet", "Throttle")]
    [InlineData("ExecuteChangeSet", "Drop")]
    [InlineData("ExecuteChangeSet", "DropAnswer")]
    [InlineData("DescribeStackEvents", "Unavailable")]
    [InlineData("DescribeStacks", "DropAnswer")]
    [InlineData("PutObject", "Unavailable")]
    [InlineData("CreateBucket", "Drop")]
    [InlineData("GetCallerIdentity", "Drop")]
    [InlineData("CreateChangeSet", "Break")]
    [InlineData("DescribeChangeSet", "Drop")]
    [InlineData("ListObjectsV2", "DropAnswer")]
    [InlineData("PutBucketPolicy", "DropAnswer")]
    public async Task A_passing_fault_is_overcome_and_nothing_is_done_twice(string operation, string fault)
    {
        _aws.Script(operation, Enum.Parse<Fault>(fault));
        var run = (await DeployAsync()).Ended(ExitCode.Done);
        Assert.Empty(run.Errors);
        Assert.Equal("CREATE_COMPLETE", _aws.CloudFormation.Find("shop")!.Status);
        Assert.Equal(5, _aws.CloudFormation.Created.Count);
        Assert.True(_aws.Count(operation) > 1, operation + " was not called again");
    }

    [Fact]
    public async Task A_retry_of_a_lost_answer_is_taken_for_what_it_is_where_AWS_remembers_no_token()
    {
        _aws.CloudFormation.RemembersTokens = false;
        _aws.Script("ExecuteChangeSet", Fault.DropAnswer);
        (await DeployAsync()).Ended(ExitCode.Done);
        Assert.Equal(5, _aws.CloudFormation.Created.Count);
    }

    [Theory]
    [InlineData("CreateChangeSet")]
    [InlineData("ExecuteChangeSet")]
    [InlineData("PutObject")]
    public async Task A_call_that_is_never_answered_is_made_again(string operation)
    {
        _aws.Script(operation, Fault.Stall);
        (await Run.OfAsync(_shop.Write("deploy", _aws.Url), callTimeout: TimeSpan.FromSeconds(2))).Ended(ExitCode.Done);
        Assert.Equal("CREATE_COMPLETE", _aws.CloudFormation.Find("shop")!.Status);
        Assert.Equal(5, _aws.CloudFormation.Created.Count);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(-90)]
    public async Task A_clock_that_is_wrong_does_not_matter(int minutesAhead)
    {
        _aws.ClockAhead = TimeSpan.FromMinutes(minutesAhead);
        (await DeployAsync()).Ended(ExitCode.Done);
        Assert.Equal(5, _aws.CloudFormation.Created.Count);
    }

    [Fact]
    public async Task Many_faults_in_a_row_are_overcome()
    {
        var operations = new[] { "GetCallerIdentity", "GetBucketPolicy", "CreateBucket", "PutPublicAccessBlock", "PutBucketEncryption", "PutBucketPolicy", "ListObjectsV2", "PutObject", "DescribeStacks", "CreateChangeSet", "DescribeChangeSet", "ExecuteChangeSet", "DescribeStackEvents" };
        var faults = new[] { Fault.Throttle, Fault.Unavailable, Fault.Drop, Fault.DropAnswer, Fault.Break };
        for (var i = 0; i < operations.Length; i++)
            _aws.Script(operations[i], Fault.None, faults[i % faults.Length], faults[(i + 2) % faults.Length]);
        (await DeployAsync()).Ended(ExitCode.Done);
        Assert.Equal(5, _aws.CloudFormation.Created.Count);
        Assert.Equal(1, _aws.Calls.Count(call => call.Operation == "CreateBucket"));
    }

    [Fact]
    public async Task An_execution_that_is_refused_leaves_nothing_behind()
    {
        _aws.Script("ExecuteChangeSet", Fault.Deny);
        (await DeployAsync()).Ended(ExitCode.Refused);
        Assert.Null(_aws.CloudFormation.Find("shop"));
    }

    [Theory]
    [InlineData("GetBucketPolicy", "NotImplemented", null)]
    [InlineData("PutBucketPolicy", "NotImplemented", "CX6108")]
    [InlineData("PutPublicAccessBlock", "NotImplemented", "CX6108")]
    [InlineData("PutBucketEncryption", "NotImplemented", "CX6108")]
    [InlineData("DescribeStackEvents", "NotKnown", null)]
    [InlineData("UpdateTerminationProtection", "NotKnown", null)]
    public async Task What_an_emulation_does_not_know_is_no_reason_to_give_up(string operation, string fault, string? warning)
    {
        _aws.Script(operation, [.. Enumerable.Repeat(Enum.Parse<Fault>(fault), 100)]);
        var run = (await Run.OfAsync(_shop.Write("deploy", _aws.Url, request => request["terminationProtection"] = true))).Ended(ExitCode.Done);
        Assert.Equal(warning is not null, run.Lines.Any(line => line.StartsWith("composex : warning CX6108:", StringComparison.Ordinal)));
        Assert.Equal("CREATE_COMPLETE", _aws.CloudFormation.Find("shop")!.Status);
    }

    [Fact]
    public async Task What_is_not_allowed_is_said_with_the_permission()
    {
        _aws.Script("CreateChangeSet", Fault.Deny);
        var run = (await DeployAsync()).Ended(ExitCode.Refused);
        Assert.StartsWith("composex : error CX6206: These credentials may not call \"cloudformation:CreateChangeSet\": User: arn:aws:iam::123456789012:user/dev is not authorized to perform: CreateChangeSet.", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_that_expired_are_said_to_be()
    {
        _aws.Script("DescribeStacks", Enumerable.Repeat(Fault.Expire, 10).ToArray());
        var run = (await DeployAsync()).Ended(ExitCode.Refused);
        Assert.Contains("error CX6204: AWS credentials are missing, expired or not accepted: The security token included in the request is expired.", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_where_nobody_answers_is_said_to_be_unreachable()
    {
        var url = _aws.Url;
        await _aws.DisposeAsync();
        var run = (await Run.OfAsync(_shop.Write("status", url))).Ended(ExitCode.Refused);
        Assert.Contains("error CX6207: \"AWS\" got no answer", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    private Task<Run> DeployAsync() => Run.OfAsync(_shop.Write("deploy", _aws.Url));
}
