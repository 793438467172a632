using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Meshes;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

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
    public static IReadOnlyList<(SynthesizedResource Rule, WaitFor Wait)> Rules(MeshEnd end, MeshTopology topology, Surroundings surroundings) =>
    [
        .. topology.Edges
            .Where(edge => edge.From == end && edge.To is { Resource: not null, Endpoint: { Port: not null, SecurityGroupId: not null } })
            .GroupBy(edge => edge.To.Resource!.LogicalId(), StringComparer.Ordinal)
            .Select(edges => edges.First())
            .Where(edge => surroundings.LinksTo(edge.To.Resource!).All(link => link.Family != end.Family))
            .Select(edge => Rule(end.Family!, edge))
            .Select(rule => (rule, new WaitFor(end.Family!, rule.LogicalId, rule.Origin))),
    ];

    private static SynthesizedResource Rule(Family family, MeshEdge edge)
    {
        var cfn = new Cfn(edge.Origin);
        var resource = edge.To.Resource!;
        return new(resource.LogicalId(LogicalId.From("From", family.Name)), "AWS::EC2::SecurityGroupIngress", cfn.Map(
            ("Description", cfn.String($"{family.Name} to {resource.Name}")),
            ("GroupId", edge.To.Endpoint!.SecurityGroupId),
            ("SourceSecurityGroupId", cfn.GetAtt(family.SecurityGroup(), "GroupId")),
            ("IpProtocol", cfn.String("tcp")),
            ("FromPort", edge.To.Endpoint.Port),
            ("ToPort", edge.To.Endpoint.Port)), Home.OfKey(resource.Module.Key), cfn.Origin);
    }

    /// <summary><c>TIME_BACKEND</c> for <c>time</c>.</summary>
    public static string VariableOf(string backend) => new string([.. backend.ToUpperInvariant().Select(c => c < 128 && char.IsLetterOrDigit(c) ? c : '_')]) + "_BACKEND";

    private static string Word(MeshProtocol protocol) => protocol.ToString().ToLowerInvariant();
}
