using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.CloudFormation.Model;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Aws.Wire;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Rollouts;
using ComposeX.Deploy.Stacks;
using ComposeX.Deploy.Templates;
using ComposeX.Deploy.Tests.Aws;
using ComposeX.Deploy.Tests.Aws.Ecs;
using Xunit;

namespace ComposeX.Deploy.Tests;

public sealed class RolloutTests : IAsyncLifetime
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
    public async Task A_rollout_is_shown_until_it_is_through_each_state_once()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        ChangeService(looks: 60);
        _aws.Ecs["Service"].Rolls("IN_PROGRESS", 0, 1, 0, before: 2).Rolls("IN_PROGRESS", 1, 1, 0, before: 1).Rolls("COMPLETED", 2, 0, 0);
        var run = (await RunAsync("deploy")).Ended(ExitCode.Done);
        Assert.Equal(
            [
                "shop › web › Service  rollout IN_PROGRESS, 0 of 2 running, 1 pending, 2 of the one before",
                "shop › web › Service  rollout IN_PROGRESS, 1 of 2 running, 1 pending, 1 of the one before",
                "shop › web › Service  rollout COMPLETED, 2 of 2 running",
            ],
            run.Lines.Where(line => line.Contains("  rollout ", StringComparison.Ordinal)).Select(WithoutTime));
        Assert.Equal(0, _aws.Count("ListTasks"));
    }

    [Fact]
    public async Task Each_reason_of_stopped_tasks_is_shown_once_and_explains_the_failure_at_its_line()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        ChangeService(looks: 60);
        _aws.CloudFormation.Failures["Service"] = "Resource handler returned message: \"Error occurred during operation 'ECS Deployment Circuit Breaker was triggered'.\"";
        _aws.Ecs["Service"].Rolls("IN_PROGRESS", 0, 1, 0, before: 2).Rolls("IN_PROGRESS", 0, 1, 2, before: 2).Rolls("FAILED", 0, 0, 3, before: 2)
            .Stops("Essential container in task exited", 1)
            .Stops("Essential container in task exited", 1)
            .Stops("Scaling activity initiated by (deployment ecs-svc/1)")
            .Stops("Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/old/1)", deployment: "ecs-svc/1");
        var run = (await RunAsync("deploy")).Ended(ExitCode.Failed);
        var stopped = run.Lines.Where(line => line.Contains("a task stopped", StringComparison.Ordinal)).Select(WithoutTime);
        Assert.Equal("shop › web › Service  a task stopped: Essential container in task exited, container \"web\" exited with 1  → The program came to its end: look at the container's log, its command and its variables.", Assert.Single(stopped));
        var error = Assert.Single(run.Errors);
        Assert.Contains("(31,5,31,12): error CX6405: \"web/Service\" (AWS::ECS::Service) could not be updated", error, StringComparison.Ordinal);
        Assert.Contains("Tasks stopped: Essential container in task exited, container \"web\" exited with 1. The program came to its end", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_fails_before_it_was_looked_at_is_asked_at_once()
    {
        _aws.CloudFormation.Slow["Service"] = 0;
        _aws.CloudFormation.Failures["Service"] = "Service did not stabilize.";
        _aws.Ecs["Service"].Rolls("IN_PROGRESS", 0, 0, 4).Stops("CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/shop/web:1: not found");
        var run = (await RunAsync("deploy")).Ended(ExitCode.Failed);
        Assert.Contains("Tasks stopped: CannotPullContainerError: pull image manifest", run.Errors[0], StringComparison.Ordinal);
        Assert.Contains("The image cannot be pulled: check its name and tag", run.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ECS_complains_of_is_shown_once()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        ChangeService(looks: 60);
        const string Complaint = "(service web) was unable to place a task because no container instance met all of its requirements.";
        _aws.Ecs["Service"].Rolls("IN_PROGRESS", 0, 0, 0).Says("(service web) has started 1 tasks: (task 1).").Says(Complaint).Says(Complaint);
        var run = (await RunAsync("deploy")).Ended(ExitCode.Done);
        Assert.Equal("shop › web › Service  ECS: " + Complaint, WithoutTime(Assert.Single(run.Lines, line => line.Contains("  ECS: ", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Services_of_a_cluster_are_asked_about_together_and_seldom()
    {
        using var connection = AwsConnection.Open(new ConnectionOptions { Region = AwsDouble.Region, EndpointUrl = _aws.Url });
        using var services = connection.Services(AwsDouble.Region, credentials: null);
        using var output = new StringWriter();
        var clock = new Clock();
        var watch = new RolloutWatch(() => services[AwsService.Clusters], new Reporter(output, new Secrets()), "shop", new Origins(null, "/shop"), Pace.Default, clock);
        IReadOnlyList<TreeEvent> news = [.. Enumerable.Range(0, 12).Select(i => new TreeEvent("WebStack", new StackEvent("1", "s", "shop-web", "Service" + i, "UPDATE_IN_PROGRESS", default) { ResourceType = "AWS::ECS::Service", PhysicalResourceId = EcsDouble.ArnOf($"web-Service{i}-1") }))];
        var calls = new List<int>();
        for (var second = 0; second <= 30; second += 5)
        {
            await watch.LookAsync(second == 0 ? news : [], TestContext.Current.CancellationToken);
            calls.Add(_aws.Count("DescribeServices"));
            clock.Now += TimeSpan.FromSeconds(5);
        }

        Assert.Equal([0, 0, 2, 2, 4, 4, 6], calls);
    }

    [Fact]
    public async Task A_permission_that_is_missing_is_noted_once_and_costs_nothing_else()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        ChangeService(looks: 60);
        _aws.Script("DescribeServices", Enumerable.Repeat(Fault.Deny, 100).ToArray());
        var run = (await RunAsync("deploy")).Ended(ExitCode.Done);
        Assert.Contains("\"ecs:DescribeServices\"", Assert.Single(run.Lines, line => line.Contains("the rollout of services cannot be shown", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(1, _aws.Count("DescribeServices"));
    }

    [Fact]
    public async Task An_endpoint_without_ECS_costs_nothing_else()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        ChangeService(looks: 100);
        _aws.OnCall = _ => _aws.Script("DescribeServices", Fault.Deny);
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        Assert.Equal("UPDATE_COMPLETE", _aws.CloudFormation.Find("shop")!.Status);
    }

    [Fact]
    public async Task The_status_shows_each_service_with_its_rollout_and_tasks()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        _aws.Ecs["Service"].Rolls("IN_PROGRESS", 1, 1, 2, before: 1).Runs("HEALTHY").Stops("Essential container in task exited", 137, "OutOfMemoryError: Container killed due to memory usage");
        var lines = (await RunAsync("status")).Ended(ExitCode.Done).Lines.SkipWhile(line => line != "Services").TakeWhile(line => !line.StartsWith("Events", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            [
                "Services",
                "  web/Service  ACTIVE  2 of 2 running  rollout IN_PROGRESS",
                "    deployment shop-web:2  PRIMARY  1 of 2 running, 1 pending, 2 failed",
                "    deployment shop-web:1  ACTIVE  1 of 1 running",
                "    task 00000000000000000000000000000001  RUNNING  HEALTHY  shop-web:2  2026-01-01 00:00:00 UTC",
                "    stopped  2026-01-01 00:01:40 UTC: Essential container in task exited, container \"web\" exited with 137 (OutOfMemoryError: Container killed due to memory usage)  → The container was killed, most often for want of memory: give the service more (\"deploy.resources.limits.memory\"), or let it use less.",
            ],
            lines);
    }

    [Fact]
    public async Task The_status_of_services_that_may_not_be_seen_says_so()
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        _aws.Script("DescribeServices", Fault.Deny);
        Assert.Contains((await RunAsync("status")).Ended(ExitCode.Done).Lines, line => line.StartsWith("The services cannot be shown: These credentials may not call \"ecs:DescribeServices\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CannotPullContainerError: toomanyrequests: You have reached your pull rate limit", "anonymous pulls")]
    [InlineData("CannotPullContainerError: ref pull has been retried", "cannot be pulled")]
    [InlineData("ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed", "secret cannot be read")]
    [InlineData("ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log group", "Logging cannot be set up")]
    [InlineData("ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes", "file system cannot be mounted")]
    [InlineData("Essential container in task exited, container \"web\" exited with 1 (exec /app/web: exec format error)", "another processor")]
    [InlineData("Essential container in task exited, container \"web\" exited with 137", "want of memory")]
    [InlineData("Task failed ELB health checks in (target-group x)", "does not become healthy")]
    [InlineData("Task failed container health checks", "does not become healthy")]
    [InlineData("Capacity is unavailable at this time. Please try again later or in a different availability zone", "no capacity")]
    [InlineData("Essential container in task exited, container \"web\" exited with 127", "command is not in the image")]
    public void Common_reasons_have_advice(string reason, string advice) => Assert.Contains(advice, TaskAdvice.For(reason), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"stoppedReason":"Essential container in task exited","containers":[{"name":"web","exitCode":0},{"name":"log","exitCode":143}]}""", "Essential container in task exited, container \"web\" exited with 0, container \"log\" exited with 143")]
    [InlineData("""{"stoppedReason":"Task failed ELB health checks in (target-group x).","containers":[{"name":"web","exitCode":137}]}""", "Task failed ELB health checks in (target-group x)")]
    [InlineData("""{"stoppedReason":"CannotPullContainerError: eni-0123456789abcdef0 at 10.0.1.17","containers":[]}""", "CannotPullContainerError: … at …")]
    [InlineData("""{"stoppedReason":"no"}""", "no")]
    [InlineData("{}", "")]
    public void A_reason_is_the_same_for_all_tasks_that_stopped_for_it(string task, string reason) =>
        Assert.Equal(reason, StoppedTask.Read(JsonNode.Parse(task)!).Reason);

    [Theory]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012:service/shop/web", "shop", "web")]
    [InlineData("arn:aws-cn:ecs:cn-north-1:123456789012:service/shop/web", "shop", "web")]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012:service/web", null, null)]
    [InlineData("web", null, null)]
    [InlineData(null, null, null)]
    public void An_address_is_read_from_an_ARN_that_names_the_cluster(string? arn, string? cluster, string? service)
    {
        var address = ServiceAddress.Parse(arn);
        Assert.Equal((cluster, service), (address?.Cluster, address?.Service));
    }

    private static string WithoutTime(string line)
    {
        Assert.Matches(@"^  \d\d:\d\d:\d\d  ", line);
        return line[12..];
    }

    private void ChangeService(int looks)
    {
        _shop.Web["Service"] = """{"Type":"AWS::ECS::Service","Properties":{"Image":{"Ref":"Image"},"DesiredCount":2}}""";
        _aws.CloudFormation.Slow["Service"] = looks;
    }

    private Task<Run> RunAsync(string operation, Action<JsonObject>? change = null) => Run.OfAsync(_shop.Write(operation, _aws.Url, change));

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
