using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Tests.Aws;
using Xunit;

namespace ComposeX.Deploy.Tests;

/// <summary>
/// The process is killed at random points, and run again: what was asked for is there, and nothing of it twice. The
/// points follow from a seed; <c>COMPOSEX_KILL_POINTS</c> asks for more of them, <c>COMPOSEX_SEED</c> for others.
/// </summary>
public sealed class KillTests : IAsyncLifetime
{
    private const string ServiceOfTwo = """{"Type":"AWS::ECS::Service","Properties":{"Image":{"Ref":"Image"},"DesiredCount":2}}""";

    private readonly ShopFolder _shop = new();
    private AwsDouble _aws = null!;

    public static TheoryData<int> Points => [.. Enumerable.Range(0, Number("COMPOSEX_KILL_POINTS", 5))];

    public async ValueTask InitializeAsync() => _aws = await AwsDouble.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _shop.Dispose();
        await _aws.DisposeAsync();
    }

    [Theory, MemberData(nameof(Points))]
    public async Task In_a_creation(int point)
    {
        await KilledAsync("deploy", calls: 45, new(Seed(point)));
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        AssertCreatedOnce();
    }

    [Theory, MemberData(nameof(Points))]
    public async Task In_an_update(int point)
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        ChangeAll();
        await KilledAsync("deploy", calls: 40, new(Seed(100 + point)));
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        Assert.Equal("UPDATE_COMPLETE", Shop.Status);
        Assert.Equal(6, _aws.CloudFormation.Created.Count);
        Assert.Equal(6, _aws.CloudFormation.Alive.Count);
        Assert.Equal("shop-web:2", Shop.Children["WebStack"].Parameters["Image"]);
        Assert.Contains(Shop.Children["DataStack"].Template.Resources, resource => resource.LogicalId == "More");
        AssertNothingIsLeft();
    }

    [Theory, MemberData(nameof(Points))]
    public async Task In_an_update_that_fails(int point)
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        var before = _aws.CloudFormation.Alive.ToList();
        ChangeAll();
        _aws.CloudFormation.Failures["Service"] = "ECS Deployment Circuit Breaker was triggered.";
        await KilledAsync("deploy", calls: 50, new(Seed(200 + point)));
        var run = (await RunAsync("deploy")).Ended(ExitCode.Failed);
        Assert.Contains("(31,5,31,12): error CX6405: \"web/Service\"", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Equal("UPDATE_ROLLBACK_COMPLETE", Shop.Status);
        Assert.Equal(before, _aws.CloudFormation.Alive);
        AssertNothingIsLeft();

        _aws.CloudFormation.Failures.Clear();
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        Assert.Equal("UPDATE_COMPLETE", Shop.Status);
        Assert.Equal(6, _aws.CloudFormation.Alive.Count);
    }

    [Theory, MemberData(nameof(Points))]
    public async Task In_a_deletion(int point)
    {
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        await KilledAsync("destroy", calls: 30, new(Seed(300 + point)));
        (await RunAsync("destroy")).Ended(ExitCode.Done);
        Assert.Null(_aws.CloudFormation.Find("shop"));
        Assert.Empty(_aws.CloudFormation.Alive);
    }

    [Theory, MemberData(nameof(Points))]
    public async Task In_a_plan(int point)
    {
        var random = new Random(Seed(400 + point));
        await KilledAsync("plan", calls: 25, random);
        (await RunAsync("plan")).Ended(ExitCode.Done);
        Assert.Empty(_aws.CloudFormation.Created);
        await KilledAsync("deploy", calls: 20, random);
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        AssertCreatedOnce();
    }

    [Theory, MemberData(nameof(Points))]
    public async Task Asked_to_stop_at_any_point_it_says_how_it_left_the_stack_and_the_next_run_goes_on(int point)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has no signals to send.");
        var random = new Random(Seed(500 + point));
        if (point % 2 == 0)
        {
            (await RunAsync("deploy")).Ended(ExitCode.Done);
            ChangeAll();
        }

        var (exitCode, output) = await HitAsync("deploy", random.Next(1, 45), random, child => child.Signal("TERM"));
        Assert.True(exitCode is 0 or 130, exitCode + output);
        Assert.Equal(exitCode == 130, output.Contains("error CX6408: Cancelled.", StringComparison.Ordinal));
        if (Shop is { Status: var status } && point % 2 == 0)
            Assert.DoesNotContain("IN_PROGRESS", status, StringComparison.Ordinal);
        (await RunAsync("deploy")).Ended(ExitCode.Done);
        Assert.Equal(point % 2 == 0 ? 6 : 5, _aws.CloudFormation.Alive.Count);
        AssertNothingIsLeft();
    }

    private static int Seed(int point) => Number("COMPOSEX_SEED", 6) + (1000 * point);

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private Aws.CloudFormation.StackDouble Shop => _aws.CloudFormation.Find("shop")!;

    /// <summary>Killed once, and every third time once more when it was run again.</summary>
    private async Task KilledAsync(string operation, int calls, Random random)
    {
        await HitAsync(operation, random.Next(1, calls), random, child => child.Kill());
        if (random.Next(3) == 0)
            await HitAsync(operation, random.Next(1, calls), random, child => child.Kill());
    }

    /// <summary>Runs the process and hits it at a call: before it is carried out, after that, or a moment later.</summary>
    private async Task<(int ExitCode, string Output)> HitAsync(string operation, int call, Random random, Action<ChildProcess> hit)
    {
        var how = random.Next(3);
        var moment = TimeSpan.FromMilliseconds(random.Next(1, 25));
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{operation}: call {call}, {(how == 0 ? "before" : how == 1 ? "carried out" : $"{moment.TotalMilliseconds} ms later")}"));
        ChildProcess? child = null;
        var hits = 0;
        void HitOnce()
        {
            if (Interlocked.Increment(ref hits) == 1)
                hit(child!);
        }

        _aws.ForgetCalls();
        _aws.OnCall = number =>
        {
            if (number != call)
                return;
            if (how == 0)
                HitOnce();
            else if (how == 2)
                _ = Task.Delay(moment).ContinueWith(_ => HitOnce(), TaskScheduler.Default);
        };
        _aws.OnCarried = number =>
        {
            if (number == call && how == 1)
                HitOnce();
        };
        using (child = ChildProcess.Start(Request(operation)))
        {
            var (exitCode, output, error) = await child.EndAsync();
            Interlocked.Increment(ref hits);
            (_aws.OnCall, _aws.OnCarried) = (null, null);
            Assert.Equal("", error);
            return (exitCode, output);
        }
    }

    private void ChangeAll()
    {
        _shop.Data["More"] = """{"Type":"AWS::SQS::Queue"}""";
        _shop.Web["Service"] = ServiceOfTwo;
        _shop.Parameters[0] = _shop.Parameters[0] with { Value = "shop-web:2" };
    }

    private void AssertCreatedOnce()
    {
        Assert.Equal("CREATE_COMPLETE", Shop.Status);
        Assert.Equal(5, _aws.CloudFormation.Created.Count);
        Assert.Equal(5, _aws.CloudFormation.Alive.Count);
        Assert.Single(_aws.CloudFormation.Stacks, stack => stack.Name == "shop" && stack.Events.Count > 2 && !stack.IsDeleted);
        Assert.Single(_aws.S3.Buckets);
        Assert.NotNull(_aws.S3.Buckets.Values.Single().Policy);
        AssertNothingIsLeft();
    }

    private void AssertNothingIsLeft() =>
        Assert.DoesNotContain(Shop.ChangeSets, changeSet => changeSet.ExecutionStatus == "AVAILABLE" && changeSet.Failure is null);

    private Task<Run> RunAsync(string operation) => Run.OfAsync(Request(operation));

    private string Request(string operation) => _shop.Write(operation, _aws.Url, request => request["confirmStackName"] = "shop");
}
