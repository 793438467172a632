using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Build.Tasks.Images;

/// <summary>.NET's runtime identifiers and the platforms of images.</summary>
internal static class ImagePlatform
{
    public const string Default = "linux/amd64";

    /// <summary>The platform that a runtime identifier is for: <c>linux/arm64</c> for <c>linux-musl-arm64</c>; null for one that no task runs on.</summary>
    public static string? Of(string runtimeIdentifier)
    {
        var parts = runtimeIdentifier.ToLowerInvariant().Split('-');
        var system = parts[0].StartsWith("win", StringComparison.Ordinal) ? "windows" : parts[0].StartsWith("osx", StringComparison.Ordinal) ? null : "linux";
        var processor = parts[parts.Length - 1] switch
        {
            "x64" => "amd64",
            "arm64" => "arm64",
            _ => null,
        };
        return system is null || processor is null ? null : system + "/" + processor;
    }

    /// <summary>The same of what a project says once for all its containers; a runtime that is no Linux is that of a developer's machine.</summary>
    public static string? OfLinux(string? runtimeIdentifier) =>
        string.IsNullOrEmpty(runtimeIdentifier) || Of(runtimeIdentifier!) is not { } platform || !platform.StartsWith("linux/", StringComparison.Ordinal) ? null : platform;

    /// <summary>The runtime identifier for a platform: of those that the project names the first that fits, else .NET's own for it.</summary>
    public static string RuntimeFor(string platform, IEnumerable<string> named) =>
        named.FirstOrDefault(runtime => string.Equals(Of(runtime), platform, StringComparison.Ordinal)) ?? platform switch
        {
            "linux/arm64" => "linux-arm64",
            "windows/amd64" => "win-x64",
            _ => "linux-x64",
        };
}
