using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Meshes;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>The ways of the mesh through security groups: from each node to its backends, on their ports, and no other.</summary>
internal static class MeshEdges
{
    /// <summary>What is asked of a family for the ways that lead to it, and what is spoken there; and that it waits for the rules of resources that it reaches.</summary>
    public static IEnumerable<Contribution> Of(MeshEnd end, MeshTopology topology)
    {
        if (end.Family is not { } family)
        {
            yield break;
        }

        foreach (var port in end.Ports.Where(port => port.Protocol.Value != MeshProtocol.Tcp))
        {
            foreach (var service in family.Services.Where(service => ContainerPort.Of(service).Any(own => own.Number == port.Number.Value && own.Protocol == "tcp")))
            {
                yield return new SetAppProtocol(family, service.Name, port.Number.Value, Word(port.Protocol.Value), port.Protocol.Origin);
            }
        }

        foreach (var edge in topology.Edges.Where(edge => edge.To == end && edge.From.Family is not null && edge.Port is not null))
        {
            yield return new OpenIngress(family, new FamilySource(edge.From.Family!), edge.Port!.Number.Value, "tcp", edge.Origin);
        }
    }

    /// <summary>The rules that let a node's family in where it reaches resources, unless it is among their <c>Services</c> and has its rule by that.</summary>
    public static IReadOnlyList<SynthesizedResource> Rules(MeshEnd end, MeshTopology topology, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var edges = topology.Edges
            .Where(edge => edge.From == end && edge.To.Resource is { } resource && surroundings.LinksTo(resource).All(link => link.Family != end.Family))
            .GroupBy(edge => edge.To.Resource!.LogicalId(), StringComparer.Ordinal).Select(same => same.First()).ToList();
        foreach (var closed in edges.Where(edge => Rule(edge) is null))
        {
            diagnostics.Add(MeshMoveDiagnostics.NobodyLetsIn(end.Name, closed.To.Name, closed.Origin));
        }

        return [.. edges.Select(Rule).OfType<SynthesizedResource>()];
    }

    /// <summary>Resources of a mesh have the same names whoever makes it, so that a change from one to the other changes nothing that stays.</summary>
    public static Home Home { get; } = Home.OfKey(MeshChoice.Key);

    private static SynthesizedResource? Rule(MeshEdge edge)
    {
        var cfn = new Cfn(edge.Origin);
        var port = edge.Port is { } own ? cfn.Number(own.Number.Value) : edge.To.Endpoint?.Port;
        return edge is { From.Family: { } family, To: { Resource: { } resource, Endpoint.SecurityGroupId: { } group } } && port is not null
            ? new(LogicalId.From("appmesh", family.Name, "to", resource.Module.Topic(), resource.Name), "AWS::EC2::SecurityGroupIngress", cfn.Map(
                ("Description", cfn.String($"{family.Name} to {resource.Name}")),
                ("GroupId", group),
                ("SourceSecurityGroupId", cfn.GetAtt(family.SecurityGroup(), "GroupId")),
                ("IpProtocol", cfn.String("tcp")),
                ("FromPort", port),
                ("ToPort", port)), Home, edge.Origin)
            : null;
    }

    /// <summary><c>TIME_BACKEND</c> for <c>time</c>.</summary>
    public static string VariableOf(string backend) => char.IsDigit(backend[0]) ? "_" + Upper(backend) : Upper(backend);

    private static string Upper(string backend) => new string([.. backend.Select(c => c < 128 && char.IsLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_')]) + "_BACKEND";

    /// <summary>The protocol as ECS writes it.</summary>
    public static string Word(MeshProtocol protocol) => protocol.ToString().ToLowerInvariant();
}
