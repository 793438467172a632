using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Images;

/// <summary>The images that a build wants in a registry.</summary>
/// <param name="Registry">Host, port and what comes before each repository; null for the account's own ECR.</param>
internal sealed record ImageWishes(string? Registry, IReadOnlyList<ImageWish> Images)
{
    public const int FormatVersion = 1;
}

/// <summary>An image that a build wants in a registry.</summary>
/// <param name="ContentHash">Of all that goes into it beside the base image.</param>
/// <param name="Platforms">What it is built for, such as <c>linux/amd64</c>.</param>
internal sealed record ImageWish(string Name, string Repository, string ContentHash, IReadOnlyList<string> Platforms, Location Origin)
{
    public string? BaseImage { get; init; }

    /// <summary>The image itself, when it was built.</summary>
    public string? Archive { get; init; }

    public ExpectedImage? Expected { get; init; }

    public ScanWish? Scan { get; init; }
}

/// <summary>What the compose file says about an image.</summary>
internal sealed record ExpectedImage(IReadOnlyList<string> Platforms, IReadOnlyList<string> Ports, string? User);

/// <summary>How many findings a scan of the image may have.</summary>
/// <param name="Thresholds">The most that are accepted, by severity.</param>
/// <param name="IgnoresFailure">Whether more than that is no reason to stop.</param>
/// <param name="AcceptsNoResult">Whether a scan that cannot be done counts as passed.</param>
internal sealed record ScanWish(IReadOnlyDictionary<string, int> Thresholds, bool IgnoresFailure, bool AcceptsNoResult);
