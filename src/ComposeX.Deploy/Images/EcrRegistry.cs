using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Wire;
using ComposeX.Deploy.Registries;

namespace ComposeX.Deploy.Images;

/// <summary>The registry of an AWS account in a region, by ECR's own operations.</summary>
/// <param name="registryId">The account; null for the one that the credentials are of.</param>
internal sealed class EcrRegistry(AwsServiceClient ecr, string region, string? registryId)
{
    /// <summary>How many repositories one call may ask for.</summary>
    private const int MostNames = 100;

    public string Region => region;

    public string? RegistryId => registryId;

    /// <summary>The addresses of those repositories that are there.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FindRepositoriesAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var some in names.Distinct(StringComparer.Ordinal).Chunk(MostNames))
        {
            foreach (var (name, address) in await DescribeAsync(some, cancellation).ConfigureAwait(false))
                found[name] = address;
        }

        return found;
    }

    /// <summary>Creates a repository and says its address; one that somebody has created meanwhile is as good.</summary>
    public async Task<string?> CreateRepositoryAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation)
    {
        var input = Input(name);
        input["imageTagMutability"] = "IMMUTABLE";
        input["imageScanningConfiguration"] = new JsonObject { ["scanOnPush"] = true };
        input["encryptionConfiguration"] = new JsonObject { ["encryptionType"] = "AES256" };
        if (tags.Count > 0)
            input["tags"] = new JsonArray([.. tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);
        try
        {
            return Text((await ecr.JsonAsync("CreateRepository", input, cancellation).ConfigureAwait(false))["repository"]?["repositoryUri"]);
        }
        catch (AwsServiceException there) when (there.ErrorCode == "RepositoryAlreadyExistsException")
        {
            return (await DescribeAsync([name], cancellation).ConfigureAwait(false)).Select(repository => repository.Address).FirstOrDefault();
        }
    }

    /// <summary>The digest behind a tag; null when there is none.</summary>
    public async Task<string?> FindImageAsync(string repository, string tag, CancellationToken cancellation)
    {
        var input = Input(repository);
        input["imageIds"] = new JsonArray(new JsonObject { ["imageTag"] = tag });
        try
        {
            var answer = await ecr.JsonAsync("DescribeImages", input, cancellation).ConfigureAwait(false);
            return Items(answer["imageDetails"]).Select(image => Text(image?["imageDigest"])).FirstOrDefault(digest => digest is not null);
        }
        catch (AwsServiceException absent) when (absent.ErrorCode is "ImageNotFoundException" or "RepositoryNotFoundException")
        {
            return null;
        }
    }

    /// <summary>The manifest of an image, for its parts.</summary>
    public async Task<JsonNode?> ReadManifestAsync(string repository, string digest, CancellationToken cancellation)
    {
        var input = Input(repository);
        input["imageIds"] = new JsonArray(new JsonObject { ["imageDigest"] = digest });
        input["acceptedMediaTypes"] = new JsonArray([.. MediaTypes.Manifests.Select(type => JsonValue.Create(type))]);
        var answer = await ecr.JsonAsync("BatchGetImage", input, cancellation).ConfigureAwait(false);
        return Items(answer["images"]).Select(image => Text(image?["imageManifest"])).FirstOrDefault() is { } manifest ? JsonNode.Parse(manifest) : null;
    }

    /// <summary>What a scan of an image has found so far.</summary>
    public Task<JsonNode> ReadScanAsync(string repository, string digest, CancellationToken cancellation) =>
        ecr.JsonAsync("DescribeImageScanFindings", ImageInput(repository, digest), cancellation);

    public Task StartScanAsync(string repository, string digest, CancellationToken cancellation) =>
        ecr.JsonAsync("StartImageScan", ImageInput(repository, digest), cancellation);

    /// <summary>Credentials for pushing and pulling, good for some hours.</summary>
    public async Task<RegistryCredentials?> AuthorizeAsync(CancellationToken cancellation)
    {
        var answer = await ecr.JsonAsync("GetAuthorizationToken", [], cancellation).ConfigureAwait(false);
        var token = Items(answer["authorizationData"]).Select(data => Text(data?["authorizationToken"])).FirstOrDefault(text => text is not null);
        return token is not null && Encoding.UTF8.GetString(Convert.FromBase64String(token)).Split(':', 2) is [var user, var password]
            ? new("ECR (\"GetAuthorizationToken\")", user, password)
            : null;
    }

    private async Task<IReadOnlyList<(string Name, string Address)>> DescribeAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var input = new JsonObject { ["repositoryNames"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]) };
        if (registryId is not null)
            input["registryId"] = registryId;
        try
        {
            var answer = await ecr.JsonAsync("DescribeRepositories", input, cancellation).ConfigureAwait(false);
            return [.. Items(answer["repositories"]).Select(repository => (Text(repository?["repositoryName"]) ?? "", Text(repository?["repositoryUri"]) ?? "")).Where(repository => names.Contains(repository.Item1) && repository.Item2.Length > 0)];
        }
        catch (AwsServiceException absent) when (absent.ErrorCode == "RepositoryNotFoundException")
        {
            // One that is missing hides all others.
            var found = new List<(string, string)>();
            if (names.Count > 1)
            {
                foreach (var name in names)
                    found.AddRange(await DescribeAsync([name], cancellation).ConfigureAwait(false));
            }

            return found;
        }
    }

    private JsonObject ImageInput(string repository, string digest)
    {
        var input = Input(repository);
        input["imageId"] = new JsonObject { ["imageDigest"] = digest };
        return input;
    }

    private JsonObject Input(string repository)
    {
        var input = new JsonObject { ["repositoryName"] = repository };
        if (registryId is not null)
            input["registryId"] = registryId;
        return input;
    }

    private static IEnumerable<JsonNode?> Items(JsonNode? node) => node as JsonArray ?? [];

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
