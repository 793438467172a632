using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Compose;

/// <summary>All that loading a project may depend on. Nothing else is looked at: no process environment, no current directory.</summary>
public sealed record ComposeLoadRequest
{
    /// <summary>Absolute paths of the compose files, in the order in which later ones override earlier ones.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The absolute directory that relative paths resolve against, and where <c>.env</c> is looked for.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>The disk, as far as the loader may see it.</summary>
    public required ISourceFiles SourceFiles { get; init; }

    /// <summary>The variables of the process environment; they win over <c>.env</c>.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Absolute paths of env files given in place of <c>.env</c>; the last wins. Empty: <c>.env</c> of the project directory, when there is one.</summary>
    public IReadOnlyList<string> EnvironmentFiles { get; init; } = [];

    /// <summary>The profiles that are active; <c>*</c> activates all.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>A project name that wins over <c>COMPOSE_PROJECT_NAME</c>, over <c>name:</c> and over the directory's name.</summary>
    public string? ProjectName { get; init; }

    /// <summary>The directory that <c>~</c> stands for; without it, <c>HOME</c> or <c>USERPROFILE</c> of <see cref="Environment"/>.</summary>
    public string? HomeDirectory { get; init; }

    /// <summary>The services to load, with what they depend on; empty for all. Naming a service activates its profiles.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];
}
