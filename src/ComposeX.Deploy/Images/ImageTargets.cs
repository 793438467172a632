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
        if (wishes.Images.Count == 0)
            return new Dictionary<string, ImageTarget>();
        var (host, prefix) = wishes.Registry?.TrimEnd('/').Split('/', 2) switch
        {
            [var name, var before] => (name, before + "/"),
            [var name] => (name, ""),
            _ => (null, ""),
        };
        var registry = host is null ? ecr.Own : EcrAddress.Of(host) is { } address ? ecr.Of(address) : null;
        return registry is null
            ? wishes.Images.ToDictionary(image => image.Name, image => new ImageTarget($"{host}/{prefix}{image.Repository}", host!, prefix + image.Repository), StringComparer.Ordinal)
            : await FindAsync(registry, prefix, wishes.Images, cancellation).ConfigureAwait(false);
    }

    private async Task<IReadOnlyDictionary<string, ImageTarget>> FindAsync(EcrRegistry registry, string prefix, IReadOnlyList<ImageWish> images, CancellationToken cancellation)
    {
        var targets = new Dictionary<string, ImageTarget>(StringComparer.Ordinal);
        var found = await ImageFaults.AtAsync(images[0], () => registry.FindRepositoriesAsync([.. images.Select(image => prefix + image.Repository)], cancellation)).ConfigureAwait(false);
        foreach (var image in images.DistinctBy(image => image.Repository))
        {
            var repository = prefix + image.Repository;
            var target = found.TryGetValue(repository, out var address)
                ? ImageTarget.OfEcr(registry, repository, address)
                : await ImageFaults.AtAsync(image, () => MissingAsync(registry, repository, cancellation)).ConfigureAwait(false);
            ecr.Remember(target.Registry, registry);
            targets[image.Repository] = target;
        }

        return images.ToDictionary(image => image.Name, image => targets[image.Repository], StringComparer.Ordinal);
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
