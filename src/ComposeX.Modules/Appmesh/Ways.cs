using System;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Meshes;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>The security-group rules of a mesh: from node to node along its edges, on the port that is reached, and nothing else.</summary>
internal static class Ways
{
    public static Synthesized Of(MeshTopology topology, Surroundings surroundings, DiagnosticBag diagnostics) =>
        Synthesized.Join(topology.Edges.Select(edge => Of(edge, surroundings, diagnostics))) is var all
            ? all with { Resources = [.. all.Resources.GroupBy(resource => resource.LogicalId, StringComparer.Ordinal).Select(same => same.First())] }
            : new();

    /// <summary>
    /// What the mesh would drop: resources that a family uses and that are none of its backends. For a node with backends it does not
    /// matter that the mesh allows all.
    /// </summary>
    public static void ReportDropped(MeshPlan plan, MeshTopology topology, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        foreach (var end in topology.Ends.Where(end => end.Family is not null && (end.Node.Backends.Count > 0 || plan.AllowsAllEgress is not { Value: true })))
        {
            var reached = topology.Edges.Where(edge => edge.From == end).Select(edge => edge.To.Resource).OfType<Declaration>().ToList();
            foreach (var link in surroundings.LinksOf(end.Family!).Where(link => link.Declaration.Module.Offers(link.Declaration).OfType<EndpointOffer>().Any() && !reached.Contains(link.Declaration)))
            {
                diagnostics.Add(AppmeshDiagnostics.Dropped(end.Name, link.Declaration.Name, end.Node.Backends.Count == 0, link.Use.Target.Origin));
            }
        }
    }

    /// <summary>Backends of one node that the proxy cannot tell apart.</summary>
    public static void ReportSamePorts(MeshTopology topology, DiagnosticBag diagnostics)
    {
        foreach (var end in topology.Ends)
        {
            var ports = end.Node.Backends.SelectMany(backend => topology.PortsOf(backend.Value).Select(port => (backend, Port: port.Number.Value, IsTcp: port.Protocol.Value == MeshProtocol.Tcp))).ToList();
            foreach (var same in ports.GroupBy(port => port.Port).Where(same => same.Any(port => port.IsTcp)))
            {
                foreach (var again in same.Skip(1).Where(again => again.backend.Value != same.First().backend.Value))
                {
                    diagnostics.Add(AppmeshDiagnostics.SamePort(again.backend.Value, same.First().backend.Value, same.Key, again.backend.Origin));
                }
            }
        }
    }

    private static Synthesized Of(MeshEdge edge, Surroundings surroundings, DiagnosticBag diagnostics) => (edge.From.Family, edge.To) switch
    {
        ({ } source, { Family: { } target }) when edge.Port is { } port =>
            new() { Contributions = [new OpenIngress(target, new FamilySource(source), port.Number.Value, "tcp", edge.Origin)] },
        ({ } source, { Resource: { } resource }) when !surroundings.LinksTo(resource).Any(link => link.Family == source) => ToResource(edge, resource, diagnostics),
        _ => new(),
    };

    // Who uses a resource is let in by the resource's own room.
    private static Synthesized ToResource(MeshEdge edge, Declaration resource, DiagnosticBag diagnostics)
    {
        var family = edge.From.Family!;
        if (edge.To.Endpoint is not { SecurityGroupId: { } group } endpoint || (edge.Port is null && endpoint.Port is null))
        {
            diagnostics.Add(AppmeshDiagnostics.NobodyLetsIn(edge.From.Name, resource.Name, edge.Origin));
            return new();
        }

        var cfn = new Cfn(edge.Origin);
        var port = edge.Port is { } own ? cfn.Number(own.Number.Value) : endpoint.Port;
        var rule = new SynthesizedResource(LogicalId.From("appmesh", family.Name, "to", resource.Module.Topic(), resource.Name), "AWS::EC2::SecurityGroupIngress", cfn.Map(
            ("Description", cfn.String($"{family.Name} to {resource.Name}")),
            ("GroupId", group),
            ("SourceSecurityGroupId", cfn.GetAtt(Model.Families.FamilyNames.SecurityGroup(family), "GroupId")),
            ("IpProtocol", cfn.String("tcp")),
            ("FromPort", port),
            ("ToPort", port)), MeshNames.Home, edge.Origin);
        return new() { Resources = [rule], Contributions = [new WaitFor(family, rule.LogicalId, edge.Origin)] };
    }
}
