using System.Collections.Generic;

namespace ComposeX.Deploy.Registries;

/// <summary>The kinds of content that registries keep.</summary>
internal static class MediaTypes
{
    public const string OciIndex = "application/vnd.oci.image.index.v1+json";

    public const string OciManifest = "application/vnd.oci.image.manifest.v1+json";

    private const string DockerIndex = "application/vnd.docker.distribution.manifest.list.v2+json";

    private const string DockerManifest = "application/vnd.docker.distribution.manifest.v2+json";

    /// <summary>All that may stand behind a tag.</summary>
    public static IReadOnlyList<string> Manifests { get; } = [OciIndex, OciManifest, DockerIndex, DockerManifest];

    public static bool IsIndex(string? type) => type is OciIndex or DockerIndex;
}
