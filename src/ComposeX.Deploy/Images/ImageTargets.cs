using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Reporting;

namespace ComposeX.Deploy.Images;

/// <summary>Finds where images go, and creates the repositories of ECR that are not there.</summary>
/// <param name="create">Whether to create anything; a plan does not.</param>
internal sealed class ImageTargets(EcrRegistries ecr, Reporter reporter, IReadOnlyDictionary<string, string> tags, bool create)
{
    /// <summary>The target of each image, by the image's name.</summary>
    public async Task<IReadOnlyDictionary<string, ImageTarget>> FindAsync(ImageWishes wishes, CancellationToken cancellation)
    {
        var (host, prefix) = wishes.Registry?.TrimEnd('/').Split('/', 2) switch
        {
            [var name, var before] => (name, before + "/"),
            [var name] => (name, ""),
            _ => (null, ""),
        };
        var registry = host is null ? ecr.Own : EcrAddress.Of(host) is { } address ? ecr.Of(address) : null;
        var repositories = wishes.Images.ToDictionary(image => image.Name, image => prefix + image.Repository, StringComparer.Ordinal);
        if (registry is null)
            return repositories.ToDictionary(pair => pair.Key, pair => new ImageTarget($"{host}/{pair.Value}", host!, pair.Value), StringComparer.Ordinal);
        var targets = await FindAsync(registry, [.. repositories.Values.Distinct(StringComparer.Ordinal)], cancellation).ConfigureAwait(false);
        return repositories.ToDictionary(pair => pair.Key, pair => targets[pair.Value], StringComparer.Ordinal);
    }

    private async Task<Dictionary<string, ImageTarget>> FindAsync(EcrRegistry registry, IReadOnlyList<string> repositories, CancellationToken cancellation)
    {
        var targets = new Dictionary<string, ImageTarget>(StringComparer.Ordinal);
        var found = await registry.FindRepositoriesAsync(repositories, cancellation).ConfigureAwait(false);
        foreach (var repository in repositories)
        {
            var target = found.TryGetValue(repository, out var address)
                ? ImageTarget.OfEcr(registry, repository, address)
                : await MissingAsync(registry, repository, cancellation).ConfigureAwait(false);
            ecr.Remember(target.Registry, registry);
            targets[repository] = target;
        }

        return targets;
    }

    private async Task<ImageTarget> MissingAsync(EcrRegistry registry, string repository, CancellationToken cancellation)
    {
        if (!create)
            return ImageTarget.OfEcr(registry, repository, await ecr.PredictAsync(registry, repository, cancellation).ConfigureAwait(false)) with { Exists = false };
        var created = await registry.CreateRepositoryAsync(repository, tags, cancellation).ConfigureAwait(false);
        reporter.Progress($"Created the repository {repository} for images (scanned when pushed, tags that stay, encrypted)");
        return ImageTarget.OfEcr(registry, repository, created ?? await ecr.PredictAsync(registry, repository, cancellation).ConfigureAwait(false));
    }
}
