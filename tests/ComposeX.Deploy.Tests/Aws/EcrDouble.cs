using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;

namespace ComposeX.Deploy.Tests.Aws;

/// <summary>ECR: repositories, the images that a registry has behind them, tokens and scans.</summary>
internal sealed class EcrDouble
{
    public const string Password = "password-of-ECR-that-nobody-may-print";

    private readonly Dictionary<string, Queue<string>> _scans = new(StringComparer.Ordinal);

    /// <summary>The repositories, each with what it was created with.</summary>
    public SortedDictionary<string, JsonObject> Repositories { get; } = new(StringComparer.Ordinal);

    /// <summary>The host that images are pushed to.</summary>
    public string Host { get; set; } = $"{AwsDouble.Account}.dkr.ecr.{AwsDouble.Region}.amazonaws.com";

    /// <summary>Whom the registry takes a token's owner for.</summary>
    public string User { get; set; } = "AWS";

    public string Token { get; set; } = Password;

    /// <summary>What the registry has behind a tag.</summary>
    public Func<string, string, string?> DigestOf { get; set; } = (_, _) => null;

    /// <summary>The manifest behind a digest.</summary>
    public Func<string, string, string?> ManifestOf { get; set; } = (_, _) => null;

    /// <summary>Called when a repository was created.</summary>
    public Action<string>? OnCreated { get; set; }

    /// <summary>What is said of an image's scan, one answer after the other, the last one for ever; "none" is no scan.</summary>
    public void Scan(string digest, params string[] answers) => _scans[digest] = new(answers);

    public Answer Answer(AwsRequest request)
    {
        var input = request.Json;
        return Aws.Answer.Ok(request.Operation switch
        {
            "DescribeRepositories" => Describe(input),
            "CreateRepository" => Create(input),
            "DescribeImages" => DescribeImages(input),
            "BatchGetImage" => BatchGet(input),
            "GetAuthorizationToken" => Authorize(),
            "DescribeImageScanFindings" => ReadScan(Repository(input), input["imageId"]!["imageDigest"]!.GetValue<string>()),
            "StartImageScan" => StartScan(input["imageId"]!["imageDigest"]!.GetValue<string>()),
            var other => throw new AwsError(400, "InvalidAction", "Not played: ecr." + other),
        });
    }

    private string Describe(JsonObject input)
    {
        var names = ((JsonArray)input["repositoryNames"]!).Select(name => name!.GetValue<string>()).ToList();
        if (names.FirstOrDefault(name => !Repositories.ContainsKey(name)) is { } missing)
            throw Missing(missing);
        return new JsonObject { ["repositories"] = new JsonArray([.. names.Select(Details)]) }.ToJsonString();
    }

    private string Create(JsonObject input)
    {
        var name = input["repositoryName"]!.GetValue<string>();
        if (Repositories.ContainsKey(name))
            throw new AwsError(400, "RepositoryAlreadyExistsException", $"The repository with name '{name}' already exists in the registry with id '{AwsDouble.Account}'");
        OnCreated?.Invoke(name);
        Repositories[name] = input;
        return new JsonObject { ["repository"] = Details(name) }.ToJsonString();
    }

    private string DescribeImages(JsonObject input)
    {
        var repository = Repository(input);
        var tag = input["imageIds"]![0]!["imageTag"]!.GetValue<string>();
        var digest = DigestOf(repository, tag)
            ?? throw new AwsError(400, "ImageNotFoundException", $"The image with imageId {{imageDigest:'null', imageTag:'{tag}'}} does not exist within the repository with name '{repository}'");
        return new JsonObject { ["imageDetails"] = new JsonArray(new JsonObject { ["imageDigest"] = digest, ["imageTags"] = new JsonArray(tag) }) }.ToJsonString();
    }

    private string BatchGet(JsonObject input)
    {
        var digest = input["imageIds"]![0]!["imageDigest"]!.GetValue<string>();
        var images = ManifestOf(Repository(input), digest) is { } manifest ? new JsonArray(new JsonObject { ["imageManifest"] = manifest }) : [];
        return new JsonObject { ["images"] = images, ["failures"] = new JsonArray() }.ToJsonString();
    }

    private string Authorize() => new JsonObject
    {
        ["authorizationData"] = new JsonArray(new JsonObject { ["authorizationToken"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(User + ":" + Token)), ["expiresAt"] = 4102444800, ["proxyEndpoint"] = "https://" + Host }),
    }.ToJsonString();

    private string ReadScan(string repository, string digest)
    {
        if (!_scans.TryGetValue(digest, out var answers))
            throw NoScan(digest);
        var answer = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        return answer == "none" ? throw NoScan(digest) : new JsonObject { ["repositoryName"] = repository }.ToJsonString()[..^1] + "," + answer.TrimStart('{');
    }

    private string StartScan(string digest) => _scans.ContainsKey(digest) ? "{}" : throw new AwsError(400, "UnsupportedImageTypeException", "The image cannot be scanned.");

    private string Repository(JsonObject input) => input["repositoryName"]!.GetValue<string>() is var name && Repositories.ContainsKey(name) ? name : throw Missing(name);

    private JsonObject Details(string name) => new()
    {
        ["repositoryArn"] = $"arn:aws:ecr:{AwsDouble.Region}:{AwsDouble.Account}:repository/{name}",
        ["registryId"] = AwsDouble.Account,
        ["repositoryName"] = name,
        ["repositoryUri"] = $"{Host}/{name}",
    };

    private static AwsError Missing(string name) => new(400, "RepositoryNotFoundException", $"The repository with name '{name}' does not exist in the registry with id '{AwsDouble.Account}'");

    private static AwsError NoScan(string digest) => new(400, "ScanNotFoundException", $"Image scan does not exist for the image with '{digest}'");
}
