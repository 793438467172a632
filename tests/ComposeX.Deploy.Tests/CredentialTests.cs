using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Tests.Aws;
using Xunit;

namespace ComposeX.Deploy.Tests;

/// <summary>The SDK's chain of credentials, link by link, as a process finds it in its environment.</summary>
public sealed class CredentialTests : IAsyncLifetime
{
    private const string ProfileKey = "AKIACOMPOSEXPROFILE";
    private const string ProfileSecret = "secretKeyOfAProfileThatNobodyMayPrint";

    private readonly ShopFolder _shop = new();
    private AwsDouble _aws = null!;

    public async ValueTask InitializeAsync() => _aws = await AwsDouble.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _shop.Dispose();
        await _aws.DisposeAsync();
    }

    [Fact]
    public async Task A_session_of_the_environment()
    {
        var output = await RunAsync(new() { ["AWS_ACCESS_KEY_ID"] = StsDouble.AssumedKey, ["AWS_SECRET_ACCESS_KEY"] = StsDouble.SecretKey, ["AWS_SESSION_TOKEN"] = StsDouble.SessionToken, ["AWS_REGION"] = AwsDouble.Region, ["AWS_ENDPOINT_URL"] = _aws.Url });
        AssertAnswered(output, StsDouble.AssumedKey);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_profile_with_its_region_and_endpoint_whatever_the_environment_holds(bool withOthers)
    {
        WriteProfiles();
        var environment = Profiles();
        if (withOthers)
            (environment["AWS_ACCESS_KEY_ID"], environment["AWS_SECRET_ACCESS_KEY"]) = (TestEnvironment.AccessKey, TestEnvironment.SecretKey);
        AssertAnswered(await RunAsync(environment, profile: "shop"), ProfileKey);
    }

    [Fact]
    public async Task A_profile_that_the_environment_names()
    {
        WriteProfiles();
        var environment = Profiles();
        environment["AWS_PROFILE"] = "shop";
        AssertAnswered(await RunAsync(environment), ProfileKey);
    }

    [Fact]
    public async Task A_profile_that_assumes_a_role()
    {
        WriteProfiles();
        var environment = Profiles();
        environment["AWS_ENDPOINT_URL"] = _aws.Url;
        AssertAnswered(await RunAsync(environment, profile: "deployer"), StsDouble.AssumedKey);
        Assert.Equal(1, _aws.Count("AssumeRole"));
    }

    [Fact]
    public async Task A_web_identity()
    {
        var token = _shop.PathOf("token");
        await File.WriteAllTextAsync(token, StsDouble.WebIdentityToken, TestContext.Current.CancellationToken);
        var output = await RunAsync(new() { ["AWS_WEB_IDENTITY_TOKEN_FILE"] = token, ["AWS_ROLE_ARN"] = StsDouble.ProfileRole, ["AWS_ROLE_SESSION_NAME"] = "build", ["AWS_REGION"] = AwsDouble.Region, ["AWS_ENDPOINT_URL"] = _aws.Url });
        AssertAnswered(output, StsDouble.AssumedKey);
        Assert.Equal(1, _aws.Count("AssumeRoleWithWebIdentity"));
    }

    [Fact]
    public async Task The_role_of_a_container()
    {
        var output = await RunAsync(new() { ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = _aws.Url + ContainerDouble.Path, ["AWS_CONTAINER_AUTHORIZATION_TOKEN"] = ContainerDouble.Token, ["AWS_REGION"] = AwsDouble.Region, ["AWS_ENDPOINT_URL"] = _aws.Url });
        AssertAnswered(output, ContainerDouble.AccessKey);
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL_S3")]
    [InlineData("AWS_ENDPOINT_URL_STS")]
    [InlineData("AWS_ENDPOINT_URL")]
    public async Task No_endpoint_of_the_environment_may_be_without_TLS(string variable)
    {
        var output = await RunAsync(new() { ["AWS_ACCESS_KEY_ID"] = TestEnvironment.AccessKey, ["AWS_SECRET_ACCESS_KEY"] = TestEnvironment.SecretKey, ["AWS_REGION"] = AwsDouble.Region, ["AWS_ENDPOINT_URL_CLOUDFORMATION"] = _aws.Url, [variable] = "http://198.51.100.7" }, exitCode: 1);
        Assert.Contains("error CX6202: The endpoint \"http://198.51.100.7/\" is not TLS.", output, StringComparison.Ordinal);
        Assert.Empty(_aws.Calls);
    }

    private Dictionary<string, string> Profiles() => new() { ["AWS_CONFIG_FILE"] = _shop.PathOf("config"), ["AWS_SHARED_CREDENTIALS_FILE"] = _shop.PathOf("credentials") };

    private void WriteProfiles()
    {
        File.WriteAllText(_shop.PathOf("credentials"), $"[shop]\naws_access_key_id={ProfileKey}\naws_secret_access_key={ProfileSecret}\n");
        File.WriteAllText(_shop.PathOf("config"), $"[profile shop]\nregion={AwsDouble.Region}\nendpoint_url={_aws.Url}\n[profile deployer]\nregion={AwsDouble.Region}\nrole_arn={StsDouble.ProfileRole}\nsource_profile=shop\nendpoint_url={_aws.Url}\n");
    }

    private void AssertAnswered(string output, string accessKey)
    {
        Assert.Contains("error CX6409: There is no stack \"shop\" in eu-west-1.", output, StringComparison.Ordinal);
        Assert.Equal(accessKey, _aws.Calls.Last(call => call.Operation == "DescribeStacks").AccessKey);
        foreach (var secret in new[] { ProfileSecret, TestEnvironment.SecretKey, StsDouble.SecretKey, StsDouble.SessionToken, StsDouble.WebIdentityToken, ContainerDouble.Token })
            Assert.DoesNotContain(secret, output, StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(Dictionary<string, string> environment, string? profile = null, int exitCode = 4)
    {
        environment.TryAdd("AWS_ACCESS_KEY_ID", "");
        environment.TryAdd("AWS_SECRET_ACCESS_KEY", "");
        var request = _shop.Write("status", "", members =>
        {
            members.Remove("endpointUrl");
            members.Remove("region");
            if (profile is not null)
                members["profile"] = JsonValue.Create(profile);
        });
        using var child = ChildProcess.Start(request, environment);
        var (ended, output, error) = await child.EndAsync();
        Assert.True(ended == exitCode, ended + output + error);
        Assert.Equal("", error);
        return output;
    }
}
