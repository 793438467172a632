using System.Collections.Generic;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;

namespace ComposeX.Model.Meshes;

/// <summary>A node of the mesh and what is behind it: a family, a declared resource, or a name in DNS.</summary>
/// <param name="Ports">The ports that it is reached on; none for a family that only reaches others, and for a resource that says its port itself (<see cref="EndpointOffer.Port"/>).</param>
public sealed record MeshEnd(MeshNode Node, IReadOnlyList<MeshPort> Ports)
{
    /// <summary>The family, or null.</summary>
    public Family? Family { get; init; }

    /// <summary>The declared resource, or null.</summary>
    public Declaration? Resource { get; init; }

    /// <summary>Where the resource is reached, or null.</summary>
    public EndpointOffer? Endpoint { get; init; }

    public string Name => Node.Name.Value;
}

/// <summary>A way of the drawing: a node may reach another one, by a name.</summary>
/// <param name="Port">The port of the node that is reached; null for a resource that says its port itself.</param>
/// <param name="Origin">The entry of the first node's backends.</param>
public sealed record MeshEdge(MeshEnd From, MeshEnd To, MeshService By, MeshPort? Port, ComposeX.Syntax.Location Origin);
