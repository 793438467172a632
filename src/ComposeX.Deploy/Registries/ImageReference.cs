using System;
using System.Text.RegularExpressions;

namespace ComposeX.Deploy.Registries;

/// <summary>The name of an image: the registry, the repository in it, and a tag, a digest or both.</summary>
/// <param name="Registry">Host and port; <c>docker.io</c> when the name has none.</param>
internal sealed partial record ImageReference(string Registry, string Repository, string? Tag, string? Digest)
{
    public const string DockerHub = "docker.io";

    /// <summary>What a registry is asked for: the digest where there is one.</summary>
    public string Reference => Digest ?? Tag ?? "latest";

    /// <summary>The name as people and Docker write it; null when it is none.</summary>
    public static ImageReference? Parse(string text)
    {
        var (name, digest) = text.Split('@', 2) is [var before, var after] ? (before, after) : (text, null);
        if (digest is not null && !Digests.IsWellFormed(digest))
            return null;
        var (registry, path) = Split(name);
        var (repository, tag) = path.LastIndexOf(':') is >= 0 and var colon ? (path[..colon], path[(colon + 1)..]) : (path, null);
        if (registry == DockerHub && !repository.Contains('/', StringComparison.Ordinal))
            repository = "library/" + repository;
        return IsRepository(repository) && IsRegistry(registry) && (tag is null || Tags().IsMatch(tag)) ? new(registry, repository, tag, digest) : null;
    }

    public static bool IsRepository(string text) => text.Length is > 0 and <= 255 && Repositories().IsMatch(text);

    public static bool IsRegistry(string text) => Registries().IsMatch(text) && Uri.TryCreate("https://" + text, UriKind.Absolute, out _);

    // "shop/web" is a repository of Docker Hub; "localhost/web" and "example.org/web" are not.
    private static (string Registry, string Path) Split(string name)
    {
        if (name.Split('/', 2) is not [var first, var rest] || !(first.AsSpan().IndexOfAny('.', ':') >= 0 || first == "localhost"))
            return (DockerHub, name);
        return (first is "index.docker.io" or "registry-1.docker.io" ? DockerHub : first, rest);
    }

    [GeneratedRegex(@"^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Repositories();

    [GeneratedRegex(@"^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Registries();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
