using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Meshes;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>
/// Brings each port behind a name of the mesh to one node. Service Connect neither looks at requests nor divides them between services,
/// so whatever a route said beside its node is reported where it was written.
/// </summary>
internal sealed class MeshRouting
{
    private readonly MeshTopology _topology;
    private readonly Dictionary<string, IReadOnlyList<MeshLead>> _ofRouters = new(StringComparer.Ordinal);

    public MeshRouting(MeshPlan plan, MeshTopology topology, DiagnosticBag diagnostics)
    {
        _topology = topology;
        foreach (var router in plan.Routers)
        {
            if (plan.Services.Any(service => service.Router is { } used && string.Equals(used.Value, router.Name.Value, StringComparison.Ordinal)))
            {
                _ofRouters[router.Name.Value] = [.. Ways(router).GroupBy(way => way.ClientPort.Number.Value).Select(ways => Lead([.. ways], diagnostics)).OfType<MeshLead>()];
            }
            else
            {
                diagnostics.Add(MeshMoveDiagnostics.RouterUnused(router.Name.Value, router.Name.Origin));
            }
        }
    }

    /// <summary>One for each port of the name.</summary>
    public IReadOnlyList<MeshLead> LeadsOf(MeshService service)
    {
        if (service.Router is { } router)
        {
            return _ofRouters.TryGetValue(router.Value, out var leads) ? leads : [];
        }

        return service.Node is { } node && _topology.Find(node.Value) is { } end
            ? end.Ports.Count == 0 && end.Family is null ? [new(null, end, null, [])] : [.. end.Ports.Select(port => new MeshLead(port, end, port, []))]
            : [];
    }

    private IEnumerable<MeshWay> Ways(MeshRouter router) =>
        from port in router.Ports
        from route in router.Routes
        where route.Protocol == port.Protocol.Value && (route.Match.Port is not { } asked || asked.Value == port.Number.Value)
        from target in route.Targets
        let end = _topology.Find(target.Node.Value)
        where end is not null
        select new MeshWay(port, end, MeshTopology.PortOf(router, target, end), route, target);

    private static MeshLead? Lead(IReadOnlyList<MeshWay> ways, DiagnosticBag diagnostics)
    {
        var chosen = ways.GroupBy(way => way.Route).Select(ofRoute => Heaviest([.. ofRoute], diagnostics)).ToList();
        if (chosen.Any(way => way is null))
        {
            return null;
        }

        var main = chosen.OfType<MeshWay>().FirstOrDefault(way => !MeshMatches.IsRestricted(way.Route.Match)) ?? chosen[0]!;
        var astray = chosen.OfType<MeshWay>().Where(way => way.End != main.End || way.Port != main.Port).ToList();
        foreach (var way in astray)
        {
            diagnostics.Add(MeshMoveDiagnostics.RoutesApart(MeshMatches.Describe(way.Route.Match), way.End.Name, main.End.Name, way.Route.Match.Origin));
        }

        if (astray.Count > 0)
        {
            return null;
        }

        var lead = new MeshLead(main.ClientPort, main.End, main.Port, [.. chosen.OfType<MeshWay>().Select(way => way.Route)]);
        Report(lead, diagnostics);
        return lead;
    }

    // Versions of one service have weights; the one that most requests go to is the one that is there.
    private static MeshWay? Heaviest(IReadOnlyList<MeshWay> ways, DiagnosticBag diagnostics)
    {
        var ordered = ways.OrderByDescending(way => way.Target.Weight.Value).ToList();
        var all = ordered.Sum(way => way.Target.Weight.Value);
        var others = ordered.Skip(1).Where(way => way.Target.Weight.Value > 0).ToList();
        if (others.Count > 0 && others[0].Target.Weight.Value == ordered[0].Target.Weight.Value)
        {
            diagnostics.Add(MeshMoveDiagnostics.EqualWeights(ordered[0].End.Name, others[0].End.Name, others[0].Target.Weight.Origin));
            return null;
        }

        foreach (var way in others)
        {
            diagnostics.Add(MeshMoveDiagnostics.WeightsDropped(way.End.Name, ordered[0].End.Name, way.Target.Weight.Value, all, way.Target.Weight.Origin));
        }

        return ordered[0];
    }

    private static void Report(MeshLead lead, DiagnosticBag diagnostics)
    {
        var takesAll = lead.Routes.Any(route => !MeshMatches.IsRestricted(route.Match));
        foreach (var route in lead.Routes)
        {
            if (MeshMatches.IsRestricted(route.Match))
            {
                var matched = MeshMatches.Describe(route.Match);
                diagnostics.Add(takesAll
                    ? MeshMoveDiagnostics.MatchNeedless(matched, lead.End.Name, route.Match.Origin)
                    : MeshMoveDiagnostics.MatchDropped(matched, lead.End.Name, route.Match.Origin));
            }

            if (route.Retry is { } retry)
            {
                diagnostics.Add(MeshMoveDiagnostics.RetriesFixed(retry.Origin));
            }

            foreach (var needless in new[] { route.Priority?.Origin, route.Name?.Origin }.OfType<Location>())
            {
                diagnostics.Add(MeshMoveDiagnostics.RouteDetail(needless));
            }
        }
    }
}
