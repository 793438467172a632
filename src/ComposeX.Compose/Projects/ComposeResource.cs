using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Compose.Projects;

/// <summary>A network, volume, secret, config or model of the project.</summary>
/// <param name="Key">The key in its section, which services use.</param>
/// <param name="Node">The resource in canonical form.</param>
/// <param name="Origin">The resource's key.</param>
public abstract record ComposeResource(string Key, YamlMapping Node, Location Origin)
{
    /// <summary>The name outside the project.</summary>
    public Located<string>? Name { get; init; }

    /// <summary>Whether it exists already and is not made by this project.</summary>
    public bool IsExternal { get; init; }

    public Located<string>? Driver { get; init; }

    public IReadOnlyList<ComposeVariable> DriverOptions { get; init; } = [];

    public IReadOnlyList<ComposeVariable> Labels { get; init; } = [];

    /// <summary><c>x-*</c> keys of the resource, in the order written.</summary>
    public IReadOnlyList<YamlEntry> Extensions { get; init; } = [];
}

/// <summary>A network.</summary>
public sealed record ComposeNetwork(string Key, YamlMapping Node, Location Origin) : ComposeResource(Key, Node, Origin)
{
    public bool IsInternal { get; init; }

    public bool IsAttachable { get; init; }
}

/// <summary>A named volume.</summary>
public sealed record ComposeVolume(string Key, YamlMapping Node, Location Origin) : ComposeResource(Key, Node, Origin);

/// <summary>A secret. One without a file and without a variable names a secret of AWS Secrets Manager.</summary>
public sealed record ComposeSecret(string Key, YamlMapping Node, Location Origin) : ComposeResource(Key, Node, Origin)
{
    public Located<string>? File { get; init; }

    public Located<string>? Environment { get; init; }
}

/// <summary>A config.</summary>
public sealed record ComposeConfig(string Key, YamlMapping Node, Location Origin) : ComposeResource(Key, Node, Origin)
{
    public Located<string>? File { get; init; }

    public Located<string>? Environment { get; init; }

    public Located<string>? Content { get; init; }
}

/// <summary>A language model.</summary>
public sealed record ComposeModel(string Key, YamlMapping Node, Location Origin) : ComposeResource(Key, Node, Origin)
{
    public Located<string>? Model { get; init; }

    public Located<int>? ContextSize { get; init; }

    public IReadOnlyList<Located<string>> RuntimeFlags { get; init; } = [];
}
