using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using Xunit;

namespace ComposeX.Deploy.Tests.Images;

/// <summary>Whom a registry takes us for, and who gets to see what proves it.</summary>
public sealed class CredentialTests : IAsyncLifetime
{
    private readonly ImagesFolder _folder = new();
    private RegistryDouble _registry = null!;

    public async ValueTask InitializeAsync()
    {
        _registry = await RegistryDouble.StartAsync();
        _registry.Scheme = "Basic";
        _folder.Registry = _registry.Host;
        _folder.With(OciArchive.Of("linux/amd64", 1_000));
    }

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _registry.DisposeAsync();
    }

    [Theory]
    [InlineData("DOTNET_CONTAINER_PUSH_REGISTRY_")]
    [InlineData("DOTNET_CONTAINER_REGISTRY_")]
    [InlineData("SDK_CONTAINER_REGISTRY_")]
    public async Task Credentials_may_stand_in_the_environment(string prefix)
    {
        (_folder.Variables[prefix + "UNAME"], _folder.Variables[prefix + "PWORD"]) = (RegistryDouble.User, RegistryDouble.Password);
        (await _folder.RunAsync()).Ended(ExitCode.Done);
        Assert.Equal(2, _registry.Blobs.Count);
    }

    [Theory]
    [InlineData("DOCKER_CONFIG")]
    [InlineData("REGISTRY_AUTH_FILE")]
    [InlineData("HOME")]
    public async Task Credentials_may_stand_in_Dockers_configuration(string variable)
    {
        Configure(variable, new JsonObject { ["auths"] = new JsonObject { [$"http://{_registry.Host}/v1/"] = Auth() } });
        (await _folder.RunAsync()).Ended(ExitCode.Done);
        Assert.Equal(2, _registry.Blobs.Count);
    }

    [Theory]
    [InlineData("credHelpers")]
    [InlineData("credsStore")]
    public async Task Credentials_may_be_kept_by_a_helper(string member)
    {
        Helper($$"""test "$1" = get && host="$(cat)" && test "$host" = "{{_registry.Host}}" && echo '{"ServerURL":"x","Username":"{{RegistryDouble.User}}","Secret":"{{RegistryDouble.Password}}"}'""");
        Configure("DOCKER_CONFIG", new JsonObject { [member] = member == "credsStore" ? "tests" : new JsonObject { [_registry.Host] = "tests" } });
        (await _folder.RunAsync()).Ended(ExitCode.Done);
        Assert.Equal(2, _registry.Blobs.Count);
    }

    [Fact]
    public async Task A_helper_that_knows_nothing_leaves_it_to_the_file()
    {
        Helper("echo 'credentials not found in native keychain'; exit 1");
        Configure("DOCKER_CONFIG", new JsonObject { ["credsStore"] = "tests", ["auths"] = new JsonObject { [_registry.Host] = Auth() } });
        (await _folder.RunAsync()).Ended(ExitCode.Done);
    }

    [Theory]
    [InlineData("exit 3", "it ended with the exit code 3.")]
    [InlineData("echo '{}'", "its answer is not what Docker's helpers answer.")]
    [InlineData(null, "it is not on the path.")]
    public async Task A_helper_that_fails_is_named(string? script, string reason)
    {
        if (script is not null)
            Helper(script);
        Configure("DOCKER_CONFIG", new JsonObject { ["credsStore"] = "tests" });
        var run = (await _folder.RunAsync()).Ended(ExitCode.Refused);
        Assert.Contains($"error CX6727: The credential helper \"docker-credential-tests\", which Docker's configuration names for \"{_registry.Host}\", failed: {reason}", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_helper_is_a_name_and_no_path()
    {
        Configure("DOCKER_CONFIG", new JsonObject { ["credsStore"] = "../../bin/sh" });
        Assert.Contains("error CX6727", Assert.Single((await _folder.RunAsync()).Ended(ExitCode.Refused).Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("""{"auths":{"HOST":{"auth":"***"}}}""")]
    public async Task A_configuration_that_is_broken_is_said_to_be(string text)
    {
        Configure("DOCKER_CONFIG", []);
        File.WriteAllText(_folder.PathOf("config.json"), text.Replace("HOST", _registry.Host, StringComparison.Ordinal));
        var run = (await _folder.RunAsync()).Ended(ExitCode.Refused);
        Assert.StartsWith(_folder.PathOf("config.json") + "(1,1,1,1): error CX6728: Docker's configuration cannot be read: ", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_credentials_it_is_said_how_to_sign_in()
    {
        var run = (await _folder.RunAsync()).Ended(ExitCode.Refused);
        Assert.Contains($"docker-compose.yml(8,5,8,13): error CX6721: The registry \"{_registry.Host}\" wants credentials, and there are none for it (HTTP status 401). Sign in with", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_that_are_not_accepted_are_told_by_where_they_came_from()
    {
        _registry.TokenPassword = "another";
        Configure("DOCKER_CONFIG", new JsonObject { ["auths"] = new JsonObject { [_registry.Host] = Auth() } });
        var run = (await _folder.RunAsync()).Ended(ExitCode.Refused);
        Assert.Contains($"error CX6721: The registry \"{_registry.Host}\" does not accept the credentials from \"{_folder.PathOf("config.json")}\"", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_fetched_once_and_again_when_it_has_expired()
    {
        SignIn();
        _registry.Scheme = "Bearer";
        var expired = false;
        _registry.OnCall = _ =>
        {
            if (!expired && (expired = _registry.Blobs.Count == 1))
                _registry.ExpireTokens();
        };
        (await _folder.RunAsync()).Ended(ExitCode.Done);
        Assert.True(expired);
        Assert.InRange(_registry.Count("GET token"), 2, 4);
        Assert.All(_registry.Calls.Where(call => call.Name != "GET token"), call => Assert.DoesNotContain("Basic", call.Authorization, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_may_be_had_without_credentials()
    {
        _registry.Scheme = "Bearer";
        _registry.TokenPassword = null;
        (await _folder.RunAsync()).Ended(ExitCode.Done);
        Assert.All(_registry.Calls.Where(call => call.Name == "GET token"), call => Assert.Equal("", call.Authorization));
    }

    [Fact]
    public async Task An_identity_token_is_exchanged()
    {
        _registry.Scheme = "Bearer";
        Configure("DOCKER_CONFIG", new JsonObject { ["auths"] = new JsonObject { [_registry.Host] = new JsonObject { ["auth"] = "", ["identitytoken"] = RegistryDouble.Password } } });
        (await _folder.RunAsync()).Ended(ExitCode.Done);
        Assert.Equal(1, _registry.Count("POST token"));
        Assert.DoesNotContain(_registry.Calls, call => call.Path.Contains(RegistryDouble.Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_that_is_not_given_is_told_by_where_the_credentials_came_from()
    {
        SignIn("not the password");
        _registry.Scheme = "Bearer";
        var run = (await _folder.RunAsync()).Ended(ExitCode.Refused);
        Assert.Contains($"error CX6721: The registry \"{_registry.Host}\" does not accept the credentials from the variables \"DOTNET_CONTAINER_PUSH_REGISTRY_UNAME\" and \"DOTNET_CONTAINER_PUSH_REGISTRY_PWORD\" (\"127.0.0.1\" gives no token, HTTP status 401).", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://tokens.example.com/token")]
    [InlineData("ftp://127.0.0.1/token")]
    public async Task Credentials_are_not_sent_for_a_token_without_TLS(string realm)
    {
        SignIn();
        (_registry.Scheme, _registry.Realm) = ("Bearer", realm);
        Assert.Contains("error CX6725", Assert.Single((await _folder.RunAsync()).Ended(ExitCode.Refused).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_uploads_go_to_another_host_the_credentials_stay()
    {
        await using var storage = await RegistryDouble.StartAsync();
        SignIn();
        _registry.UploadsAt = "http://" + storage.Host;
        storage.Script("PUT upload", [.. Enumerable.Repeat(RegistryFault.Deny, 20)]);
        await _folder.RunAsync();
        Assert.NotEmpty(storage.Calls);
        Assert.All(storage.Calls, call => Assert.Equal("", call.Authorization));
        Assert.Contains(_registry.Calls, call => call.Authorization.Length > 0);
    }

    [Fact]
    public async Task A_base_images_registry_does_not_get_credentials_that_name_no_registry()
    {
        await using var bases = await RegistryDouble.StartAsync();
        bases.Scheme = "Basic";
        foreach (var prefix in new[] { "DOTNET_CONTAINER_PUSH_REGISTRY_", "DOTNET_CONTAINER_REGISTRY_" })
            (_folder.Variables[prefix + "UNAME"], _folder.Variables[prefix + "PWORD"]) = (RegistryDouble.User, RegistryDouble.Password);
        _folder.Images[0]["baseImage"] = bases.Host + "/base/runtime:10.0";
        _folder.Images[0]["archive"] = null;
        var run = (await _folder.RunAsync()).Ended(ExitCode.Done);
        Assert.All(bases.Calls, call => Assert.Equal("", call.Authorization));
        Assert.Contains("warning CX6703", run.Text, StringComparison.Ordinal);

        bases.Add("base/runtime", "10.0", "{}"u8.ToArray());
        (_folder.Variables["DOTNET_CONTAINER_PULL_REGISTRY_UNAME"], _folder.Variables["DOTNET_CONTAINER_PULL_REGISTRY_PWORD"]) = (RegistryDouble.User, RegistryDouble.Password);
        Assert.DoesNotContain("warning", (await _folder.RunAsync()).Ended(ExitCode.Done).Text, StringComparison.Ordinal);
    }

    private static JsonObject Auth() => new() { ["auth"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(RegistryDouble.User + ":" + RegistryDouble.Password)) };

    private void SignIn(string password = RegistryDouble.Password) =>
        (_folder.Variables["DOTNET_CONTAINER_PUSH_REGISTRY_UNAME"], _folder.Variables["DOTNET_CONTAINER_PUSH_REGISTRY_PWORD"]) = (RegistryDouble.User, password);

    private void Configure(string variable, JsonObject configuration)
    {
        var file = _folder.PathOf(variable == "HOME" ? ".docker/config.json" : "config.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, configuration.ToJsonString());
        _folder.Variables[variable] = variable == "REGISTRY_AUTH_FILE" ? file : _folder.PathOf("").TrimEnd('/');
    }

    private void Helper(string script)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("A helper of the tests is a shell script.");
        var folder = Directory.CreateDirectory(_folder.PathOf("bin")).FullName;
        var path = Path.Combine(folder, "docker-credential-tests");
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _folder.Variables["PATH"] = folder;
    }
}
