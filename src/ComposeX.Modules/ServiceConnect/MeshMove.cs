using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Meshes;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>An <c>x-appmesh</c> that becomes Service Connect: the same nodes, names and ways.</summary>
internal sealed class MeshMove
{
    private readonly MeshTls _tls;
    private readonly MeshRouting _routing;
    private readonly MeshPlan _plan;
    private readonly Surroundings _surroundings;

    private MeshMove(MeshPlan plan, Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        _plan = plan;
        _surroundings = surroundings;
        Topology = MeshTopology.Of(plan, surroundings);
        Namespace = MeshNamespace.Of(plan, Topology, surroundings);
        _tls = new(Topology, surroundings, diagnostics);
        _routing = new(plan, Topology, diagnostics);
        Names = new(plan, _routing, Namespace, _tls, surroundings, diagnostics);
        MeshLosses.Report(plan, declaration, diagnostics);
        Namespace.Check(plan, diagnostics);
        foreach (var end in Topology.Ends)
        {
            MeshLosses.Report(end, _tls, diagnostics);
            Check(end, diagnostics);
        }
    }

    public MeshTopology Topology { get; }

    public MeshNamespace Namespace { get; }

    public MeshNames Names { get; }

    /// <summary>The ways between families.</summary>
    public IEnumerable<Reach> Reaches =>
        from edge in Topology.Edges
        let to = edge.To.Family
        where edge.From.Family is not null && to is not null && edge.From != edge.To
        select new Reach(edge.From.Family!, to, to.Services, false, edge.Origin);

    /// <summary>Null when there is no mesh, or when it becomes something else.</summary>
    public static MeshMove? Of(Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var (declaration, offer) = surroundings.Offers<MeshOffer>().FirstOrDefault();
        return offer is { Provider: MeshProvider.ServiceConnect } ? new(offer.Plan, declaration, surroundings, diagnostics) : null;
    }

    /// <summary>What is made once for all.</summary>
    public Synthesized Shared(DiagnosticBag diagnostics) => Synthesized.Join(
    [
        MeshRecords.Of(_plan, _routing, Namespace, diagnostics),
        _plan.ClusterWideGroup is { Value: true } group ? MeshGroup.Of(_surroundings, group.Origin, diagnostics) : new(),
    ]);

    /// <summary>What a family is asked for as a node, beside taking part in the namespace.</summary>
    public Synthesized Of(Family family, DiagnosticBag diagnostics)
    {
        if (Topology.Of(family) is not { } end)
        {
            return new Synthesized();
        }

        IReadOnlyList<string> containers = [.. family.Services.Select(service => service.Name)];
        var cfn = new Cfn(end.Node.Name.Origin);
        var offered = Names.Of(family);
        var log = MeshLosses.AccessLog(end.Node);
        var rules = MeshEdges.Rules(end, Topology, _surroundings, diagnostics);
        var isEncrypted = offered.Any(service => service["Tls"] is not null);
        return new()
        {
            Resources = [.. isEncrypted ? [MeshTls.Role(family, cfn.Origin)] : Array.Empty<SynthesizedResource>(), .. rules],
            Contributions =
            [
                .. offered.Count == 0 && log is null ? [] : new[]
                {
                    new SetOnService(family, ConnectConfiguration.Property, cfn.Map(
                        ("Services", offered.Count == 0 ? null : cfn.List(offered)), ("AccessLogConfiguration", log)), cfn.Origin),
                },
                .. MeshEdges.Of(end, Topology),
                .. rules.Select(rule => new WaitFor(family, rule.LogicalId, rule.Origin)),
                .. _plan.ClusterWideGroup is { Value: true } group ? [MeshGroup.Join(family, group.Origin)] : Array.Empty<Contribution>(),
                .. from backend in end.Node.Backends
                   let service = Topology.FindService(backend.Value)
                   where service is not null
                   select new SetVariable(family, containers, MeshEdges.VariableOf(backend.Value), Reached(service, backend.Origin), backend.Origin),
            ],
        };
    }

    /// <summary>Reports ports of a node that its <c>x-ecs_connect</c> says another protocol of.</summary>
    public void CheckProtocols(Family family, IEnumerable<SetAppProtocol> said, DiagnosticBag diagnostics)
    {
        foreach (var set in said)
        {
            foreach (var port in Topology.Of(family)?.Ports.Where(port => port.Number.Value == set.Port && MeshEdges.Word(port.Protocol.Value) != set.AppProtocol) ?? [])
            {
                diagnostics.Add(MeshMoveDiagnostics.ProtocolSaidElsewhere(set.Port, set.AppProtocol, port.Protocol.Origin));
            }
        }
    }

    // The name by which App Mesh handed backends over, which leads to the same place. Where nothing does, the place itself.
    private CfnValue Reached(MeshService service, Location origin)
    {
        var end = _routing.LeadsOf(service).Select(lead => lead.End).FirstOrDefault(lead => lead.Family is null);
        var address = end is null || Namespace.InDns(service) is not null ? null
            : end.Node.HostName is { } host ? new CfnString(host.Value, origin) : end.Endpoint?.Address;
        return address ?? new CfnString(Namespace.FullName(service), origin);
    }

    private void Check(MeshEnd end, DiagnosticBag diagnostics)
    {
        if (end.Family is not { } family)
        {
            return;
        }

        var said = NetworkKey.ConnectOf(family);
        if (said.Count > 0 && !NetworkKey.IsOn(family))
        {
            diagnostics.Add(MeshMoveDiagnostics.KeptOut(end.Name, said[0].Value.Location));
        }

        foreach (var other in NetworkKey.ConnectNamespaces(family).Where(other => Namespace.Cloudmap is { } own && !string.Equals(other.Value, own.Value, StringComparison.Ordinal)))
        {
            diagnostics.Add(MeshMoveDiagnostics.OtherNamespace(end.Name, Namespace.Cloudmap!.Value.Value, other.Origin));
        }

        foreach (var (service, key) in family.Services.SelectMany(service => service.Extensions.Where(IsTraced), (service, extension) => (service, extension)))
        {
            diagnostics.Add(MeshMoveDiagnostics.TracesEnd(service.Name, key.Key.Location));
        }
    }

    private static bool IsTraced(YamlEntry extension) => extension.Name is "x-xray" or "x-ray" && extension.Value is not YamlScalar { Text: "false" };
}
