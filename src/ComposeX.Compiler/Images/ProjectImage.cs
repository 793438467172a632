using System.Collections.Generic;

namespace ComposeX.Compiler.Images;

/// <summary>What a .NET project says of the image that is made of it, for services whose compose file does not say.</summary>
/// <param name="ProjectFile">The project file's absolute path; the image's build context is its folder.</param>
public sealed record ProjectImage(string ProjectFile)
{
    /// <summary>What the image runs on, as <c>linux/arm64</c>; null when the project does not say.</summary>
    public string? Platform { get; init; }

    /// <summary>The ports that the container listens on, as <c>8080/tcp</c>.</summary>
    public IReadOnlyList<string> Ports { get; init; } = [];
}
