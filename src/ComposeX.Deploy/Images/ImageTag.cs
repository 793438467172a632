using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace ComposeX.Deploy.Images;

/// <summary>The tag of an image: a hash of all that goes into it, since what an image's bytes are changes from build to build.</summary>
internal static class ImageTag
{
    private const int Length = 32;

    /// <param name="baseImage">The base image's digest; its name where the digest cannot be had; empty when there is none.</param>
    public static string Of(ImageWish image, string baseImage)
    {
        var parts = string.Join('\n', [image.ContentHash, baseImage, .. image.Platforms.Order(StringComparer.Ordinal)]);
        return "composex-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(parts))).ToLowerInvariant()[..Length];
    }
}
