using System;
using System.Threading;
using System.Threading.Tasks;
using ComposeX.Deploy.Registries;

namespace ComposeX.Deploy.Images;

/// <summary>Where an image goes.</summary>
/// <param name="Address">Registry and repository, as a task definition names them.</param>
/// <param name="Repository">The repository in the registry.</param>
internal sealed record ImageTarget(string Address, string Registry, string Repository)
{
    /// <summary>The registry by its own operations, when it is ECR's.</summary>
    public EcrRegistry? Ecr { get; init; }

    /// <summary>Whether the repository is there, as far as anybody knows.</summary>
    public bool Exists { get; init; } = true;

    /// <summary>The digest behind a tag; null when there is none. ECR says it without being signed in to as a registry.</summary>
    public async Task<string?> FindAsync(string tag, RegistryTransport transport, CancellationToken cancellation)
    {
        if (!Exists)
            return null;
        return Ecr is not null
            ? await Ecr.FindImageAsync(Repository, tag, cancellation).ConfigureAwait(false)
            : await (await OpenAsync(transport, cancellation).ConfigureAwait(false)).FindAsync(tag, cancellation).ConfigureAwait(false);
    }

    public async Task<RegistryRepository> OpenAsync(RegistryTransport transport, CancellationToken cancellation) =>
        new(transport, await transport.HostAsync(Registry, cancellation).ConfigureAwait(false), Address[(Registry.Length + 1)..], push: true);

    /// <summary>A target from an address as ECR gives it, with or without a scheme.</summary>
    public static ImageTarget OfEcr(EcrRegistry ecr, string repository, string address)
    {
        var plain = address[(address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0)..].TrimEnd('/');
        return new(plain.Contains('/', StringComparison.Ordinal) ? plain : $"{plain}/{repository}", plain.Split('/')[0], repository) { Ecr = ecr };
    }
}
