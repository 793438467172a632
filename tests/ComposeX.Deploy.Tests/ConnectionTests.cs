using System;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Reporting;
using Xunit;

namespace ComposeX.Deploy.Tests;

public sealed class ConnectionTests : IDisposable
{
    private readonly ShopFolder _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("http://10.0.0.1:4566")]
    [InlineData("http://aws.example.com")]
    [InlineData("ftp://localhost")]
    [InlineData("localhost:4566")]
    public async Task An_endpoint_that_is_neither_TLS_nor_loopback_is_refused(string endpoint)
    {
        var run = (await Run.OfAsync(_shop.Write("status", endpoint))).Ended(ExitCode.Invalid);
        Assert.Contains($"error CX6202: The endpoint \"{endpoint}\" is not TLS.", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:4566")]
    [InlineData("http://127.0.0.1:4566")]
    [InlineData("http://[::1]:4566")]
    [InlineData("https://aws.example.com")]
    public void An_endpoint_that_is_TLS_or_loopback_is_taken(string endpoint)
    {
        using var connection = AwsConnection.Open(new ConnectionOptions { Region = "eu-west-1", EndpointUrl = endpoint });
        Assert.Equal("eu-west-1", connection.Region);
    }

    [Fact]
    public async Task A_profile_that_is_not_there_is_reported()
    {
        var run = (await Run.OfAsync(_shop.Write("status", "http://localhost:1", request => request["profile"] = "prod"))).Ended(ExitCode.Invalid);
        Assert.Contains("error CX6203: There is no AWS profile \"prod\"", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_region_is_reported()
    {
        var run = (await Run.OfAsync(_shop.Write("status", "http://localhost:1", request => request.Remove("region")))).Ended(ExitCode.Invalid);
        Assert.Contains("error CX6201: No AWS region is configured.", Assert.Single(run.Errors), StringComparison.Ordinal);
    }
}
