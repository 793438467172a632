using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;

namespace ComposeX.Model.Meshes;

/// <summary>
/// The drawing of a mesh with what its names mean. Names that mean nothing are left out here; the room of <c>x-appmesh</c> reports them,
/// whoever makes the mesh.
/// </summary>
public sealed class MeshTopology
{
    private readonly MeshPlan _plan;

    private MeshTopology(MeshPlan plan, IReadOnlyList<MeshEnd> ends)
    {
        _plan = plan;
        Ends = ends;
        Edges = [.. ends.SelectMany(EdgesFrom)];
    }

    /// <summary>The nodes that mean something, in the order written.</summary>
    public IReadOnlyList<MeshEnd> Ends { get; }

    /// <summary>Every way of the drawing, each once.</summary>
    public IReadOnlyList<MeshEdge> Edges { get; }

    public static MeshTopology Of(MeshPlan plan, Surroundings surroundings) => new(plan, [.. plan.Nodes.Select(node => EndOf(node, surroundings)).OfType<MeshEnd>()]);

    /// <summary>The node of a name, or null.</summary>
    public MeshEnd? Find(string name) => Ends.FirstOrDefault(end => string.Equals(end.Name, name, StringComparison.Ordinal));

    /// <summary>The node that a family is, or null when it is not in the mesh.</summary>
    public MeshEnd? Of(Family family) => Ends.FirstOrDefault(end => end.Family == family);

    /// <summary>The service of a name, or null.</summary>
    public MeshService? FindService(string name) => _plan.Services.FirstOrDefault(service => string.Equals(service.Name.Value, name, StringComparison.Ordinal));

    /// <summary>The router of a name, or null.</summary>
    public MeshRouter? FindRouter(string name) => _plan.Routers.FirstOrDefault(router => string.Equals(router.Name.Value, name, StringComparison.Ordinal));

    /// <summary>The ports that a service is called on: those of its router, or of its node.</summary>
    public IReadOnlyList<MeshPort> PortsOf(string service) => FindService(service) is not { } found ? []
        : found.Router is { } router ? FindRouter(router.Value)?.Ports ?? []
        : found.Node is { } node ? Find(node.Value)?.Ports ?? [] : [];

    /// <summary>The families that a node's name means: one of that name, or those with a service of that name. Only one is a node.</summary>
    public static IReadOnlyList<Family> FamiliesOf(MeshNode node, Surroundings surroundings) => node.HostName is null ? surroundings.Resolve(node.Name.Value) : [];

    /// <summary>The resources that a node's name means, of whichever x-key. Only one is a node.</summary>
    public static IReadOnlyList<(Declaration Declaration, EndpointOffer Offer)> ResourcesOf(MeshNode node, Surroundings surroundings) => node.HostName is not null ? [] :
        [.. surroundings.Offers<EndpointOffer>().Where(pair => IsNamed(pair.Declaration, node.Name.Value))];

    /// <summary>The port of a node that a route leads to; null when the node has none of its own.</summary>
    public static MeshPort? PortOf(MeshRouter router, MeshTarget target, MeshEnd end) => target.Port is { } asked
        ? end.Ports.FirstOrDefault(port => port.Number.Value == asked.Value)
        : end.Ports.FirstOrDefault(port => router.Ports.Any(own => own.Number.Value == port.Number.Value))
            ?? end.Ports.FirstOrDefault(port => router.Ports.Any(own => own.Protocol.Value == port.Protocol.Value))
            ?? (end.Ports.Count > 0 ? end.Ports[0] : null);

    private static MeshEnd? EndOf(MeshNode node, Surroundings surroundings)
    {
        if (node.HostName is not null)
        {
            return new(node, node.Ports);
        }

        return (FamiliesOf(node, surroundings), ResourcesOf(node, surroundings)) switch
        {
            ([var family], _) => new(node, PortsOf(node, family)) { Family = family },
            ([], [var resource]) => new(node, node.Ports) { Resource = resource.Declaration, Endpoint = resource.Offer },
            _ => null,
        };
    }

    // A service that is not the whole family stands for its own ports.
    private static IReadOnlyList<MeshPort> PortsOf(MeshNode node, Family family)
    {
        if (node.Ports.Count > 0)
        {
            return node.Ports;
        }

        var services = string.Equals(family.Name, node.Name.Value, StringComparison.Ordinal)
            ? family.Services
            : family.Services.Where(service => string.Equals(service.Name, node.Name.Value, StringComparison.Ordinal));
        return [.. services.SelectMany(ContainerPort.Of)
            .Where(port => port.Protocol == "tcp")
            .GroupBy(port => port.Number)
            .Select(ports => ports.First())
            .Select(port => ProtocolOf(node, port) is { } protocol ? new MeshPort(new(port.Number, port.Origin), protocol) : null)
            .OfType<MeshPort>()];
    }

    private static Located<MeshProtocol>? ProtocolOf(MeshNode node, ContainerPort port) =>
        node.Protocol ?? (port.AppProtocol is { } spoken && Enum.TryParse<MeshProtocol>(spoken, true, out var protocol) ? new(protocol, port.Origin) : null);

    private IEnumerable<MeshEdge> EdgesFrom(MeshEnd end) =>
        from backend in end.Node.Backends
        let service = FindService(backend.Value)
        where service is not null
        from way in WaysOf(service).Distinct()
        select new MeshEdge(end, way.To, service, way.Port, backend.Origin);

    private IEnumerable<(MeshEnd To, MeshPort? Port)> WaysOf(MeshService service)
    {
        if (service.Node is { } node)
        {
            return Find(node.Value) is { } end ? Ways(end) : [];
        }

        return service.Router is { } name && FindRouter(name.Value) is { } router
            ? router.Routes.SelectMany(route => route.Targets).SelectMany(target => Find(target.Node.Value) is { } end ? [(end, PortOf(router, target, end))] : Array.Empty<(MeshEnd, MeshPort?)>())
            : [];
    }

    private static IEnumerable<(MeshEnd To, MeshPort? Port)> Ways(MeshEnd end) => end switch
    {
        { Ports.Count: > 0 } => end.Ports.Select(port => (end, (MeshPort?)port)),
        { Resource: not null } => [(end, null)],
        _ => [],
    };

    // "db", or in full "x-rds::db".
    private static bool IsNamed(Declaration declaration, string name) =>
        string.Equals(declaration.Name, name, StringComparison.Ordinal) || string.Equals($"{declaration.Module.Key}::{declaration.Name}", name, StringComparison.Ordinal);
}
