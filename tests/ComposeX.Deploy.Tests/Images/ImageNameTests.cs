using System;
using System.Linq;
using System.Net.Http;
using ComposeX.Deploy.Images;
using ComposeX.Deploy.Registries;
using Xunit;

namespace ComposeX.Deploy.Tests.Images;

public sealed class ImageNameTests
{
    private const string Digest = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    [Theory]
    [InlineData("debian", "docker.io", "library/debian", null, null)]
    [InlineData("debian:12", "docker.io", "library/debian", "12", null)]
    [InlineData("shop/web", "docker.io", "shop/web", null, null)]
    [InlineData("index.docker.io/shop/web:1", "docker.io", "shop/web", "1", null)]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:10.0", "mcr.microsoft.com", "dotnet/aspnet", "10.0", null)]
    [InlineData("localhost/web", "localhost", "web", null, null)]
    [InlineData("localhost:5000/web:1", "localhost:5000", "web", "1", null)]
    [InlineData("[::1]:5000/a/b/c", "[::1]:5000", "a/b/c", null, null)]
    [InlineData("ghcr.io/shop/web:1@" + Digest, "ghcr.io", "shop/web", "1", Digest)]
    public void A_name_is_read_as_Docker_reads_it(string text, string registry, string repository, string? tag, string? digest) =>
        Assert.Equal(new ImageReference(registry, repository, tag, digest), ImageReference.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("Shop/web")]
    [InlineData("shop//web")]
    [InlineData("shop/web:")]
    [InlineData("shop/web:a b")]
    [InlineData("shop/web@sha256:12")]
    [InlineData("https://ghcr.io/shop/web")]
    [InlineData("ghcr.io:99999/web")]
    [InlineData("user@ghcr.io/web")]
    public void What_is_no_name_is_not_taken_for_one(string text) => Assert.Null(ImageReference.Parse(text));

    [Theory]
    [InlineData("123456789012.dkr.ecr.eu-west-1.amazonaws.com", "123456789012", "eu-west-1")]
    [InlineData("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn", "123456789012", "cn-north-1")]
    [InlineData("123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com", "123456789012", "us-gov-west-1")]
    [InlineData("public.ecr.aws", null, null)]
    [InlineData("12.dkr.ecr.eu-west-1.amazonaws.com", null, null)]
    [InlineData("123456789012.dkr.ecr.eu-west-1.amazonaws.com.example.org", null, null)]
    public void A_registry_of_ECR_is_known_by_its_host(string host, string? account, string? region) =>
        Assert.Equal(account is null ? null : new EcrAddress(account, region!), EcrAddress.Of(host));

    [Theory]
    [InlineData("localhost:5000", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.1.2.3:80", true)]
    [InlineData("[::1]:5000", true)]
    [InlineData("registry.internal:5000", true)]
    [InlineData("registry.internal", false)]
    [InlineData("localhost.example.org", false)]
    [InlineData("10.0.0.1", false)]
    public void Who_may_do_without_TLS_is_near_or_named(string server, bool may) => Assert.Equal(may, new RegistryTls("registry.internal:5000;other").MayDoWithout(server));

    [Fact]
    public void A_challenge_is_read_with_its_quotes_and_tokens_come_first()
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("WWW-Authenticate", ["Basic realm=\"x\"", "Bearer realm=\"https://auth.example.org/token\",service=\"a, b\",scope=\"repository:shop/web:pull,push\",error=none"]);
        var challenge = AuthenticationChallenge.Of(response.Headers.WwwAuthenticate)!;
        Assert.True(challenge.IsBearer);
        Assert.Equal(["https://auth.example.org/token", "a, b", "repository:shop/web:pull,push", "none"], new[] { "realm", "service", "scope", "error" }.Select(name => challenge[name]));
    }

    [Fact]
    public void A_registry_behind_a_proxy_that_forgets_TLS_is_followed_with_it()
    {
        var host = new RegistryHost("registry.example.org:8443", new Uri("https://registry.example.org:8443"));
        Assert.Equal("https://registry.example.org:8443/v2/u?x=1", host.Follow(host.At("a/blobs/uploads/"), new Uri("http://registry.example.org/v2/u?x=1")).ToString());
        Assert.Equal("https://registry.example.org:8443/v2/u", host.Follow(host.At("a/blobs/uploads/"), new Uri("/v2/u", UriKind.Relative)).ToString());
        Assert.True(host.Owns(new Uri("https://registry.example.org:8443/x")));
        Assert.False(host.Owns(new Uri("https://registry.example.org/x")));
        Assert.False(host.Owns(new Uri("http://registry.example.org:8443/x")));
    }
}
