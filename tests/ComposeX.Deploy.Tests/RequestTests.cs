using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;
using ComposeX.Deploy.Requests;
using ComposeX.Syntax;
using Xunit;

namespace ComposeX.Deploy.Tests;

public sealed class RequestTests : IDisposable
{
    private readonly ShopFolder _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("""{"operation":"deploy","manifest":"m"}""", "CX6003", "\"formatVersion\" must be 1")]
    [InlineData("""{"formatVersion":2,"operation":"deploy","manifest":"m"}""", "CX6003", "\"formatVersion\" must be 1")]
    [InlineData("""{"formatVersion":1,"operation":"deplyo","manifest":"m"}""", "CX6003", "not \"deplyo\"")]
    [InlineData("""{"formatVersion":1,"operation":"deplyo"}""", "CX6003", "not \"deplyo\"")]
    [InlineData("""{"formatVersion":1,"manifest":"m"}""", "CX6004", "\"operation\" is missing")]
    [InlineData("""{"formatVersion":1,"operation":"deploy"}""", "CX6004", "\"manifest\" is missing; \"deploy\" needs it")]
    [InlineData("""{"formatVersion":1,"operation":"lookup","lockFile":"x"}""", "CX6004", "\"lookupFile\" is missing; \"lookup\" needs it")]
    [InlineData("""{"formatVersion":1,"operation":"lookup","lookupFile":"x"}""", "CX6004", "\"lockFile\" is missing; \"lookup\" needs it")]
    [InlineData("""{"formatVersion":1,"operation":"status"}""", "CX6004", "\"stackName\" is missing; \"status\" needs it")]
    [InlineData("""{"formatVersion":1,"operation":"status","stackName":"s","tmeoutMinutes":3}""", "CX6002", "Did you mean \"timeoutMinutes\"?")]
    [InlineData("""{"formatVersion":1,"operation":"status","stackName":"1shop"}""", "CX6005", "\"1shop\" cannot be a stack's name")]
    [InlineData("""{"formatVersion":1,"operation":"status","stackName":"s","tags":{"a":1}}""", "CX6003", "\"tags\" must be an object of texts")]
    [InlineData("""{"formatVersion":1,"operation":"status","stackName":"s","allowDataLoss":"x"}""", "CX6003", "\"allowDataLoss\" must be an array of texts")]
    [InlineData("""{"formatVersion":1,"operation":"status","stackName":"s","timeoutMinutes":0}""", "CX6003", "\"timeoutMinutes\" must be more than 0")]
    [InlineData("""{"formatVersion":1,"operation":"status","stackName":"s","onFailure":"shrug"}""", "CX6003", "one of \"rollback\", \"keep\"")]
    [InlineData("""{"formatVersion":1""", "CX6001", "cannot be read")]
    [InlineData("[]", "CX6001", "not a JSON object")]
    public void A_request_that_is_wrong_is_refused(string json, string code, string message)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(RequestReader.Read(File(json), diagnostics));
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(code, diagnostic.Code);
        Assert.Contains(message, diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_found_at_once()
    {
        var diagnostics = new DiagnosticBag();
        RequestReader.Read(File("""{"formatVersion":3,"operation":"status","stackName":"-","nonsense":1}"""), diagnostics);
        Assert.Equal(["CX6003", "CX6002", "CX6005"], diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Paths_are_relative_to_the_request_and_defaults_are_filled_in()
    {
        var request = RequestReader.Read(File("""{"formatVersion":1,"operation":"plan","manifest":"ecs/manifest.json","region":null}"""), []);
        Assert.Equal(_shop.PathOf("ecs/manifest.json"), request!.Manifest);
        Assert.Equal(_shop.PathOf("ecs"), request.ProjectDirectory);
        Assert.Equal(TimeSpan.FromHours(2), request.Timeout);
        Assert.Null(request.Connection.Region);
    }

    [Fact]
    public void Every_member_of_the_document_is_read_and_no_other()
    {
        var documented = System.IO.File.ReadLines(Repository.PathOf("src/ComposeX.Deploy/README.md"))
            .SkipWhile(line => line != "## The request").TakeWhile(line => line != "## What comes back")
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]).ToList();
        var request = new JsonObject(documented.Select(name => new System.Collections.Generic.KeyValuePair<string, JsonNode?>(name, null))) { ["formatVersion"] = 1, ["operation"] = "status", ["stackName"] = "s" };
        Assert.NotNull(RequestReader.Read(File(request.ToJsonString()), []));
        var diagnostics = new DiagnosticBag();
        RequestReader.Read(File("""{"formatVersion":1,"operation":"status","stackName":"s","x":1}"""), diagnostics);
        Assert.Equal(typeof(DeployRequest).GetProperties().Length, documented.Count + CountOfMembersThatAreNotOneToOne);
    }

    [Fact]
    public void A_request_as_text_holds_no_values()
    {
        var request = RequestReader.Read(File("""{"formatVersion":1,"operation":"status","stackName":"s","parameters":{"Password":"hunter22"}}"""), []);
        Assert.DoesNotContain("hunter22", request!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_request_is_a_finding()
    {
        var run = (await Run.OfAsync(_shop.PathOf("none.json"))).Ended(ExitCode.Invalid);
        Assert.Contains("error CX6001: The deploy request cannot be read", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    // formatVersion is checked and forgotten; region, profile and endpointUrl make one Connection; File and NeedsManifest come from elsewhere.
    private const int CountOfMembersThatAreNotOneToOne = -3 - 1 + 3;

    private string File(string json)
    {
        var path = _shop.PathOf("request.json");
        System.IO.File.WriteAllText(path, json);
        return path;
    }
}
