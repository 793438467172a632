using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.CloudFormation.Schema;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Plans;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Tests.Aws;
using Xunit;

namespace ComposeX.Deploy.Tests;

public sealed class PlanTests : IAsyncLifetime
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
    public async Task A_plan_of_a_new_stack_leaves_nothing_behind()
    {
        var run = (await RunAsync("plan")).Ended(ExitCode.Done);
        Assert.Contains("Plan for stack shop (new), 5 to add, 0 to modify, 0 to replace, 0 to remove", run.Lines);
        Assert.Null(_aws.CloudFormation.Find("shop"));
        Assert.Empty(_aws.CloudFormation.Created);
        Assert.All(_aws.S3.Buckets.Values, bucket => Assert.Empty(bucket.Objects));
    }

    [Fact]
    public async Task A_plan_of_an_update_leaves_the_stack_and_the_templates_of_the_last_deployment_alone()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        var objects = _aws.S3.Buckets.Values.Single().Objects.Keys.ToList();
        _shop.Data["SqsOrders"] = """{"Type":"AWS::SQS::Queue","Properties":{"VisibilityTimeout":60}}""";
        (await RunAsync("plan")).Ended(ExitCode.Done);
        Assert.Equal("CREATE_COMPLETE", _aws.CloudFormation.Find("shop")!.Status);
        Assert.DoesNotContain(_aws.CloudFormation.Find("shop")!.ChangeSets, changeSet => changeSet.ExecutionStatus == "AVAILABLE");
        Assert.Equal(objects, _aws.S3.Buckets.Values.Single().Objects.Keys);
    }

    [Fact]
    public async Task The_plan_file_says_what_changes_from_what_to_what_and_where_it_was_asked_for()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        _shop.Data["SqsOrders"] = """{"Type":"AWS::SQS::Queue","Properties":{"VisibilityTimeout":60}}""";
        (await RunAsync("plan")).Ended(ExitCode.Done);
        var change = Assert.Single(_shop.Json("ecs/plan.json").GetProperty("changes").EnumerateArray());
        Assert.Equal("Modify", change.GetProperty("action").GetString());
        Assert.Equal("x-sqs", change.GetProperty("stack").GetString());
        Assert.Equal("SqsOrders", change.GetProperty("logicalId").GetString());
        Assert.Equal(20, change.GetProperty("origin").GetProperty("line").GetInt32());
        Assert.Equal(_shop.PathOf("docker-compose.yml"), change.GetProperty("origin").GetProperty("file").GetString());
        var property = Assert.Single(change.GetProperty("properties").EnumerateArray());
        Assert.Equal(("VisibilityTimeout", "30", "60"), (property.GetProperty("name").GetString(), property.GetProperty("before").GetString(), property.GetProperty("after").GetString()));
    }

    [Fact]
    public async Task A_replacement_that_loses_data_stops_the_deployment_at_its_line()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        _shop.Data["Table"] = """{"Type":"AWS::DynamoDB::Table","Properties":{"TableName":"orders2"}}""";
        var run = (await RunAsync("deploy")).Ended(ExitCode.DataLoss);
        Assert.StartsWith($"{_shop.PathOf("docker-compose.yml")}(21,5,21,12): error CX6301: \"x-sqs/Table\" (AWS::DynamoDB::Table) would be replaced and its data lost", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Equal("CREATE_COMPLETE", _aws.CloudFormation.Find("shop")!.Status);
        Assert.DoesNotContain(_aws.CloudFormation.Find("shop")!.ChangeSets, changeSet => changeSet.ExecutionStatus == "AVAILABLE");
    }

    [Theory]
    [InlineData("Table")]
    [InlineData("x-sqs/Table")]
    public async Task A_loss_that_is_agreed_to_is_carried_out(string name)
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        _shop.Data["Table"] = """{"Type":"AWS::DynamoDB::Table","Properties":{"TableName":"orders2"}}""";
        var run = (await RunAsync("deploy", request => request["allowDataLoss"] = new JsonArray(name))).Ended(ExitCode.Done);
        Assert.Contains("    ! replace x-sqs/Table  AWS::DynamoDB::Table  DATA IS LOST", run.Lines);
        Assert.Equal(2, _aws.CloudFormation.Created.Count(id => id.Contains("Table", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_removed_queue_is_a_loss_and_a_retained_table_is_none()
    {
        _shop.Data["Table"] = """{"Type":"AWS::DynamoDB::Table","DeletionPolicy":"Retain","Properties":{"TableName":"orders"}}""";
        _shop.Data["SqsMore"] = """{"Type":"AWS::SQS::Queue"}""";
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        _shop.Data.Remove("Table");
        _shop.Data.Remove("SqsMore");
        var run = (await RunAsync("plan")).Ended(ExitCode.DataLoss);
        Assert.Contains("\"x-sqs/SqsMore\"", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Contains("    - remove  x-sqs/Table  AWS::DynamoDB::Table  the old one is kept", run.Lines);
        Assert.Contains("  no longer asked for", run.Lines);
    }

    [Fact]
    public async Task A_nested_stack_that_is_removed_loses_what_is_in_it()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        RemoveDataStack();
        var run = (await RunAsync("deploy")).Ended(ExitCode.DataLoss);
        Assert.Equal(2, run.Errors.Count);
        Assert.All(run.Errors, error => Assert.Contains("error CX6301: \"DataStack/", error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_nested_stack_that_is_removed_keeps_by_its_policies_is_not_lost()
    {
        _shop.Data["Table"] = """{"Type":"AWS::DynamoDB::Table","DeletionPolicy":"Retain","Properties":{"TableName":"orders"}}""";
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        RemoveDataStack();
        var run = (await RunAsync("plan")).Ended(ExitCode.DataLoss);
        Assert.Contains("\"DataStack/SqsOrders\"", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Contains("    - remove  DataStack/Table  AWS::DynamoDB::Table  the old one is kept", run.Lines);
        Assert.Contains("        interrupts: nobody can send to it or read from it any more", run.Lines);
    }

    [Fact]
    public async Task What_is_interrupted_is_said_in_words_and_in_the_file()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        _shop.Web["Service"] = """{"Type":"AWS::ECS::Service","Properties":{"Image":{"Ref":"Image"},"DesiredCount":1,"TaskDefinition":"shop-web:2"}}""";
        var run = (await RunAsync("plan")).Ended(ExitCode.Done);
        Assert.Contains("Plan for stack shop (update), 0 to add, 1 to modify, 0 to replace, 0 to remove; 1 interrupted", run.Lines);
        Assert.Contains("        interrupts: the service rolls: new tasks take the place of those that run", run.Lines);
        var plan = _shop.Json("ecs/plan.json");
        Assert.Equal("Rolls", Assert.Single(plan.GetProperty("changes").EnumerateArray()).GetProperty("interruption").GetProperty("kind").GetString());
        Assert.Equal(1, plan.GetProperty("totals").GetProperty("interrupted").GetInt32());
        Assert.Equal(0, plan.GetProperty("totals").GetProperty("losingData").GetInt32());
    }

    [Fact]
    public async Task An_emulation_that_says_little_is_helped_by_what_is_known_without_it()
    {
        _shop.Data["SqsMore"] = """{"Type":"AWS::SQS::Queue"}""";
        _shop.Data["SqsKept"] = """{"Type":"AWS::SQS::Queue","DeletionPolicy":"Retain"}""";
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        _aws.CloudFormation.IsTalkative = false;
        _shop.Data.Remove("SqsMore");
        _shop.Data.Remove("SqsKept");
        _shop.Data["Topic"] = """{"Type":"AWS::SNS::Topic"}""";
        var run = (await RunAsync("plan")).Ended(ExitCode.DataLoss);
        Assert.Contains("\"x-sqs/SqsMore\"", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Contains("    + add     x-sqs/Topic  AWS::SNS::Topic", run.Lines);
        Assert.Contains("    - remove  x-sqs/SqsKept  AWS::SQS::Queue  the old one is kept", run.Lines);
        Assert.Contains("    ~ modify  x-sqs  AWS::CloudFormation::Stack  CloudFormation does not say what changes in it", run.Lines);
    }

    [Fact]
    public void Details_of_one_property_are_one_line_with_its_causes()
    {
        var change = new ResourceChange("Modify", "Service", "AWS::ECS::Service")
        {
            Details =
            [
                new() { Attribute = "Properties", Name = "TaskDefinition", RequiresRecreation = "Never", CausingEntity = "Task", BeforeValue = "shop-web:1", AfterValue = "{{changeSet:KNOWN_AFTER_APPLY}}", Path = "/Properties/TaskDefinition" },
                new() { Attribute = "Properties", Name = "TaskDefinition", RequiresRecreation = "Never" },
                new() { Attribute = "Properties", Name = "Tags", Path = "/Properties/Tags/0/Value", BeforeValue = "a", AfterValue = "b" },
                new() { Attribute = "Properties", Name = "ServiceName", Path = "/Properties/ServiceName" },
            ],
        };
        Assert.Equal(
            [
                "        TaskDefinition  shop-web:1 -> (known when it is done)  because of Task",
                "        Tags.0.Value  a -> b",
                "        ServiceName  (replaces)",
                "        interrupts: the service rolls: new tasks take the place of those that run",
            ],
            PlanText.Of(new Plan("shop", false, [new("web", "Service", change.ResourceType, ChangeKind.Modify, null) { Properties = PropertyReader.Read(change) }])).Skip(3));
    }

    [Theory]
    [InlineData("AWS::RDS::DBInstance", "Modify", "EngineVersion", "Restarts")]
    [InlineData("AWS::RDS::DBInstance", "Modify", "BackupRetentionPeriod", null)]
    [InlineData("AWS::RDS::DBInstance", "Replace", "DBName", "Replaced")]
    [InlineData("AWS::RDS::DBInstance", "MayReplace", "Port", "Perhaps")]
    [InlineData("AWS::ECS::Service", "Modify", "DesiredCount", null)]
    [InlineData("AWS::ECS::Service", "Remove", "", "Stops")]
    [InlineData("AWS::IAM::Role", "Replace", "RoleName", null)]
    [InlineData("AWS::OpenSearchService::Domain", "Modify", "ClusterConfig", "Rolls")]
    public void Interruptions_are_known_by_type_and_property(string type, string kind, string property, string? interruption)
    {
        var change = new PlannedChange("", "It", type, Enum.Parse<ChangeKind>(kind), null) { Properties = [new(property, null, null, "Never")] };
        Assert.Equal(interruption, change.Interruption?.Kind.ToString());
    }

    [Fact]
    public void Every_type_that_interruptions_speak_of_is_one_of_AWSs() =>
        Assert.All(Interruptions.Types, type => Assert.NotNull(SchemaCatalogue.Default.Find(type)));

    [Fact]
    public async Task An_agreement_to_lose_what_is_not_lost_is_warned_about()
    {
        var run = (await RunAsync("deploy", request => request["allowDataLoss"] = new JsonArray("Tabel"))).Ended(ExitCode.Done);
        Assert.Contains(run.Lines, line => line.StartsWith("composex : warning CX6302: \"EcsAllowDataLoss\" names \"Tabel\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_over_what_a_failed_creation_has_left_comes_from_the_manifest()
    {
        _aws.CloudFormation.Failures["Service"] = "no";
        (await RunAsync("deploy")).Ended(ExitCode.Failed);
        var run = (await RunAsync("plan")).Ended(ExitCode.Done);
        Assert.Contains("Plan for stack shop (new), 5 to add, 0 to modify, 0 to replace, 0 to remove", run.Lines);
        Assert.Equal("ROLLBACK_COMPLETE", _aws.CloudFormation.Find("shop")!.Status);
    }

    [Fact]
    public async Task A_plan_file_that_cannot_be_written_is_reported()
    {
        File.WriteAllText(_shop.PathOf("taken"), "");
        var run = (await RunAsync("plan", request => request["planFile"] = "taken/plan.json")).Ended(ExitCode.Invalid);
        Assert.Contains("error CX6501: The file cannot be written", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_secret_parameter_is_in_is_hidden_as_a_whole_since_its_value_of_before_is_not_known()
    {
        _shop.Root = _shop.Root.Replace("\"ClusterName\": \"shop\"", "\"ClusterName\": { \"Fn::Sub\": \"x-${DbPassword}\" }, \"Password\": { \"Ref\": \"DbPassword\" }", StringComparison.Ordinal);
        (await Run.OfAsync(_shop.Write("deploy", _aws.Url))).Ended(ExitCode.Done);
        _aws.CloudFormation.Find("shop")!.Parameters["DbPassword"] = "value-of-yesterday";
        var run = (await Run.OfAsync(_shop.Write("plan", _aws.Url))).Ended(ExitCode.Done);
        Assert.Contains("        Password  **** -> ****", run.Lines);
        Assert.DoesNotContain("value-of-yesterday", run.Text + System.IO.File.ReadAllText(_shop.PathOf("ecs/plan.json")), StringComparison.Ordinal);
    }

    private void RemoveDataStack()
    {
        var root = JsonNode.Parse(_shop.Root)!.AsObject();
        root["Resources"]!.AsObject().Remove("DataStack");
        root.Remove("Outputs");
        _shop.Root = root.ToJsonString();
        _shop.HasDataStack = false;
    }

    private Task<Run> RunAsync(string operation, Action<JsonObject>? change = null) => Run.OfAsync(_shop.Write(operation, _aws.Url, change));
}
