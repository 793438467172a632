using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Meshes;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Appmesh;

/// <summary>The virtual routers of a mesh, and their routes.</summary>
internal static class Routers
{
    public static IEnumerable<SynthesizedResource> Of(MeshRouter router, MeshTopology topology, MeshNames mesh)
    {
        var origin = router.Name.Origin;
        var cfn = new Cfn(origin);
        yield return mesh.Part(MeshNames.Id(router), "VirtualRouter", origin,
            ("VirtualRouterName", MeshNames.Of(router.Name.Value, origin)),
            ("Spec", cfn.Map(("Listeners", cfn.List(router.Ports.Select(Listener))))));
        foreach (var (route, name) in RouteNames.Of(router))
        {
            yield return Route(route, name, router, topology, mesh);
        }
    }

    private static CfnMap Listener(MeshPort port)
    {
        var cfn = new Cfn(port.Number.Origin);
        return cfn.Map(("PortMapping", cfn.Map(("Port", cfn.Number(port.Number.Value)), ("Protocol", cfn.String(port.Protocol.Value.Word())))));
    }

    private static SynthesizedResource Route(MeshRoute route, string name, MeshRouter router, MeshTopology topology, MeshNames mesh)
    {
        var cfn = new Cfn(route.Origin);
        var kind = route.Protocol switch { MeshProtocol.Http => "HttpRoute", MeshProtocol.Http2 => "Http2Route", MeshProtocol.Grpc => "GrpcRoute", _ => "TcpRoute" };
        var match = Matches.Of(route);
        var spec = cfn.Map(
            (kind, cfn.Map(
                ("Match", match.Members.Count == 0 && route.Protocol == MeshProtocol.Tcp ? null : match),
                ("Action", cfn.Map(("WeightedTargets", cfn.List(route.Targets.Select(target => Target(target, router, topology)))))),
                ("RetryPolicy", Retry(route.Retry)),
                ("Timeout", Times.OfRoute(route.Timeout)))),
            ("Priority", route.Priority is { } priority ? new Cfn(priority.Origin).Number(priority.Value) : null));
        return mesh.Part(LogicalId.From("appmesh", "router", router.Name.Value, "route", name), "Route", route.Origin,
            ("VirtualRouterName", cfn.GetAtt(MeshNames.Id(router), "VirtualRouterName")),
            ("RouteName", cfn.String(name)),
            ("Spec", spec));
    }

    // Of a node with one port App Mesh knows which is meant.
    private static CfnMap? Target(MeshTarget target, MeshRouter router, MeshTopology topology)
    {
        if (topology.Find(target.Node.Value) is not { } end)
        {
            return null;
        }

        var cfn = new Cfn(target.Node.Origin);
        var port = target.Port is not null || end.Ports.Count > 1 ? MeshTopology.PortOf(router, target, end) : null;
        return cfn.Map(
            ("VirtualNode", cfn.GetAtt(MeshNames.Id(end), "VirtualNodeName")),
            ("Weight", new Cfn(target.Weight.Origin).Number(target.Weight.Value)),
            ("Port", port is { } own ? new Cfn(target.Port?.Origin ?? target.Node.Origin).Number(own.Number.Value) : null));
    }

    private static CfnMap? Retry(MeshRetry? retry)
    {
        if (retry is null)
        {
            return null;
        }

        var cfn = new Cfn(retry.Origin);
        return cfn.Map(
            ("MaxRetries", new Cfn(retry.MaxRetries.Origin).Number(retry.MaxRetries.Value)),
            ("PerRetryTimeout", Times.Of(retry.PerRetryTimeout)),
            ("HttpRetryEvents", Events(retry.HttpEvents)),
            ("TcpRetryEvents", Events(retry.TcpEvents)),
            ("GrpcRetryEvents", Events(retry.GrpcEvents)));

        CfnList? Events(IReadOnlyList<Compose.Projects.Located<string>> events) =>
            events.Count == 0 ? null : cfn.List(events.Select(one => new CfnString(one.Value, one.Origin)));
    }
}
