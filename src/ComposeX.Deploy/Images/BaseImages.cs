using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using ComposeX.Deploy.Aws.Connections;
using ComposeX.Deploy.Registries;
using ComposeX.Deploy.Reporting;

namespace ComposeX.Deploy.Images;

/// <summary>The digests of base images: a newer one under the same name makes a new image. Where they cannot be had, the name must do.</summary>
internal sealed class BaseImages(EcrRegistries ecr, RegistryTransport transport, Reporter reporter)
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>What stands for an image's base in its tag.</summary>
    public async Task<string> FindAsync(ImageWish image, CancellationToken cancellation)
    {
        if (image.BaseImage is not { } name)
            return "";
        if (_known.TryGetValue(name, out var known))
            return known;
        var (digest, reason) = await FindAsync(name, cancellation).ConfigureAwait(false);

        // With the image itself at hand this was said before it was built.
        if (digest is null && image.Archive is null)
            reporter.Report(ImageDiagnostics.BaseUnknown(image.Origin, name, reason));
        return _known[name] = digest ?? name;
    }

    private async Task<(string? Digest, string Reason)> FindAsync(string name, CancellationToken cancellation)
    {
        if (ImageReference.Parse(name) is not { } image)
            return (null, "That is no name of an image.");
        if (image.Digest is not null)
            return (image.Digest, "");
        try
        {
            var digest = EcrAddress.Of(image.Registry) is { } address
                ? await ecr.Of(address).FindImageAsync(image.Repository, image.Reference, cancellation).ConfigureAwait(false)
                : await (await OpenAsync(image, cancellation).ConfigureAwait(false)).FindAsync(image.Reference, cancellation).ConfigureAwait(false);
            return (digest, $"\"{image.Registry}\" does not have it.");
        }
        catch (RegistryException refused)
        {
            return (null, refused.Diagnostic.Message);
        }
        catch (AmazonServiceException refused)
        {
            return (null, AwsFailures.Describe(refused)?.Message ?? refused.Message);
        }
    }

    private async Task<RegistryRepository> OpenAsync(ImageReference image, CancellationToken cancellation) =>
        new(transport, await transport.HostAsync(image.Registry, cancellation).ConfigureAwait(false), image.Repository, push: false);
}
