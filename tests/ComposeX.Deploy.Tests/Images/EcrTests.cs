using System;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Tests.Aws;
using Xunit;

namespace ComposeX.Deploy.Tests.Images;

public sealed class EcrTests : IAsyncLifetime
{
    private const string Place = "(8,5,8,13): ";

    private readonly ImagesFolder _folder = new();
    private AwsDouble _aws = null!;
    private RegistryDouble _registry = null!;

    public async ValueTask InitializeAsync()
    {
        _aws = await AwsDouble.StartAsync();
        _registry = await RegistryDouble.StartAsync();
        _registry.Scheme = "Basic";
        _registry.HasImmutableTags = true;
        _registry.Repositories = [];
        Connect(_aws.Ecr, _registry);
    }

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _aws.DisposeAsync();
        await _registry.DisposeAsync();
    }

    [Fact]
    public async Task A_repository_that_is_not_there_is_created_and_the_image_is_to_be_built()
    {
        var run = (await _folder.With(null).RunAsync(_aws.Url, request => request["tags"] = new JsonObject { ["team"] = "shop" })).Ended(ExitCode.Done);
        var created = _aws.Ecr.Repositories["shop/web"];
        Assert.Equal("IMMUTABLE", created["imageTagMutability"]!.GetValue<string>());
        Assert.True(created["imageScanningConfiguration"]!["scanOnPush"]!.GetValue<bool>());
        Assert.Equal("AES256", created["encryptionConfiguration"]!["encryptionType"]!.GetValue<string>());
        Assert.Equal("""[{"Key":"team","Value":"shop"}]""", created["tags"]!.ToJsonString());
        Assert.Contains("Created the repository shop/web", run.Text, StringComparison.Ordinal);
        Assert.Equal(_registry.Host + "/shop/web", _folder["reference"]);
        Assert.Matches("^composex-[0-9a-f]{32}$", _folder["tag"]);
        Assert.Null(_folder["digest"]);
        Assert.Equal("true", _folder["push"]);
        Assert.Empty(_registry.Calls);
    }

    [Fact]
    public async Task What_was_built_is_pushed_and_found_again_by_few_calls_and_without_a_token()
    {
        var archive = OciArchive.Of("linux/amd64", 100_000, 3_000);
        (await _folder.With(null).RunAsync(_aws.Url)).Ended(ExitCode.Done);
        _aws.ForgetCalls();
        var pushed = (await _folder.With(archive).RunAsync(_aws.Url)).Ended(ExitCode.Done);
        Assert.Equal(archive.Digest, _folder["digest"]);
        Assert.Equal("false", _folder["push"]);
        Assert.Equal(archive.Digest, _registry.DigestOf("shop/web", _folder["tag"]!));
        Assert.Equal(["DescribeRepositories", "DescribeImages", "GetAuthorizationToken"], _aws.Calls.Select(call => call.Operation));
        Assert.Contains("3 pushed", pushed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(EcrDouble.Password, pushed.Text, StringComparison.Ordinal);

        _aws.ForgetCalls();
        _registry.ForgetCalls();
        (await _folder.With(null).RunAsync(_aws.Url)).Ended(ExitCode.Done);
        Assert.Equal(archive.Digest, _folder["digest"]);
        Assert.Equal("false", _folder["push"]);
        Assert.Equal(["DescribeRepositories", "DescribeImages"], _aws.Calls.Select(call => call.Operation));
        Assert.Empty(_registry.Calls);
    }

    [Fact]
    public async Task Repositories_are_asked_for_all_at_once_and_those_that_are_missing_one_by_one()
    {
        _folder.Images.AddRange([ImagesFolder.Image("web", "shop/web"), ImagesFolder.Image("worker", "shop/worker"), ImagesFolder.Image("jobs", "shop/worker")]);
        (await _folder.RunAsync(_aws.Url)).Ended(ExitCode.Done);
        Assert.Equal(["shop/web", "shop/worker"], _aws.Ecr.Repositories.Keys);
        Assert.Equal(["jobs", "web", "worker"], _folder.Results.Select(result => result!["name"]!.GetValue<string>()));
        _aws.ForgetCalls();
        (await _folder.RunAsync(_aws.Url)).Ended(ExitCode.Done);
        Assert.Equal(1, _aws.Count("DescribeRepositories"));
        Assert.Equal(0, _aws.Count("CreateRepository"));
    }

    [Fact]
    public async Task A_repository_that_somebody_creates_meanwhile_is_as_good()
    {
        _aws.Script("CreateRepository", Fault.DropAnswer);
        (await _folder.With(OciArchive.Of("linux/amd64", 100)).RunAsync(_aws.Url)).Ended(ExitCode.Done);
        Assert.Equal(2, _aws.Count("CreateRepository"));
        Assert.Equal("false", _folder["push"]);
    }

    [Fact]
    public async Task A_plan_creates_nothing_and_says_where_the_image_will_be()
    {
        (await _folder.With(null).RunAsync(_aws.Url, request => request["createRepositories"] = false)).Ended(ExitCode.Done);
        Assert.Empty(_aws.Ecr.Repositories);
        Assert.Equal("123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web", _folder["reference"]);
        Assert.Equal("true", _folder["push"]);
    }

    [Fact]
    public async Task The_registry_of_another_account_is_asked_as_such()
    {
        _folder.Registry = "999999999999.dkr.ecr.eu-west-1.amazonaws.com/base";
        (await _folder.With(null).RunAsync(_aws.Url)).Ended(ExitCode.Done);
        Assert.Equal("999999999999", _aws.Ecr.Repositories["base/shop/web"]["registryId"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_tag_that_was_set_meanwhile_stays_and_its_image_is_taken()
    {
        var archive = OciArchive.Of("linux/amd64", 100);
        (await _folder.With(null).RunAsync(_aws.Url)).Ended(ExitCode.Done);
        var there = "";
        _registry.OnCall = _ =>
        {
            if (there.Length == 0 && _registry.Count("PUT manifest") > 0)
                there = _registry.Add("shop/web", _folder["tag"]!, Encoding.UTF8.GetBytes("""{"schemaVersion":2,"layers":[]}"""));
        };
        (await _folder.With(archive).RunAsync(_aws.Url)).Ended(ExitCode.Done);
        Assert.NotEqual(archive.Digest, _folder["digest"]);
        Assert.Equal(there, _folder["digest"]);
    }

    [Fact]
    public async Task The_base_images_digest_is_asked_of_ECR_by_its_API()
    {
        await _folder.With(null, change: image => image["baseImage"] = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web:base").RunAsync(_aws.Url);
        var without = _folder["tag"];
        _registry.Add("shop/web", "base", "{}"u8.ToArray());
        var run = (await _folder.RunAsync(_aws.Url)).Ended(ExitCode.Done);
        Assert.NotEqual(without, _folder["tag"]);
        Assert.Empty(_registry.Calls);
        Assert.DoesNotContain("warning", run.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DescribeRepositories")]
    [InlineData("CreateRepository")]
    [InlineData("DescribeImages")]
    [InlineData("GetAuthorizationToken")]
    public async Task What_is_not_allowed_is_said_at_the_image_with_the_action(string operation)
    {
        _aws.Script(operation, Fault.Deny);
        var run = (await _folder.With(OciArchive.Of("linux/amd64", 100)).RunAsync(_aws.Url)).Ended(ExitCode.Refused);
        Assert.Equal($"{_folder.PathOf("docker-compose.yml")}{Place}error CX6710: These credentials may not call \"ecr:{operation}\", which the image needs: User: arn:aws:iam::123456789012:user/dev is not authorized to perform: ecr:{operation}. Allow the action in the policy of the identity that deploys.", Assert.Single(run.Errors));
        Assert.False(_folder.HasResults);
    }

    [Fact]
    public async Task What_ECR_refuses_is_said_at_the_image()
    {
        _aws.Ecr.OnCreated = _ => throw new AwsError(400, "InvalidParameterException", "No such repository may be");
        var run = (await _folder.With(null).RunAsync(_aws.Url)).Ended(ExitCode.Refused);
        Assert.Contains(Place + "error CX6711: AWS refused \"ecr:CreateRepository\" (InvalidParameterException) for the image: No such repository may be.", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DescribeRepositories", "Throttle")]
    [InlineData("DescribeImages", "Unavailable")]
    [InlineData("GetAuthorizationToken", "Drop")]
    public async Task A_passing_fault_of_ECR_is_overcome(string operation, string fault)
    {
        _aws.Script(operation, Enum.Parse<Fault>(fault));
        (await _folder.With(OciArchive.Of("linux/amd64", 100)).RunAsync(_aws.Url)).Ended(ExitCode.Done);
        Assert.True(_aws.Count(operation) > 1);
    }

    [Fact]
    public async Task Whoever_asks_us_to_stop_is_told_what_is_left()
    {
        using var stop = new CancellationTokenSource();
        _registry.OnCall = _ => stop.Cancel();
        var run = (await _folder.With(OciArchive.Of("linux/amd64", 100)).RunAsync(_aws.Url, stop: stop)).Ended(ExitCode.Cancelled);
        Assert.Contains("error CX6408: Cancelled. What was pushed stays in the registry", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    /// <summary>Lets ECR stand before a registry.</summary>
    internal static void Connect(EcrDouble ecr, RegistryDouble registry)
    {
        registry.TokenPassword = EcrDouble.Password;
        registry.BasicUser = "AWS";
        ecr.Host = registry.Host;
        ecr.DigestOf = registry.DigestOf;
        ecr.ManifestOf = registry.ManifestOf;
        ecr.OnCreated = name => registry.Repositories?.Add(name);
    }
}
