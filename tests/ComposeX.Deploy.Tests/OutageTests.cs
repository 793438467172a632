using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Tests.Aws;
using Xunit;

namespace ComposeX.Deploy.Tests;

/// <summary>AWS cannot be asked in the middle of an operation, which goes on all the same.</summary>
public sealed class OutageTests : IAsyncLifetime
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
    [InlineData("DescribeStacks")]
    [InlineData("DescribeStackEvents")]
    public async Task Credentials_that_expire_and_come_back_let_the_run_go_on(string operation)
    {
        WhenRunning(() => _aws.Script(operation, Enumerable.Repeat(Fault.Expire, 8).ToArray()));
        var run = (await RunAsync()).Ended(ExitCode.Done);
        Assert.Empty(run.Errors);
        var said = Assert.Single(run.Lines, line => line.Contains("Waiting up to", StringComparison.Ordinal));
        Assert.Contains("AWS credentials are missing, expired or not accepted", said, StringComparison.Ordinal);
        Assert.Contains("Sign in again", said, StringComparison.Ordinal);
        Assert.Single(run.Lines, "  AWS answers again: going on");
        Assert.Equal(1, _aws.Count("ExecuteChangeSet"));
        Assert.Single(run.Lines, line => line.Contains("shop › web › Service  CREATE_COMPLETE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Credentials_that_do_not_come_back_end_the_run_with_how_to_resume_and_it_can_be_resumed()
    {
        WhenRunning(() => _aws.Script("DescribeStacks", Enumerable.Repeat(Fault.Expire, 5000).ToArray()));
        var run = (await RunAsync(request => request["pollSeconds"] = 0.001)).Ended(ExitCode.Refused);
        var error = Assert.Single(run.Errors);
        Assert.Contains("error CX6416: The operation on the stack \"shop\" goes on in AWS", error, StringComparison.Ordinal);
        Assert.Contains("run the same again: it picks the operation up.", error, StringComparison.Ordinal);
        _aws.OnCall = null;
        _aws.Script("DescribeStacks");
        (await RunAsync()).Ended(ExitCode.Done);
        Assert.Equal(5, _aws.CloudFormation.Created.Count);
    }

    [Fact]
    public async Task A_profile_that_is_written_anew_is_read_anew()
    {
        var profiles = _shop.PathOf("credentials");
        WriteProfile(profiles, "AKIAEXPIRED");
        _aws.Refused["AKIAEXPIRED"] = false;
        using var child = Child(profiles);
        WhenRunning(() => _aws.Refused["AKIAEXPIRED"] = true);
        for (var waited = 0; waited < 600 && !_aws.Refused["AKIAEXPIRED"]; waited++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        WriteProfile(profiles, TestEnvironment.AccessKey);
        var (exitCode, output, error) = await child.EndAsync();
        Assert.True(exitCode == 0, output + error);
        Assert.Contains("Waiting up to", output, StringComparison.Ordinal);
        Assert.Contains("AWS answers again: going on", output, StringComparison.Ordinal);
    }

    private ChildProcess Child(string profiles) => ChildProcess.Start(
        _shop.Write("deploy", _aws.Url, request =>
        {
            request["profile"] = "shop";
            request["pollSeconds"] = 0.05;
        }),
        new Dictionary<string, string> { ["AWS_SHARED_CREDENTIALS_FILE"] = profiles, ["AWS_ACCESS_KEY_ID"] = "", ["AWS_SECRET_ACCESS_KEY"] = "" });

    private static void WriteProfile(string path, string key)
    {
        File.WriteAllText(path + ".new", $"[shop]\naws_access_key_id = {key}\naws_secret_access_key = {TestEnvironment.SecretKey}\n");
        File.Move(path + ".new", path, overwrite: true);
    }

    private void WhenRunning(Action act)
    {
        var done = false;
        _aws.OnCall = _ =>
        {
            if (done || _aws.Count("ExecuteChangeSet") == 0 || _aws.CloudFormation.Find("shop")?.Status != "CREATE_IN_PROGRESS")
                return;
            done = true;
            act();
        };
    }

    private Task<Run> RunAsync(Action<JsonObject>? change = null) => Run.OfAsync(_shop.Write("deploy", _aws.Url, change));
}
