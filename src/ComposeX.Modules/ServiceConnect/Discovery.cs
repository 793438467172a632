using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Model.Meshes;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>
/// Who finds whom by name when the compose file does not say how: both ends of a way between tasks take part, unless one of them has an
/// <c>x-ecs_connect</c> of its own, the reached one is registered in DNS, both are nodes of a mesh, or one of them is a node of App Mesh, which has a proxy of its own.
/// </summary>
/// <param name="Reaches">The ways on which names lead by themselves.</param>
/// <param name="Orders">The ways, with names however they come, on which the reached one is to start first though nothing depends on it.</param>
/// <param name="Mesh">The mesh that becomes Service Connect, or null. Its nodes take part, and its names go before all others.</param>
internal sealed record Discovery(IReadOnlyList<Reach> Reaches, IReadOnlyList<Reach> Orders, PublishedNames Names, MeshMove? Mesh)
{
    public static Discovery Of(Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var mesh = MeshMove.Of(surroundings, diagnostics);
        var proxied = surroundings.Offers<MeshOffer>().Where(pair => pair.Offer.Provider == MeshProvider.AppMesh).Select(pair => MeshTopology.Of(pair.Offer.Plan, surroundings)).FirstOrDefault();
        var all = Reach.All(surroundings);
        var open = all.Where(reach => IsOpen(reach.From) && IsOpen(reach.To) && proxied?.Of(reach.From) is null && proxied?.Of(reach.To) is null && !NetworkKey.IsRegistered(reach.To) && !(IsNode(reach.From) && IsNode(reach.To))).ToList();
        foreach (var (service, port) in open.SelectMany(reach => reach.Targets).SelectMany(service => ContainerPort.Of(service).Where(port => port.Protocol != "tcp"), (service, port) => (service, port)))
        {
            diagnostics.Add(ServiceConnectDiagnostics.NotTcp(service.Name, port.Number, port.Protocol, port.Origin));
        }

        IReadOnlyList<Reach> reaches = [.. open.Where(reach => reach.Targets.Any(service => ContainerPort.Of(service).Any(port => port.Protocol == "tcp")))];
        var named = all.Where(reach => reaches.Contains(reach) || (NetworkKey.IsOn(reach.From) && NetworkKey.IsOn(reach.To)));
        return new(reaches, InOrder(named.Concat(mesh?.Reaches ?? []), all, diagnostics), new(reaches, surroundings.Families, mesh?.Names, diagnostics), mesh);

        bool IsNode(Family family) => mesh?.Topology.Of(family) is not null;
    }

    /// <summary>Whether a family takes part.</summary>
    public bool Has(Family family) => OriginOf(family) is not null;

    /// <summary>The text by which a family takes part; null when it does not.</summary>
    public Location? OriginOf(Family family) =>
        Mesh?.Topology.Of(family)?.Node.Name.Origin ?? Reaches.Where(reach => reach.From == family || reach.To == family).Select(reach => (Location?)reach.Origin).FirstOrDefault();

    /// <summary>Whether nothing is said of Service Connect for the family, and its tasks run where it is.</summary>
    public static bool IsOpen(Family family) => NetworkKey.ConnectOf(family).Count == 0 && !NetworkKey.IsExternal(family);

    // A task only knows the names that were there when its deployment began, so whom it reaches starts first, where that is possible.
    private static IReadOnlyList<Reach> InOrder(IEnumerable<Reach> reaches, IReadOnlyList<Reach> all, DiagnosticBag diagnostics)
    {
        var orders = all.Where(reach => reach.IsOrdered).ToList();
        var added = new List<Reach>();
        foreach (var reach in reaches.Where(reach => !reach.IsOrdered))
        {
            if (Waits(reach.To, reach.From, orders))
            {
                diagnostics.Add(ServiceConnectDiagnostics.NoOrder(reach.From.Name, reach.To.Name, reach.Origin));
                continue;
            }

            orders.Add(reach);
            added.Add(reach);
        }

        return added;
    }

    private static bool Waits(Family family, Family on, IReadOnlyList<Reach> orders)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        return Visit(family);

        bool Visit(Family one) => visited.Add(one.Name) && (one == on || orders.Where(order => order.From == one).Any(order => Visit(order.To)));
    }
}
