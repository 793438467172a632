using System;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Meshes;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>A name of the mesh and a port, as Service Connect has them.</summary>
/// <param name="Label">The name without its zone, where it has both.</param>
internal sealed record MeshAlias(Family Family, MeshService Service, ContainerPort Listener, string DnsName, string? Label, int Port)
{
    /// <summary>The name in Cloud Map, which is neither that of a service that is found in DNS nor that of App Mesh.</summary>
    public string DiscoveryName => FormattableString.Invariant($"{(Label ?? DnsName).Replace('.', '_')}-{Port}{(Label is null || Label == DnsName ? "" : "-dns")}");

    public bool IsValid => ConnectName.IsDnsName(DnsName) && ConnectName.IsDiscoveryName(DiscoveryName);

    /// <summary>The entry of <c>Services</c>.</summary>
    public CfnMap Offered(CfnMap? timeout, CfnMap? tls, Location origin)
    {
        var cfn = new Cfn(origin);
        return cfn.Map(
            ("PortName", cfn.String(Listener.Name)),
            ("DiscoveryName", cfn.String(DiscoveryName)),
            ("ClientAliases", cfn.List(cfn.Map(("DnsName", cfn.String(DnsName)), ("Port", cfn.Number(Port))))),
            ("Timeout", timeout),
            ("Tls", tls));
    }
}
