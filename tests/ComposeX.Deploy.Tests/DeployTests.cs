using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Tests.Aws;
using Xunit;

namespace ComposeX.Deploy.Tests;

public sealed class DeployTests : IAsyncLifetime
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
    public async Task A_new_stack_is_created_with_all_that_is_nested_in_it()
    {
        var run = (await DeployAsync()).Ended(ExitCode.Done);
        Assert.Equal("CREATE_COMPLETE", _aws.CloudFormation.Find("shop")!.Status);
        Assert.Equal(["shop-Cluster-", "shop-DataStack-1AB2-SqsOrders-", "shop-DataStack-1AB2-Table-", "shop-WebStack-1AB2-Role-", "shop-WebStack-1AB2-Service-"], _aws.CloudFormation.Created.Select(id => id.TrimEnd("0123456789".ToCharArray())));
        Assert.Equal(ShopFolder.Secret, _aws.CloudFormation.Find("shop")!.Parameters["DbPassword"]);
        Assert.Contains(run.Lines, line => line.Contains("shop › web › Service  CREATE_COMPLETE  AWS::ECS::Service", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stack_that_is_shown_as_it_was_for_a_while_is_waited_for()
    {
        _aws.CloudFormation.Lag = 2;
        (await DeployAsync()).Ended(ExitCode.Done);
        Assert.Equal("CREATE_COMPLETE", _aws.CloudFormation.Find("shop")!.Status);
        _shop.Data["More"] = """{"Type":"AWS::SQS::Queue"}""";
        (await DeployAsync()).Ended(ExitCode.Done);
        Assert.Equal("UPDATE_COMPLETE", _aws.CloudFormation.Find("shop")!.Status);
    }

    [Fact]
    public async Task The_plan_is_printed_by_compose_line()
    {
        var run = (await DeployAsync()).Ended(ExitCode.Done);
        var lines = run.Lines.SkipWhile(line => !line.StartsWith("Plan for stack shop", StringComparison.Ordinal)).ToList();
        Assert.Equal("Plan for stack shop (new), 5 to add, 0 to modify, 0 to replace, 0 to remove", lines[0]);
        Assert.Equal(["  docker-compose.yml:1", "    + add     Cluster  AWS::ECS::Cluster", "  docker-compose.yml:20", "    + add     x-sqs/SqsOrders  AWS::SQS::Queue"], lines[1..5]);
    }

    [Fact]
    public async Task Outputs_are_printed_and_written()
    {
        var run = (await DeployAsync()).Ended(ExitCode.Done);
        var url = _aws.CloudFormation.Created.Single(id => id.Contains("SqsOrders", StringComparison.Ordinal));
        Assert.Contains($"  OrdersUrl = {url}", run.Lines);
        Assert.Equal(url, _shop.Json("ecs/outputs.json").GetProperty("OrdersUrl").GetString());
    }

    [Fact]
    public async Task Nothing_to_change_is_success_with_few_calls_and_no_upload()
    {
        (await DeployAsync()).Ended(ExitCode.Done);
        _aws.ForgetCalls();
        var run = (await DeployAsync()).Ended(ExitCode.Done);
        Assert.Contains("Stack shop: no changes", run.Lines);
        Assert.True(_aws.Calls.Count < 15, string.Join(", ", _aws.Calls));
        Assert.Equal(0, _aws.Count("PutObject"));
        Assert.Equal(0, _aws.Count("ExecuteChangeSet"));
        Assert.DoesNotContain(_aws.CloudFormation.Find("shop")!.ChangeSets, changeSet => changeSet.ExecutionStatus == "AVAILABLE");
        Assert.Contains(run.Lines, line => line.StartsWith("  OrdersUrl = ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_update_uploads_and_touches_only_what_changed()
    {
        (await DeployAsync()).Ended(ExitCode.Done);
        _aws.ForgetCalls();
        _shop.Web["Service"] = """{"Type":"AWS::ECS::Service","Properties":{"Image":{"Ref":"Image"},"DesiredCount":3}}""";
        var run = (await DeployAsync()).Ended(ExitCode.Done);
        Assert.Equal(1, _aws.Count("PutObject"));
        Assert.Contains("    ~ modify  web/Service  AWS::ECS::Service", run.Lines);
        Assert.Contains("        DesiredCount  1 -> 3", run.Lines);
        Assert.Equal("UPDATE_COMPLETE", _aws.CloudFormation.Find("shop")!.Status);
        Assert.DoesNotContain(run.Lines, line => line.Contains("SqsOrders", StringComparison.Ordinal) && line.Contains("UPDATE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_of_outputs_alone_is_carried_out()
    {
        (await DeployAsync()).Ended(ExitCode.Done);
        _shop.Root = _shop.Root.Replace("\"ClusterName\": { \"Value\"", "\"Cluster\": { \"Value\"", StringComparison.Ordinal);
        var run = (await DeployAsync()).Ended(ExitCode.Done);
        Assert.Contains("  no resource changes, only outputs, tags or settings", run.Lines);
        Assert.True(_shop.Json("ecs/outputs.json").TryGetProperty("Cluster", out _));
        Assert.False(_shop.Json("ecs/outputs.json").TryGetProperty("ClusterName", out _));
    }

    [Fact]
    public async Task A_parameter_without_a_value_keeps_the_one_the_stack_has()
    {
        (await DeployAsync()).Ended(ExitCode.Done);
        (await DeployAsync(request =>
        {
            request["parameterVariables"] = new JsonObject();
            request["parameters"] = new JsonObject { ["WebImage"] = "shop-web:2" };
        })).Ended(ExitCode.Done);
        Assert.Equal(ShopFolder.Secret, _aws.CloudFormation.Find("shop")!.Parameters["DbPassword"]);
        Assert.Equal("shop-web:2", _aws.CloudFormation.Find("shop")!.Parameters["WebImage"]);
    }

    [Fact]
    public async Task A_parameter_without_any_value_is_reported_where_it_was_written()
    {
        var run = (await DeployAsync(request => request["parameterVariables"] = new JsonObject())).Ended(ExitCode.Invalid);
        Assert.StartsWith($"{_shop.PathOf("docker-compose.yml")}(9,5,9,12): error CX6402: The parameter \"DbPassword\" has no value.", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Null(_aws.CloudFormation.Find("shop"));
    }

    [Fact]
    public async Task An_unknown_parameter_and_a_missing_variable_are_reported_together()
    {
        var run = (await DeployAsync(request =>
        {
            request["parameters"] = new JsonObject { ["WebImge"] = "x" };
            request["parameterVariables"] = new JsonObject { ["DbPassword"] = "NOT_SET" };
        })).Ended(ExitCode.Invalid);
        Assert.Equal(2, run.Errors.Count);
        Assert.EndsWith("error CX6401: The root template has no parameter \"WebImge\". Did you mean \"WebImage\"?", run.Errors[0], StringComparison.Ordinal);
        Assert.Contains("error CX6006: The environment variable \"NOT_SET\"", run.Errors[1], StringComparison.Ordinal);
        Assert.Empty(_aws.Calls);
    }

    [Fact]
    public async Task A_single_small_template_goes_inline_and_needs_no_bucket()
    {
        _shop.HasNestedStacks = false;
        _shop.Root = """{"Resources":{"Cluster":{"Type":"AWS::ECS::Cluster","Properties":{"ClusterName":"shop"}}}}""";
        (await DeployAsync()).Ended(ExitCode.Done);
        Assert.Empty(_aws.S3.Buckets);
        Assert.DoesNotContain(_aws.Calls, call => call.Service is "s3" or "sts");
    }

    [Fact]
    public async Task A_large_template_goes_to_the_bucket()
    {
        _shop.HasNestedStacks = false;
        _shop.Root = $$$"""{"Description":"{{{new string('x', 60_000)}}}","Resources":{"Cluster":{"Type":"AWS::ECS::Cluster"} } }""";
        (await DeployAsync()).Ended(ExitCode.Done);
        Assert.Single(_aws.S3.Buckets.Values.Single().Objects);
    }

    [Fact]
    public async Task The_default_bucket_is_created_private_encrypted_and_TLS_only()
    {
        (await DeployAsync()).Ended(ExitCode.Done);
        var (name, bucket) = Assert.Single(_aws.S3.Buckets);
        Assert.Equal("composex-123456789012-eu-west-1", name);
        Assert.Contains("<BlockPublicPolicy>true</BlockPublicPolicy>", bucket.PublicAccessBlock, StringComparison.Ordinal);
        Assert.Contains("<SSEAlgorithm>AES256</SSEAlgorithm>", bucket.Encryption, StringComparison.Ordinal);
        var statement = JsonNode.Parse(bucket.Policy!)!["Statement"]![0]!;
        Assert.Equal("false", statement["Condition"]!["Bool"]!["aws:SecureTransport"]!.ToString());
        Assert.Equal(["arn:aws:s3:::composex-123456789012-eu-west-1", "arn:aws:s3:::composex-123456789012-eu-west-1/*"], statement["Resource"]!.AsArray().Select(arn => arn!.ToString()));
        Assert.All(bucket.Objects.Keys, key => Assert.Matches("^shop/[0-9a-f]{32}\\.json$", key));
    }

    [Fact]
    public async Task A_bucket_of_the_default_name_that_belongs_to_another_account_is_refused()
    {
        _aws.S3.Buckets["composex-123456789012-eu-west-1"] = new BucketDouble { Owner = "666666666666", Policy = "{}" };
        var run = (await DeployAsync()).Ended(ExitCode.Refused);
        Assert.Contains("error CX6107: The template bucket \"composex-123456789012-eu-west-1\" cannot be used", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Equal(0, _aws.Count("PutObject"));
    }

    [Fact]
    public async Task A_bucket_that_a_killed_run_has_left_unfinished_is_finished()
    {
        _aws.S3.Buckets["composex-123456789012-eu-west-1"] = new BucketDouble();
        (await DeployAsync()).Ended(ExitCode.Done);
        Assert.NotNull(_aws.S3.Buckets["composex-123456789012-eu-west-1"].Policy);
        Assert.Single(_aws.S3.Buckets);
    }

    [Fact]
    public async Task A_bucket_of_ones_own_is_used_as_it_is()
    {
        _aws.S3.Buckets["mine"] = new BucketDouble();
        (await DeployAsync(request =>
        {
            request["templateBucket"] = "mine";
            request["templatePrefix"] = "a/b/";
        })).Ended(ExitCode.Done);
        Assert.Equal(2, _aws.S3.Buckets["mine"].Objects.Keys.Count(key => key.StartsWith("a/b/", StringComparison.Ordinal)));
        Assert.DoesNotContain(_aws.Calls, call => call.Service == "sts");
    }

    [Fact]
    public async Task Tags_and_the_stack_name_of_the_environment_are_taken()
    {
        (await DeployAsync(request =>
        {
            request["stackName"] = "shop-prod";
            request["tags"] = new JsonObject { ["team"] = "shop" };
        })).Ended(ExitCode.Done);
        Assert.Equal("shop", _aws.CloudFormation.Find("shop-prod")!.Tags["team"]);
    }

    [Fact]
    public async Task Termination_protection_is_set_and_taken_away()
    {
        (await DeployAsync(request => request["terminationProtection"] = true)).Ended(ExitCode.Done);
        Assert.True(_aws.CloudFormation.Find("shop")!.IsProtected);
        (await DeployAsync()).Ended(ExitCode.Done);
        Assert.True(_aws.CloudFormation.Find("shop")!.IsProtected);
        (await DeployAsync(request => request["terminationProtection"] = false)).Ended(ExitCode.Done);
        Assert.False(_aws.CloudFormation.Find("shop")!.IsProtected);
    }

    [Fact]
    public async Task A_capability_that_the_manifest_does_not_name_is_refused_by_AWS_and_said_so()
    {
        _shop.Capabilities.Clear();
        var run = (await DeployAsync()).Ended(ExitCode.Refused);
        Assert.Contains("error CX6205: AWS refused \"cloudformation:CreateChangeSet\" (InsufficientCapabilitiesException)", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outputs_file_is_left_alone_when_it_would_be_the_same()
    {
        (await DeployAsync()).Ended(ExitCode.Done);
        var path = _shop.PathOf("ecs/outputs.json");
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        (await DeployAsync()).Ended(ExitCode.Done);
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(path));
    }

    private Task<Run> DeployAsync(Action<JsonObject>? change = null) => Run.OfAsync(_shop.Write("deploy", _aws.Url, change));
}
