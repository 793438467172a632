using System.Collections.Generic;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Model.Meshes;

/// <summary>A point from which routes lead to nodes, by what a request looks like and by weight.</summary>
/// <param name="Ports">What it listens on, at least one.</param>
/// <param name="Routes">Its routes in the order written, all of a protocol that it listens for.</param>
public sealed record MeshRouter(Located<string> Name, IReadOnlyList<MeshPort> Ports, IReadOnlyList<MeshRoute> Routes);

/// <summary>One route of a router.</summary>
/// <param name="Targets">The nodes that it leads to, at least one.</param>
/// <param name="Origin">The route, where it was written.</param>
public sealed record MeshRoute(MeshProtocol Protocol, MeshMatch Match, IReadOnlyList<MeshTarget> Targets, Location Origin)
{
    /// <summary>The user's own name for it; null to be named for what it matches.</summary>
    public Located<string>? Name { get; init; }

    /// <summary>From 0, which is asked first, to 1000; null for the order of App Mesh.</summary>
    public Located<int>? Priority { get; init; }

    public MeshRetry? Retry { get; init; }

    public MeshTimeout? Timeout { get; init; }
}

/// <summary>A node that a route leads to.</summary>
/// <param name="Weight">Its part of the traffic, in relation to the weights of the others; 1 when the file does not say.</param>
/// <param name="Port">The port of the node; null for its only one, or the one that the router has too.</param>
public sealed record MeshTarget(Located<string> Node, Located<int> Weight, Located<int>? Port);

/// <summary>What is tried again, and how often.</summary>
public sealed record MeshRetry(Location Origin)
{
    public Located<int> MaxRetries { get; init; }

    public required MeshDuration PerRetryTimeout { get; init; }

    public IReadOnlyList<Located<string>> HttpEvents { get; init; } = [];

    public IReadOnlyList<Located<string>> TcpEvents { get; init; } = [];

    public IReadOnlyList<Located<string>> GrpcEvents { get; init; } = [];
}
