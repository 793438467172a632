using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Meshes;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>The virtual nodes of a mesh.</summary>
internal static class Nodes
{
    private const string Type = "AWS::AppMesh::VirtualNode";

    /// <param name="names">What the services of the mesh are called.</param>
    public static SynthesizedResource Of(MeshEnd end, IReadOnlyList<ServiceName> names, MeshNames mesh, Surroundings surroundings)
    {
        var origin = end.Node.Name.Origin;
        var cfn = new Cfn(origin);
        var listeners = Listeners(end).ToList();
        var backends = end.Node.Backends
            .Select(backend => names.FirstOrDefault(name => name.Service.Name.Value == backend.Value) is { } name ? Backend(name.FullName, new Cfn(backend.Origin)) : null)
            .OfType<CfnMap>().ToList();
        var spec = cfn.Map(
            ("Listeners", listeners.Count == 0 ? null : cfn.List(listeners)),
            ("ServiceDiscovery", listeners.Count == 0 ? null : Discovery(end, surroundings)),
            ("Backends", backends.Count == 0 ? null : cfn.List(backends)));
        return mesh.Part(MeshNames.Id(end), "VirtualNode", origin,
            ("VirtualNodeName", MeshNames.Of(end.Name, origin)),
            ("Spec", end.Node.NodeOptions.Aggregate(spec, (all, option) => all.With(option.Name, Verbatim(option)))));
    }

    private static CfnMap Backend(string name, Cfn cfn) => cfn.Map(("VirtualService", cfn.Map(("VirtualServiceName", cfn.String(name)))));

    private static IEnumerable<CfnMap> Listeners(MeshEnd end)
    {
        if (end.Ports.Count > 0)
        {
            return end.Ports.Select(port => Listener(end.Node, new Cfn(port.Number.Origin).Number(port.Number.Value), port.Protocol.Value, new Cfn(port.Number.Origin)));
        }

        var cfn = new Cfn(end.Node.Name.Origin);
        return end.Endpoint?.Port is { } own ? [Listener(end.Node, own, end.Node.Protocol?.Value ?? MeshProtocol.Tcp, cfn)] : [];
    }

    private static CfnMap Listener(MeshNode node, CfnValue port, MeshProtocol protocol, Cfn cfn)
    {
        var listener = cfn.Map(
            ("PortMapping", cfn.Map(("Port", port), ("Protocol", cfn.String(protocol.Word())))),
            ("HealthCheck", HealthCheck(node.HealthCheck, protocol)),
            ("Timeout", Times.OfListener(node.Timeout, protocol)));
        return node.ListenerOptions.Aggregate(listener, (all, option) => all.With(option.Name, VerbatimOfListener(option)));
    }

    // App Mesh has no defaults for these.
    private static CfnMap? HealthCheck(MeshHealthCheck? check, MeshProtocol protocol)
    {
        if (check is null)
        {
            return null;
        }

        var spoken = check.Protocol?.Value ?? protocol;
        var cfn = new Cfn(check.Origin);
        return cfn.Map(
            ("Protocol", cfn.String(spoken.Word())),
            ("Port", check.Port is { } port ? new Cfn(port.Origin).Number(port.Value) : null),
            ("Path", check.Path is { } path ? new CfnString(path.Value, path.Origin) : spoken is MeshProtocol.Http or MeshProtocol.Http2 ? cfn.String("/") : null),
            ("HealthyThreshold", cfn.Number(check.HealthyThreshold?.Value ?? 2)),
            ("UnhealthyThreshold", cfn.Number(check.UnhealthyThreshold?.Value ?? 2)),
            ("IntervalMillis", cfn.Number(check.Interval?.Milliseconds ?? 5000)),
            ("TimeoutMillis", cfn.Number(check.Timeout?.Milliseconds ?? 2000)));
    }

    private static CfnMap? Discovery(MeshEnd end, Surroundings surroundings)
    {
        var cfn = new Cfn(end.Node.HostName?.Origin ?? end.Node.Name.Origin);
        if (end.Family is { } family)
        {
            var registry = surroundings.Offers<RegistryOffer>().Select(pair => pair.Offer).FirstOrDefault(offer => offer.FamilyName == family.Name);
            var zone = surroundings.Offers<NamespaceOffer>().FirstOrDefault(pair => pair.Declaration.Name == registry?.Namespace).Offer;
            return registry is null || zone is null ? null : cfn.Map(("AWSCloudMap", cfn.Map(("NamespaceName", cfn.String(zone.ZoneName)), ("ServiceName", cfn.String(registry.ServiceName)))));
        }

        return cfn.Map(("DNS", cfn.Map(("Hostname", end.Endpoint?.Address ?? cfn.String(end.Node.HostName?.Value ?? "")))));
    }

    private static CfnValue Verbatim(YamlEntry option) => ((CfnMap)PropertiesReader.Read(Wrap("Spec", Wrap(option)), Type, option.Value.Location)["Spec"]!)[option.Name]!;

    private static CfnValue VerbatimOfListener(YamlEntry option)
    {
        var spec = (CfnMap)PropertiesReader.Read(Wrap("Spec", Wrap("Listeners", new YamlSequence([Wrap(option)], option.Value.Location))), Type, option.Value.Location)["Spec"]!;
        return ((CfnMap)((CfnList)spec["Listeners"]!).Items[0])[option.Name]!;
    }

    private static YamlMapping Wrap(YamlEntry entry) => new([entry], entry.Value.Location);

    private static YamlMapping Wrap(string name, YamlNode value) => Wrap(new YamlEntry(new YamlScalar(name, YamlScalarStyle.Plain, value.Location), value));
}
