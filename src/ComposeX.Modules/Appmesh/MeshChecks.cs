using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Model.Meshes;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>What must hold of a mesh whoever makes it: every name in its drawing means something.</summary>
internal sealed class MeshChecks(MeshPlan plan, MeshTopology topology, Surroundings surroundings, DiagnosticBag diagnostics)
{
    public void Check()
    {
        foreach (var node in plan.Nodes)
        {
            CheckNode(node);
        }

        foreach (var again in topology.Ends.Where(end => end.Family is { } family && topology.Of(family) != end))
        {
            diagnostics.Add(AppmeshDiagnostics.FamilyTwice(again.Name, again.Family!.Name, topology.Of(again.Family)!.Name, again.Node.Name.Origin));
        }

        foreach (var router in plan.Routers)
        {
            CheckRouter(router);
        }

        CheckDependencies();

        foreach (var service in plan.Services)
        {
            CheckService(service);
        }
    }

    private IReadOnlyList<string> Nodes => [.. plan.Nodes.Select(node => node.Name.Value)];

    private void CheckNode(MeshNode node)
    {
        var name = node.Name;
        if (topology.Find(name.Value) is { } end)
        {
            CheckPorts(node, end);
        }
        else
        {
            IReadOnlyList<string> meanings =
            [
                .. MeshTopology.FamiliesOf(node, surroundings).Select(family => $"the family \"{family.Name}\""),
                .. MeshTopology.ResourcesOf(node, surroundings).Select(pair => $"\"{pair.Declaration.Module.Key}::{pair.Declaration.Name}\""),
            ];
            diagnostics.Add(meanings.Count > 0
                ? AppmeshDiagnostics.AmbiguousNode(name.Value, meanings, name.Origin)
                : AppmeshDiagnostics.UnknownNode(name.Value, KnownEnds(), name.Origin));
        }

        foreach (var backend in node.Backends.Where(backend => topology.FindService(backend.Value) is null))
        {
            var other = topology.FindRouter(backend.Value) is not null ? "router" : Nodes.Contains(backend.Value, StringComparer.Ordinal) ? "node" : null;
            diagnostics.Add(AppmeshDiagnostics.UnknownBackend(backend.Value, other, [.. plan.Services.Select(service => service.Name.Value)], backend.Origin));
        }
    }

    private void CheckPorts(MeshNode node, MeshEnd end)
    {
        if (end.Family is { } family)
        {
            IReadOnlyList<int> known = [.. family.Services.SelectMany(ContainerPort.Of).Where(port => port.Protocol == "tcp").Select(port => port.Number).Distinct()];
            foreach (var port in node.Ports.Where(port => !known.Contains(port.Number.Value)))
            {
                diagnostics.Add(AppmeshDiagnostics.UnknownPort(port.Number.Value, $"node \"{end.Name}\"", known, port.Number.Origin));
            }

            if (node is { Ports.Count: 0, Protocol: null } && known.Count > end.Ports.Count)
            {
                diagnostics.Add(AppmeshDiagnostics.NoProtocol(end.Name, node.Name.Origin));
            }
        }
        else if (end.Ports.Count == 0 && end.Endpoint?.Port is null)
        {
            diagnostics.Add(AppmeshDiagnostics.NoPort(end.Name, node.Name.Origin));
        }
    }

    private void CheckRouter(MeshRouter router)
    {
        foreach (var target in router.Routes.SelectMany(route => route.Targets))
        {
            if (!IsNode(target.Node.Value, target.Node.Origin) || topology.Find(target.Node.Value) is not { } end)
            {
                continue;
            }

            if (target.Port is { } port && MeshTopology.PortOf(router, target, end) is null)
            {
                diagnostics.Add(AppmeshDiagnostics.UnknownPort(port.Value, $"node \"{end.Name}\"", [.. end.Ports.Select(own => own.Number.Value)], port.Origin));
            }

            CheckReachable(end, target.Node.Origin);
        }

        IReadOnlyList<int> listens = [.. router.Ports.Select(port => port.Number.Value)];
        foreach (var port in router.Routes.Select(route => route.Match.Port).Where(port => port is { } asked && !listens.Contains(asked.Value)))
        {
            diagnostics.Add(AppmeshDiagnostics.UnknownPort(port!.Value.Value, $"router \"{router.Name.Value}\"", listens, port.Value.Origin));
        }
    }

    private void CheckService(MeshService service)
    {
        if (service.Node is { } node && IsNode(node.Value, node.Origin) && topology.Find(node.Value) is { } end)
        {
            CheckReachable(end, node.Origin);
        }

        if (service.Router is { } router && topology.FindRouter(router.Value) is null)
        {
            diagnostics.Add(AppmeshDiagnostics.UnknownPart("router", router.Value, [.. plan.Routers.Select(known => known.Name.Value)], router.Origin));
        }
    }

    // Between nodes, who depends on whom is an order and no way.
    private void CheckDependencies()
    {
        foreach (var (end, dependency) in topology.Ends.SelectMany(end => end.Family?.Services.SelectMany(service => service.DependsOn).Select(dependency => (end, dependency)) ?? []))
        {
            foreach (var other in surroundings.Resolve(dependency.Service).Select(topology.Of).OfType<MeshEnd>().Where(other => other != end && !topology.Edges.Any(edge => edge.From == end && edge.To == other)))
            {
                diagnostics.Add(AppmeshDiagnostics.NoWayByDependency(end.Name, other.Name, dependency.Origin));
            }
        }
    }

    // One of a family that listens nowhere is reported for its protocol where it has ports.
    private void CheckReachable(MeshEnd end, Location origin)
    {
        if (end is { Family: { } family, Ports.Count: 0 } && !family.Services.SelectMany(ContainerPort.Of).Any(port => port.Protocol == "tcp"))
        {
            diagnostics.Add(AppmeshDiagnostics.NoPort(end.Name, origin));
        }
    }

    private bool IsNode(string name, Location origin)
    {
        var isNode = Nodes.Contains(name, StringComparer.Ordinal);
        if (!isNode)
        {
            diagnostics.Add(AppmeshDiagnostics.UnknownPart("node", name, Nodes, origin));
        }

        return isNode;
    }

    private IReadOnlyList<string> KnownEnds() => [.. surroundings.Families.Select(family => family.Name)
        .Concat(surroundings.Families.SelectMany(family => family.Services).Select(service => service.Name))
        .Concat(surroundings.Offers<EndpointOffer>().Select(pair => pair.Declaration.Name))
        .Distinct(StringComparer.Ordinal)];
}
