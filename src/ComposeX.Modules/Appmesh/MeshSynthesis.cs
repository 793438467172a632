using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Meshes;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>A mesh as AWS App Mesh has it.</summary>
internal sealed class MeshSynthesis(MeshPlan plan, MeshTopology topology, Surroundings surroundings, DiagnosticBag diagnostics)
{
    /// <param name="mesh">The mesh itself, when it is made here.</param>
    public Synthesized Of(MeshNames names, SynthesizedResource? mesh)
    {
        var services = ServiceName.Of(plan, topology, surroundings, diagnostics);
        var nodes = topology.Ends.Select(end => Nodes.Of(end, services, names, surroundings)).ToList();
        var resources = new List<SynthesizedResource>(mesh is null ? [] : [mesh]);
        resources.AddRange(nodes);
        resources.AddRange(plan.Routers.SelectMany(router => Routers.Of(router, topology, names)));
        resources.AddRange(services.SelectMany(service => Services.Of(service, topology, names)));
        diagnostics.AddRange(LogicalId.Clashes(resources.Select((resource, index) => new NamedId($"part {index} of x-appmesh", resource.LogicalId, resource.Origin))));
        var families = topology.Ends.Where(end => end.Family is not null).ToList();
        foreach (var end in families)
        {
            CheckTask(end.Family!, end);
        }

        return Synthesized.Join(
        [
            new()
            {
                Resources = resources,
                Parameters = families.Count == 0 ? [] : Envoy.Parameters(plan),
                Contributions = [.. families.SelectMany(end => Envoy.Of(plan, end, end.Family!).Concat(Variables(end, services)))],
            },
            Ways.Of(topology, surroundings, diagnostics),
            plan.ClusterWideGroup is { Value: true } group ? SharedGroup(group.Origin, families) : new(),
        ]);
    }

    private void CheckTask(Family family, MeshEnd end)
    {
        var origin = end.Node.Name.Origin;
        if (family.Platform() == ComputePlatform.External)
        {
            diagnostics.Add(AppmeshDiagnostics.OutsideOfAws(end.Name, origin));
        }

        foreach (var service in family.Services)
        {
            if (string.Equals(service.Name, Envoy.Container, System.StringComparison.Ordinal))
            {
                diagnostics.Add(AppmeshDiagnostics.NameOfEnvoy(service.Name, service.Origin));
            }

            if ((service.Key("x-network")?.Value as YamlMapping)?.Entry("x-ecs_connect") is { Value: not YamlScalar { Text: "false" } } connect)
            {
                diagnostics.Add(AppmeshDiagnostics.ConnectedToo(end.Name, connect.Key.Location));
            }
        }
    }

    // TIME_BACKEND says where "time" is.
    private static IEnumerable<Contribution> Variables(MeshEnd end, IReadOnlyList<ServiceName> services) =>
        from backend in end.Node.Backends
        let name = services.FirstOrDefault(service => service.Service.Name.Value == backend.Value)
        where name is not null
        select new SetVariable(end.Family!, [.. end.Family!.Services.Select(service => service.Name)], VariableOf(backend.Value), new CfnString(name.FullName, backend.Origin), backend.Origin);

    private static string VariableOf(string backend)
    {
        var name = new string([.. backend.Select(c => c < 128 && char.IsLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_')]) + "_BACKEND";
        return char.IsDigit(name[0]) ? "_" + name : name;
    }

    private Synthesized SharedGroup(Location origin, IReadOnlyList<MeshEnd> families)
    {
        diagnostics.Add(AppmeshDiagnostics.EverythingOpen(origin));
        var cfn = new Cfn(origin);
        var id = LogicalId.From("appmesh", "cluster", "wide", "group");
        return new()
        {
            Resources =
            [
                new(id, "AWS::EC2::SecurityGroup", cfn.Map(("GroupDescription", cfn.String("All nodes of the mesh, to find trouble")), ("VpcId", surroundings.Network?.VpcId)), MeshNames.Home, origin),
                new(id + "Ingress", "AWS::EC2::SecurityGroupIngress", cfn.Map(
                    ("Description", cfn.String("Everything between the nodes of the mesh")),
                    ("GroupId", cfn.GetAtt(id, "GroupId")),
                    ("SourceSecurityGroupId", cfn.GetAtt(id, "GroupId")),
                    ("IpProtocol", cfn.String("-1"))), MeshNames.Home, origin),
            ],
            Contributions = [.. families.Select(end => new JoinSecurityGroup(end.Family!, cfn.GetAtt(id, "GroupId"), origin))],
        };
    }
}
