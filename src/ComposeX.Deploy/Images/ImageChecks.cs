using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Deploy.Registries.Archives;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Images;

/// <summary>Whether an image is what the compose file says it is.</summary>
internal static class ImageChecks
{
    /// <summary>What can be said before the image is there.</summary>
    public static IEnumerable<Diagnostic> Of(ImageWish image) =>
        image.Platforms.Count > 0 ? Platforms(image, image.Platforms) : [];

    public static IEnumerable<Diagnostic> Of(ImageWish image, ArchivedImage archived)
    {
        if (image.Expected is not { } expected)
            return [];
        var configurations = archived.Configurations;
        var ports = configurations.SelectMany(configuration => configuration.Ports).Select(WithProtocol).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var closed = ports.Count == 0 ? [] : expected.Ports.Where(port => !ports.Contains(WithProtocol(port))).Select(port => ImageDiagnostics.PortNotExposed(image.Origin, port, ports));
        var user = configurations.Select(configuration => configuration.User).FirstOrDefault(user => user is not null);
        var others = expected.User is { } wanted && user is not null && wanted != user ? [ImageDiagnostics.OtherUser(image.Origin, wanted, user)] : Array.Empty<Diagnostic>();
        return [.. Platforms(image, [.. configurations.Select(configuration => configuration.Platform)]), .. closed, .. others];
    }

    private static IEnumerable<Diagnostic> Platforms(ImageWish image, IReadOnlyList<string> actual)
    {
        var known = actual.Select(WithoutVariant).ToList();
        return (image.Expected?.Platforms ?? []).Where(platform => !known.Contains(WithoutVariant(platform))).Select(platform => ImageDiagnostics.OtherPlatform(image.Origin, platform, known));
    }

    // What ECS runs has no variants: "linux/arm64/v8" is all that "linux/arm64" can mean.
    private static string WithoutVariant(string platform) => string.Join('/', platform.ToLowerInvariant().Split('/').Take(2));

    private static string WithProtocol(string port) => port.Contains('/', StringComparison.Ordinal) ? port.ToLowerInvariant() : port + "/tcp";
}
