using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Deploy.Registries.Archives;

/// <summary>What an archive holds: one image, or one for each of several platforms.</summary>
/// <param name="Top">What a tag is to stand for.</param>
/// <param name="Nested">What it consists of when it is an index, inmost first.</param>
internal sealed record ArchivedImage(ArchivedManifest Top, IReadOnlyList<ArchivedManifest> Nested)
{
    /// <summary>Every blob once, in the order in which manifests name them.</summary>
    public IReadOnlyList<Descriptor> Blobs => [.. Nested.Append(Top).SelectMany(manifest => manifest.Blobs).Where(blob => !blob.IsForeign).DistinctBy(blob => blob.Digest)];

    /// <summary>What can be run; attestations are no images.</summary>
    public IReadOnlyList<ImageConfiguration> Configurations => [.. Nested.Append(Top).Select(manifest => manifest.Configuration).OfType<ImageConfiguration>().Where(image => image.OperatingSystem != "unknown")];
}

/// <summary>A manifest as the archive has it, to the byte.</summary>
internal sealed record ArchivedManifest(string MediaType, string Digest, byte[] Content, IReadOnlyList<Descriptor> Blobs, ImageConfiguration? Configuration);
