using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace ComposeX.Deploy.Tests.Images;

/// <summary>A folder with what a build wants of images, a request for it, and what comes of it.</summary>
internal sealed class ImagesFolder : IDisposable
{
    public const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private readonly string _folder = Directory.CreateTempSubdirectory("composex-images-").FullName;

    /// <summary>The environment of the run.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public string? Registry { get; set; }

    public List<JsonObject> Images { get; } = [];

    public JsonArray Results => (JsonArray)JsonNode.Parse(File.ReadAllText(PathOf("results.json")))!["images"]!;

    public bool HasResults => File.Exists(PathOf("results.json"));

    public string? this[string member] => Results.Single()![member]?.ToString();

    public string PathOf(string file) => Path.Combine(_folder, file);

    public static JsonObject Image(string name, string repository, string? archive = null) => new()
    {
        ["name"] = name,
        ["repository"] = repository,
        ["contentHash"] = Hash,
        ["baseImage"] = null,
        ["platforms"] = new JsonArray("linux/amd64"),
        ["archive"] = archive,
        ["expected"] = null,
        ["scan"] = null,
        ["origin"] = new JsonObject { ["file"] = "docker-compose.yml", ["line"] = 8, ["column"] = 5, ["endLine"] = 8, ["endColumn"] = 13 },
    };

    /// <summary>One image, with the archive that was made of it.</summary>
    public ImagesFolder With(OciArchive? archive, string repository = "shop/web", Action<JsonObject>? change = null)
    {
        var image = Image("web", repository, archive is null ? null : Path.GetFileName(archive.Write(PathOf("web.tar"))));
        change?.Invoke(image);
        Images.Clear();
        Images.Add(image);
        return this;
    }

    public string Request(string? endpoint = null, Action<JsonObject>? change = null)
    {
        File.WriteAllText(PathOf("images.json"), new JsonObject { ["formatVersion"] = 1, ["registry"] = Registry, ["images"] = new JsonArray([.. Images.Select(image => image.DeepClone())]) }.ToJsonString());
        var request = new JsonObject
        {
            ["formatVersion"] = 1,
            ["operation"] = "images",
            ["projectDirectory"] = ".",
            ["imagesFile"] = "images.json",
            ["imageResultsFile"] = "results.json",
            ["pollSeconds"] = 0.005,
        };
        if (endpoint is not null)
            (request["region"], request["endpointUrl"]) = (Aws.AwsDouble.Region, endpoint);
        change?.Invoke(request);
        var path = PathOf("request.json");
        File.WriteAllText(path, request.ToJsonString());
        return path;
    }

    public async Task<Run> RunAsync(string? endpoint = null, Action<JsonObject>? change = null, CancellationTokenSource? stop = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var exitCode = await DeployProgram.RunAsync(Request(endpoint, change), new DeployHost(output) { Variable = name => Variables.GetValueOrDefault(name), Stop = stop?.Token ?? CancellationToken.None });
        var run = new Run(exitCode, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain(RegistryDouble.Password, run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(RegistryDouble.BasicOf(RegistryDouble.Password)["Basic ".Length..], run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestEnvironment.SecretKey, run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("token-", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Text, StringComparison.Ordinal);
        return run;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
