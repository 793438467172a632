using System;
using System.Collections.Generic;
using System.Net.Http;

namespace ComposeX.Deploy.Registries;

/// <summary>One request to a registry, so that it can be made again.</summary>
internal sealed record RegistryCall(HttpMethod Method, RegistryHost Host, Uri Address, RegistryScope Scope)
{
    /// <summary>The body, made anew for each attempt; it says when something of it has moved.</summary>
    public Func<Action, HttpContent>? Body { get; init; }

    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>Whether to go where the registry sends us; otherwise being sent on is the answer.</summary>
    public bool Follows { get; init; } = true;
}

/// <summary>What a call needs to be allowed to do.</summary>
internal sealed record RegistryScope(string Repository, bool Push)
{
    public override string ToString() => $"repository:{Repository}:{(Push ? "pull,push" : "pull")}";
}
