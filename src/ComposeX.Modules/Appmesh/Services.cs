using System.Collections.Generic;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Meshes;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Appmesh;

/// <summary>The virtual services of a mesh, and what makes their names resolve.</summary>
internal static class Services
{
    // Link-local, and nobody's. The proxy takes the connection before it leaves the task; a name only has to lead somewhere.
    private const string NobodysAddress = "169.254.255.254";

    public static IEnumerable<SynthesizedResource> Of(ServiceName name, MeshTopology topology, MeshNames mesh)
    {
        var service = name.Service;
        var cfn = new Cfn(service.Name.Origin);
        var provider = service.Router is { } router && topology.FindRouter(router.Value) is { } way
            ? new Cfn(router.Origin).Map(("VirtualRouter", new Cfn(router.Origin).Map(("VirtualRouterName", cfn.GetAtt(MeshNames.Id(way), "VirtualRouterName")))))
            : service.Node is { } node && topology.Find(node.Value) is { } end
                ? new Cfn(node.Origin).Map(("VirtualNode", new Cfn(node.Origin).Map(("VirtualNodeName", cfn.GetAtt(MeshNames.Id(end), "VirtualNodeName")))))
                : null;
        yield return mesh.Part(MeshNames.Id(service), "VirtualService", cfn.Origin,
            ("VirtualServiceName", cfn.String(name.FullName)),
            ("Spec", cfn.Map(("Provider", provider))));
        if (name is { IsRegistered: false, Namespace: { } cloudmap })
        {
            yield return Entry(name, cloudmap, cfn);
            yield return Instance(name, cfn);
        }
    }

    private static string EntryId(ServiceName name) => LogicalId.From("appmesh", "service", name.Service.Name.Value, "Name");

    private static SynthesizedResource Entry(ServiceName name, string cloudmap, Cfn cfn) => new(EntryId(name), "AWS::ServiceDiscovery::Service", cfn.Map(
        ("Name", cfn.String(name.Label)),
        ("NamespaceId", new DeclarationReference("x-cloudmap", cloudmap, "Id", cfn.Origin)),
        ("DnsConfig", cfn.Map(
            ("RoutingPolicy", cfn.String("MULTIVALUE")),
            ("DnsRecords", cfn.List(cfn.Map(("Type", cfn.String("A")), ("TTL", cfn.String("30")))))))), MeshNames.Home, cfn.Origin);

    private static SynthesizedResource Instance(ServiceName name, Cfn cfn) => new(LogicalId.From("appmesh", "service", name.Service.Name.Value, "Address"), "AWS::ServiceDiscovery::Instance", cfn.Map(
        ("ServiceId", cfn.GetAtt(EntryId(name), "Id")),
        ("InstanceId", cfn.String(LogicalId.From(name.Service.Name.Value))),
        ("InstanceAttributes", cfn.Map(("AWS_INSTANCE_IPV4", cfn.String(NobodysAddress))))), MeshNames.Home, cfn.Origin);
}
