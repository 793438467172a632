using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Compose.Projects;

/// <summary>A compose project after every loading phase: merged, in canonical form, immutable.</summary>
/// <param name="Name">The project's name, by Compose's rules.</param>
/// <param name="Root">The merged tree in canonical form.</param>
public sealed record ComposeProject(string Name, YamlMapping Root)
{
    /// <summary>Services in the order written; those of inactive profiles are gone.</summary>
    public IReadOnlyList<ComposeService> Services { get; init; } = [];

    /// <summary>Networks in the order written, with the implicit <c>default</c> one when a service is on it.</summary>
    public IReadOnlyList<ComposeNetwork> Networks { get; init; } = [];

    public IReadOnlyList<ComposeVolume> Volumes { get; init; } = [];

    public IReadOnlyList<ComposeSecret> Secrets { get; init; } = [];

    public IReadOnlyList<ComposeConfig> Configs { get; init; } = [];

    public IReadOnlyList<ComposeModel> Models { get; init; } = [];

    /// <summary>Top-level <c>x-*</c> keys, in the order written, as located nodes without aliases.</summary>
    public IReadOnlyList<YamlEntry> Extensions { get; init; } = [];

    /// <summary>Every file that was read or looked for: compose files, extended, included and env files. A build depends on them.</summary>
    public IReadOnlyList<string> FilesRead { get; init; } = [];

    /// <summary>The names of the environment variables that interpolation asked for, sorted ordinally. A build depends on their values.</summary>
    public IReadOnlyList<string> VariablesRead { get; init; } = [];
}
