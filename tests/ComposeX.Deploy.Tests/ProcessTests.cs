using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using ComposeX.Deploy.Tests.Aws;
using Xunit;

namespace ComposeX.Deploy.Tests;

public sealed class ProcessTests : IAsyncLifetime
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
    public async Task It_deploys_with_region_and_endpoint_from_the_environment_alone()
    {
        var request = _shop.Write("deploy", "", members =>
        {
            members.Remove("endpointUrl");
            members.Remove("region");
        });
        using var child = ChildProcess.Start(request, new Dictionary<string, string> { ["AWS_REGION"] = "eu-west-1", ["AWS_ENDPOINT_URL"] = _aws.Url });
        var (exitCode, output, error) = await child.EndAsync();
        Assert.True(exitCode == 0, output + error);
        Assert.Equal("", error);
        Assert.Contains("\n  OrdersUrl = ", output, StringComparison.Ordinal);
        Assert.DoesNotContain(ShopFolder.Secret, output, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_endpoint_of_one_service_wins_over_the_one_of_all()
    {
        var request = _shop.Write("status", "", members => members.Remove("endpointUrl"));
        using var child = ChildProcess.Start(request, new Dictionary<string, string> { ["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1", ["AWS_ENDPOINT_URL_CLOUDFORMATION"] = _aws.Url });
        var (exitCode, output, _) = await child.EndAsync();
        Assert.Equal(4, exitCode);
        Assert.Contains("error CX6409", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_of_the_environment_must_be_TLS_too()
    {
        var request = _shop.Write("status", "", members => members.Remove("endpointUrl"));
        using var child = ChildProcess.Start(request, new Dictionary<string, string> { ["AWS_ENDPOINT_URL_CLOUDFORMATION"] = "http://example.com" });
        var (exitCode, output, _) = await child.EndAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains("error CX6202: The endpoint \"http://example.com/\" is not TLS.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_credentials_it_says_what_to_do()
    {
        var nothing = new Dictionary<string, string> { ["AWS_ACCESS_KEY_ID"] = "", ["AWS_SECRET_ACCESS_KEY"] = "", ["HOME"] = "/nonexistent" };
        using var child = ChildProcess.Start(_shop.Write("status", _aws.Url), nothing);
        var (exitCode, output, error) = await child.EndAsync();
        Assert.True(exitCode == 3, output + error);
        Assert.StartsWith("composex : error CX6204: AWS credentials are missing", output, StringComparison.Ordinal);
        Assert.Equal("", error);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("end of input")]
    public async Task It_can_be_asked_to_stop(string how)
    {
        if (OperatingSystem.IsWindows() && how != "end of input")
            Assert.Skip("Windows has no signals to send.");
        if (how == "INT" && ChildProcess.InheritsIgnoredInterrupts)
            Assert.Skip("Who started these tests ignores SIGINT, and a process that is started so goes on ignoring it.");
        ChildProcess? child = null;
        var asked = 0;
        _aws.OnCall = _ =>
        {
            if (_aws.CloudFormation.Find("shop")?.Status != "CREATE_IN_PROGRESS" || asked++ > 0)
                return;
            if (how == "end of input")
                child!.CloseInput();
            else
                child!.Signal(how);
            System.Threading.Thread.Sleep(300);
        };
        using (child = ChildProcess.Start(_shop.Write("deploy", _aws.Url), new Dictionary<string, string> { ["COMPOSEX_CANCEL_ON_STDIN"] = "1" }))
        {
            var (exitCode, output, error) = await child.EndAsync();
            Assert.True(exitCode == 130, exitCode + output + error);
            Assert.Contains("error CX6408: Cancelled. The stack \"shop\" is in the state", output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(11)]
    [InlineData(14)]
    [InlineData(17)]
    [InlineData(24)]
    [InlineData(33)]
    public async Task Killed_at_any_call_and_run_again_everything_is_there_once(int call)
    {
        ChildProcess? child = null;
        _aws.OnCall = number =>
        {
            if (number == call)
                child!.Kill();
        };
        using (child = ChildProcess.Start(_shop.Write("deploy", _aws.Url)))
        {
            var (killed, output, _) = await child.EndAsync();
            Assert.True(killed is not (>= 0 and <= 5), output);
        }

        _aws.OnCall = null;
        var run = (await Run.OfAsync(_shop.Write("deploy", _aws.Url))).Ended(Reporting.ExitCode.Done);
        Assert.Equal("CREATE_COMPLETE", _aws.CloudFormation.Find("shop")!.Status);
        Assert.Equal(5, _aws.CloudFormation.Created.Count);
        Assert.Single(_aws.CloudFormation.Stacks, stack => stack.Name == "shop");
        Assert.Contains(run.Lines, line => line.StartsWith("  OrdersUrl = ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(20)]
    public async Task Killed_in_an_update_and_run_again_the_update_is_there_once(int call)
    {
        (await Run.OfAsync(_shop.Write("deploy", _aws.Url))).Ended(Reporting.ExitCode.Done);
        _aws.ForgetCalls();
        _shop.Data["More"] = """{"Type":"AWS::SQS::Queue"}""";
        ChildProcess? child = null;
        _aws.OnCall = number =>
        {
            if (number == call)
                child!.Kill();
        };
        using (child = ChildProcess.Start(_shop.Write("deploy", _aws.Url)))
            await child.EndAsync();

        _aws.OnCall = null;
        (await Run.OfAsync(_shop.Write("deploy", _aws.Url))).Ended(Reporting.ExitCode.Done);
        Assert.Equal("UPDATE_COMPLETE", _aws.CloudFormation.Find("shop")!.Status);
        Assert.Equal(6, _aws.CloudFormation.Created.Count);
        Assert.Equal(1, _aws.Count("ExecuteChangeSet"));
    }
}
