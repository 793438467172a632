using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Meshes;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>Where a port behind a name of the mesh leads, now that it can lead to one node only.</summary>
/// <param name="ClientPort">The port that clients use: the router's, or the node's own; null for a resource that says its port itself.</param>
/// <param name="Port">The port of the node, or null.</param>
/// <param name="Routes">The routes that led there, none where the name is the node's.</param>
internal sealed record MeshLead(MeshPort? ClientPort, MeshEnd End, MeshPort? Port, IReadOnlyList<MeshRoute> Routes)
{
    /// <summary>The container that listens, and its port; null where the node is no family.</summary>
    public (ComposeService Service, ContainerPort Port)? Listener => (End.Family?.Services ?? [])
        .SelectMany(service => ContainerPort.Of(service).Where(port => port.Protocol == "tcp" && port.Number == Port?.Number.Value).Select(port => ((ComposeService, ContainerPort)?)(service, port)))
        .FirstOrDefault();
}

/// <summary>A way behind a router, as the mesh is drawn.</summary>
internal sealed record MeshWay(MeshPort ClientPort, MeshEnd End, MeshPort? Port, MeshRoute Route, MeshTarget Target);
