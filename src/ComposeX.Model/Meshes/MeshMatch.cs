using System.Collections.Generic;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Model.Meshes;

/// <summary>What a request must look like for a route. All that is said must hold; nothing said matches everything.</summary>
/// <param name="Origin">The match, or the route that has none.</param>
public sealed record MeshMatch(Location Origin)
{
    /// <summary>The start of the path (HTTP).</summary>
    public Located<string>? Prefix { get; init; }

    /// <summary>The path as a whole, or a pattern of it (HTTP); never beside <see cref="Prefix"/>.</summary>
    public MeshText? Path { get; init; }

    public Located<string>? Method { get; init; }

    public Located<string>? Scheme { get; init; }

    public IReadOnlyList<MeshField> Headers { get; init; } = [];

    public IReadOnlyList<MeshField> QueryParameters { get; init; } = [];

    public Located<string>? GrpcService { get; init; }

    public Located<string>? GrpcMethod { get; init; }

    public IReadOnlyList<MeshField> Metadata { get; init; } = [];

    /// <summary>The router's port that the request came to.</summary>
    public Located<int>? Port { get; init; }
}

/// <summary>A header, a parameter of the query or an entry of gRPC's metadata.</summary>
/// <param name="Text">What its value must be; null when it only must be there.</param>
/// <param name="IsInverted">Whether the route takes what does not match.</param>
public sealed record MeshField(Located<string> Name, MeshText? Text, bool IsInverted);

/// <summary>How a text is compared.</summary>
/// <param name="Value">The text; of a <see cref="MeshComparison.Range"/> its start.</param>
public sealed record MeshText(MeshComparison Comparison, Located<string> Value)
{
    /// <summary>The first number behind a <see cref="MeshComparison.Range"/>.</summary>
    public Located<string>? End { get; init; }
}

/// <summary>The ways to compare a text.</summary>
public enum MeshComparison
{
    Exact,
    Prefix,
    Suffix,
    Regex,

    /// <summary>A whole number from a start to before an end.</summary>
    Range,
}
