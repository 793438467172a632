using System.Collections.Generic;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Model.Meshes;

/// <summary>A mesh as it is drawn under <c>x-appmesh</c>, in either spelling: who is in it, by which names they are reached, and on which ways.</summary>
/// <param name="Origin">The key <c>x-appmesh</c>.</param>
public sealed record MeshPlan(Location Origin)
{
    /// <summary>The mesh's own name; null for the root stack's.</summary>
    public Located<string>? Name { get; init; }

    /// <summary>The account that shares an existing mesh with this one (<c>MeshOwner</c>), or null.</summary>
    public Located<string>? Owner { get; init; }

    /// <summary>Whether nodes reach what is not in the mesh; null when the file does not say.</summary>
    public Located<bool>? AllowsAllEgress { get; init; }

    /// <summary>The image of Envoy in place of AWS's latest (<c>MacroParameters.EnvoyImage</c>), or null.</summary>
    public Located<string>? EnvoyImage { get; init; }

    /// <summary>Whether all nodes share a security group in which everything is open, for trouble-shooting.</summary>
    public Located<bool>? ClusterWideGroup { get; init; }

    public IReadOnlyList<MeshNode> Nodes { get; init; } = [];

    public IReadOnlyList<MeshRouter> Routers { get; init; } = [];

    public IReadOnlyList<MeshService> Services { get; init; } = [];
}

/// <summary>A name under which something in the mesh is reached.</summary>
/// <param name="Node">The node that it leads to, or null.</param>
/// <param name="Router">The router that it leads to, or null. One of both is set.</param>
/// <param name="Namespace">The namespace of <c>x-cloudmap</c> that the name is in; null for that of the nodes.</param>
public sealed record MeshService(Located<string> Name, Located<string>? Node, Located<string>? Router, Located<string>? Namespace);
