using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.CloudFormation.Lookups;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Tests.Aws;
using Xunit;

namespace ComposeX.Deploy.Tests;

public sealed class LookupTests : IAsyncLifetime
{
    private const string QueueArn = LookupFolder.QueueArn;

    private readonly LookupFolder _folder = new();
    private AwsDouble _aws = null!;

    public async ValueTask InitializeAsync() => _aws = await AwsDouble.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _aws.DisposeAsync();
    }

    [Fact]
    public async Task The_lock_is_sorted_has_a_line_for_each_attribute_and_stays_the_same()
    {
        _aws.Resources.Tag("sqs", QueueArn + "orders", "Name=orders").Tag("sqs", QueueArn + "mail", "Name=mail")
            .Know("AWS::Demo::Queue", "orders", """{"Detail":{"Size":3,"Names":["b","a"],"Ports":{"443":true,"80":"x"}}}""").Know("AWS::Demo::Queue", "mail", "{}");
        var query = LookupFolder.Queue(LookupFolder.Tags("Name=orders"));
        PlannedLookup[] lookups =
        [
            LookupFolder.Lookup("orders", query with { Attributes = [.. query.Attributes, new("Names", "Detail.Names", false, false), new("Ports", "Detail.Ports", false, false), new("First", "Detail.Names.0", false, false)] }),
            LookupFolder.Lookup("mail", LookupFolder.Queue(LookupFolder.Tags("Name=mail"))) with { Section = "x-mail", Text = "{Tags:{Name:\"é<&>\"}}" },
        ];
        var run = (await _folder.RunAsync(_aws, lookups)).Ended(ExitCode.Done);
        Assert.Empty(run.Errors);
        Assert.Equal("""
            {
              "version": 1,
              "lookups": {
                "x-mail": {
                  "mail": {
                    "lookup": "{Tags:{Name:\"é<&>\"}}",
                    "attributes": {
                      "Arn": "arn:aws:sqs:eu-west-1:123456789012:mail"
                    }
                  }
                },
                "x-sqs": {
                  "orders": {
                    "lookup": "{orders}",
                    "attributes": {
                      "Arn": "arn:aws:sqs:eu-west-1:123456789012:orders",
                      "First": "b",
                      "Names": ["b", "a"],
                      "Ports": { "443": "true", "80": "x" },
                      "Size": "3"
                    }
                  }
                }
              }
            }

            """, _folder.Lock);
        var written = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_folder.LockFile, written);
        run = (await _folder.RunAsync(_aws, [.. lookups.Reverse()])).Ended(ExitCode.Done);
        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder.LockFile));
        Assert.Contains("2 look-ups, nothing has changed", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_pages_are_read_all_keys_must_be_there_and_one_of_the_values_each()
    {
        foreach (var number in Enumerable.Range(1, 7))
            _aws.Resources.Tag("sqs", QueueArn + "q" + number, $"team=shop,number={number},rotated=true");
        _aws.Resources.PageSize = 2;
        _aws.Resources.Know("AWS::Demo::Queue", "q7", "{}");
        (await _folder.RunAsync(_aws, LookupFolder.Queue(LookupFolder.Tags("team=shop|store", "number=7|8", "rotated=true")))).Ended(ExitCode.Done);
        Assert.Equal(QueueArn + "q7", _folder.Attributes("x-sqs", "orders")["Arn"]!.GetValue<string>());
        _aws.ForgetCalls();
        var run = (await _folder.RunAsync(_aws, LookupFolder.Queue(LookupFolder.Tags("team=shop")))).Ended(ExitCode.Refused);
        Assert.Equal(4, _aws.Count("GetResources"));
        Assert.StartsWith("/shop/docker-compose.yml(4,13,4,23): error CX6602: 7 of AWS::Demo::Queue have the tag \"team\" \"shop\", and one is needed: "
            + QueueArn + "q1 (number=1, rotated=true, team=shop); ", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_matches_are_listed_with_measure()
    {
        foreach (var number in Enumerable.Range(10, 25))
            _aws.Resources.Tag("sqs", QueueArn + "q" + number, "team=shop");
        var run = (await _folder.RunAsync(_aws, LookupFolder.Queue(LookupFolder.Tags("team=shop")))).Ended(ExitCode.Refused);
        var error = Assert.Single(run.Errors);
        Assert.Contains(":q19 (team=shop); and others. Add a tag that only one of them has", error, StringComparison.Ordinal);
        Assert.DoesNotContain(":q20", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_exist_is_a_finding_and_the_lock_stays_as_it_is()
    {
        File.WriteAllText(_folder.LockFile, "mine");
        _aws.Resources.Tag("sqs", QueueArn + "gone", "team=gone");
        PlannedLookup[] lookups =
        [
            LookupFolder.Lookup("a", LookupFolder.Queue(LookupFolder.Tags("team=nobody"))),
            LookupFolder.Lookup("b", LookupFolder.Queue(LookupFolder.Tags("team=gone"))),
            LookupFolder.Lookup("c", LookupFolder.Queue(new() { Arn = QueueArn + "none" })),
            LookupFolder.Lookup("d", LookupFolder.Queue(new() { Identifiers = ["none"] })),
        ];
        var run = (await _folder.RunAsync(_aws, lookups)).Ended(ExitCode.Refused);
        Assert.Equal(["CX6601", "CX6603", "CX6603", "CX6603"], run.Errors.Select(error => error.Split("error ")[1][..6]));
        Assert.Contains("no AWS::Demo::Queue with the tag \"team\" \"nobody\"", run.Errors[0], StringComparison.Ordinal);
        Assert.Contains("still lists it by its tags", run.Errors[1], StringComparison.Ordinal);
        Assert.Equal("mine", _folder.Lock);
    }

    [Fact]
    public async Task An_attribute_that_AWS_does_not_say_is_a_finding()
    {
        _aws.Resources.Know("AWS::Demo::Queue", "orders", """{"Detail":{"Size":""}}""");
        var query = LookupFolder.Queue(new() { Identifiers = ["orders"] });
        var run = (await _folder.RunAsync(_aws, query with { Attributes = [new("Size", "Detail.Size", false, false)] })).Ended(ExitCode.Refused);
        Assert.Contains("error CX6604: AWS does not say the \"Size\" of \"orders\"", Assert.Single(run.Errors), StringComparison.Ordinal);
        run = (await _folder.RunAsync(_aws, query)).Ended(ExitCode.Refused);
        Assert.Contains("error CX6610: The \"Arn\" of AWS::Demo::Queue follows from its ARN", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_a_name_fits_is_taken()
    {
        _aws.Resources.Tag("sqs", QueueArn + "orders", "team=shop").Tag("sqs", QueueArn + "old-orders", "team=shop").Know("AWS::Demo::Queue", "orders", "{}");
        (await _folder.RunAsync(_aws, LookupFolder.Queue(LookupFolder.Tags("team=shop") with { Name = "orders" }))).Ended(ExitCode.Done);
        Assert.Equal(QueueArn + "orders", _folder.Attributes("x-sqs", "orders")["Arn"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_list_has_all_that_match_and_lie_where_they_must()
    {
        _aws.Resources.Tag("ec2:vpc", "arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-1", "Name=shop").Know("AWS::EC2::VPC", "vpc-1", """{"VpcId":"vpc-1","CidrBlock":"10.0.0.0/16"}""");
        foreach (var (id, vpc) in new[] { ("subnet-2", "vpc-1"), ("subnet-1", "vpc-1"), ("subnet-9", "vpc-9") })
            _aws.Resources.Tag("ec2:subnet", "arn:aws:ec2:eu-west-1:123456789012:subnet/" + id, "tier=app").Know("AWS::EC2::Subnet", id, $$"""{"SubnetId":"{{id}}","VpcId":"{{vpc}}"}""");
        var vpcQuery = new PlannedQuery("ec2:vpc", "AWS::EC2::VPC", ".*/(?<id>.+)", "${id}", LookupFolder.Tags("Name=shop"), [new("VpcId", "VpcId", false, false), new("VpcCidr", "CidrBlock", false, false)], LookupFolder.Place(2, 3));
        var subnets = new PlannedQuery("ec2:subnet", "AWS::EC2::Subnet", ".*/(?<id>.+)", "${id}", LookupFolder.Tags("tier=app"), [new("AppSubnets", "SubnetId", false, false)], LookupFolder.Place(3, 3)) { ListAs = "AppSubnets", Where = new("VpcId", "VpcId") };
        var ids = subnets with { Key = new() { Identifiers = ["subnet-2", "subnet-1"] }, ListAs = "PublicSubnets" };
        (await _folder.RunAsync(_aws, vpcQuery, subnets, ids)).Ended(ExitCode.Done);
        var attributes = _folder.Attributes("x-sqs", "orders");
        Assert.Equal("""["subnet-1","subnet-2"]""", attributes["AppSubnets"]!.ToJsonString());
        Assert.Equal("""["subnet-2","subnet-1"]""", attributes["PublicSubnets"]!.ToJsonString());
        Assert.Equal("10.0.0.0/16", attributes["VpcCidr"]!.GetValue<string>());
        var run = (await _folder.RunAsync(_aws, vpcQuery, ids with { Key = new() { Identifiers = ["subnet-9"] } })).Ended(ExitCode.Refused);
        Assert.Contains("error CX6606: \"subnet-9\" has the VpcId \"vpc-9\", and the look-up needs \"vpc-1\".", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_assumed_once_and_all_calls_of_the_look_up_are_made_with_it()
    {
        _aws.Resources.Tag("sqs", QueueArn + "orders", "team=shop").Know("AWS::Demo::Queue", "orders", "{}");
        var query = LookupFolder.Queue(LookupFolder.Tags("team=shop") with { RoleArn = "arn:aws:iam::123456789012:role/reader" });
        (await _folder.RunAsync(_aws, [LookupFolder.Lookup("a", query), LookupFolder.Lookup("b", query)])).Ended(ExitCode.Done);
        Assert.Equal(1, _aws.Count("AssumeRole"));
        Assert.All(_aws.Calls.Where(call => call.Service != "sts"), call => Assert.Equal(StsDouble.AssumedKey, call.AccessKey));
    }

    [Fact]
    public async Task A_role_that_does_not_trust_us_is_a_finding_at_the_look_up()
    {
        var run = (await _folder.RunAsync(_aws, LookupFolder.Queue(LookupFolder.Tags("team=shop") with { RoleArn = StsDouble.ClosedRole }))).Ended(ExitCode.Refused);
        Assert.StartsWith("/shop/docker-compose.yml(4,13,4,23): error CX6609: The role \"" + StsDouble.ClosedRole, Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GetResources", "Throttle")]
    [InlineData("GetResources", "Unavailable")]
    [InlineData("GetResource", "Throttle")]
    [InlineData("GetResource", "Drop")]
    public async Task A_service_that_is_busy_is_asked_again(string operation, string fault)
    {
        _aws.Resources.Tag("sqs", QueueArn + "orders", "team=shop").Know("AWS::Demo::Queue", "orders", "{}");
        _aws.Script(operation, Enum.Parse<Fault>(fault), Enum.Parse<Fault>(fault));
        (await _folder.RunAsync(_aws, LookupFolder.Queue(LookupFolder.Tags("team=shop")))).Ended(ExitCode.Done);
        Assert.Equal(3, _aws.Count(operation));
    }

    [Fact]
    public async Task A_permission_that_is_missing_is_named_at_the_look_up_and_the_others_are_tried()
    {
        _aws.Resources.Tag("sqs", QueueArn + "orders", "team=shop").Know("AWS::Demo::Queue", "orders", "{}");
        _aws.Script("GetResources", Fault.Deny);
        var query = LookupFolder.Queue(LookupFolder.Tags("team=shop"));
        var run = (await _folder.RunAsync(_aws, [LookupFolder.Lookup("a", query), LookupFolder.Lookup("b", query)])).Ended(ExitCode.Refused);
        Assert.StartsWith("/shop/docker-compose.yml(4,13,4,23): error CX6607: These credentials may not call \"tagging:GetResources\"", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Equal(2, _aws.Count("GetResources"));
        Assert.False(_folder.HasLock);
    }

    [Fact]
    public async Task A_refusal_by_the_service_behind_Cloud_Control_names_the_action()
    {
        _aws.Resources.Play("sqs.GetQueueUrl", _ => throw new AwsError(400, "GeneralServiceException", "User: arn:aws:iam::1:user/dev is not authorized to perform: rds:DescribeDBClusters on resource: x"));
        var run = (await _folder.RunAsync(_aws, LookupFolder.Queue(new() { Arn = QueueArn + "orders" }) with { Type = "AWS::SQS::Queue" })).Ended(ExitCode.Refused);
        Assert.Contains("error CX6607: These credentials may not call \"rds:DescribeDBClusters\"", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_another_kind_is_said_with_its_code()
    {
        _aws.Resources.Play("sqs.GetQueueUrl", _ => throw new AwsError(400, "InvalidAddress", "No such address"));
        var run = (await _folder.RunAsync(_aws, LookupFolder.Queue(new() { Arn = QueueArn + "orders" }) with { Type = "AWS::SQS::Queue" })).Ended(ExitCode.Refused);
        Assert.Contains("error CX6608: AWS refused \"sqs:GetQueueUrl\" (InvalidAddress) for this look-up: No such address.", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_that_are_not_accepted_end_the_run()
    {
        _aws.Script("GetResources", Fault.Expire);
        var query = LookupFolder.Queue(LookupFolder.Tags("team=shop"));
        var run = (await _folder.RunAsync(_aws, [LookupFolder.Lookup("a", query), LookupFolder.Lookup("b", query)])).Ended(ExitCode.Refused);
        Assert.StartsWith("composex : error CX6204", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Equal(1, _aws.Count("GetResources"));
    }

    [Fact]
    public async Task Without_credentials_it_says_what_to_do()
    {
        var nothing = new Dictionary<string, string> { ["AWS_ACCESS_KEY_ID"] = "", ["AWS_SECRET_ACCESS_KEY"] = "", ["HOME"] = "/nonexistent" };
        using var child = ChildProcess.Start(_folder.Request(_aws.Url, [LookupFolder.Lookup("a", LookupFolder.Queue(LookupFolder.Tags("team=shop")))]), nothing);
        var (exitCode, output, error) = await child.EndAsync();
        Assert.True(exitCode == 3, output + error);
        Assert.StartsWith("composex : error CX6204: AWS credentials are missing", output, StringComparison.Ordinal);
        Assert.Equal("", error);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_writes_nothing()
    {
        using var stop = new CancellationTokenSource();
        _aws.OnCall = _ => stop.Cancel();
        var run = (await _folder.RunAsync(_aws, [LookupFolder.Lookup("a", LookupFolder.Queue(LookupFolder.Tags("team=shop")))], stop)).Ended(ExitCode.Cancelled);
        Assert.Contains("error CX6408: Cancelled.", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.False(_folder.HasLock);
    }

    [Fact]
    public async Task Entries_that_nobody_asks_for_go_and_those_that_nobody_can_look_up_stay()
    {
        File.WriteAllText(_folder.LockFile, """{"version":1,"lookups":{"x-sqs":{"old":{"lookup":"{}","attributes":{"Arn":"a"}},"byhand":{"lookup":"{byhand}","attributes":{"Arn":"b"}}}}}""");
        (await _folder.RunAsync(_aws, [LookupFolder.Lookup("byhand"), LookupFolder.Lookup("new")])).Ended(ExitCode.Done);
        Assert.Equal("b", _folder.Attributes("x-sqs", "byhand")["Arn"]!.GetValue<string>());
        Assert.DoesNotContain("old", _folder.Lock, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"formatVersion":1}""", false)]
    [InlineData("""{"formatVersion":2,"lookups":[]}""", true)]
    [InlineData("""{"formatVersion":1,"lookups":[{}]}""", true)]
    [InlineData("""{"formatVersion":1,"lookups":5}""", true)]
    [InlineData("nothing", true)]
    public async Task A_plan_that_cannot_be_read_is_a_finding(string plan, bool isFault)
    {
        var request = _folder.Request(_aws.Url, []);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(request)!, "lookups.json"), plan);
        var run = (await Run.OfAsync(request)).Ended(isFault ? ExitCode.Invalid : ExitCode.Done);
        Assert.Equal(isFault, run.Errors.Any(error => error.Contains("error CX6001", StringComparison.Ordinal)));
    }
}
