using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>An entry of <c>service_ports</c>: a port that others reach by a name.</summary>
/// <param name="Service">The entry of <c>Services</c> that it becomes.</param>
internal sealed record ConnectedPort(string Container, int Number, Located<string>? DnsName, Located<string>? AppProtocol, Located<long>? IngressPort, CfnMap Service)
{
    private static readonly string[] Protocols = ["tcp", "http", "http2", "grpc"];

    /// <summary>Null when the port is not there, which was reported.</summary>
    public static ConnectedPort? Read(YamlEntry entry, int index, Family family, (string Container, ContainerPort Port)? found, DiagnosticBag diagnostics)
    {
        if (entry.Value is not YamlMapping && !ScalarResolver.IsNull(entry.Value))
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(entry.Name, "a mapping with DnsName, CloudMapServiceName and others", entry.Value.Location));
        }

        var reader = MappingReader.Of(entry.Value as YamlMapping, diagnostics);
        var dnsName = Name(reader, "DnsName", ConnectName.IsDnsName, "at most 127 lower-case letters, digits, hyphens, underscores and dots", diagnostics);
        var discoveryName = Name(reader, "CloudMapServiceName", ConnectName.IsDiscoveryName, "at most 64 lower-case letters, digits, hyphens and underscores", diagnostics);
        var protocol = ReadProtocol(reader, diagnostics);
        var timeout = reader.Mapping("Timeout");
        var ingress = ReadPort(reader, diagnostics);
        var tls = reader.Mapping("Tls");
        var testTraffic = reader.Mapping("TestTrafficRules");
        reader.RejectOthers("service_ports");
        if (found is not { } port)
        {
            return null;
        }

        if (timeout?.Entry("PerRequestTimeoutSeconds") is { } request && (protocol?.Value ?? port.Port.AppProtocol ?? "tcp") == "tcp")
        {
            diagnostics.Add(ServiceConnectDiagnostics.RequestTimeoutOfTcp(entry.Name, request.Key.Location));
        }

        var cfn = new Cfn(entry.Key.Location);
        var service = cfn.Map(
            ("PortName", cfn.String(entry.Name)),
            ("DiscoveryName", discoveryName is { } given ? new CfnString(given.Value, given.Origin) : cfn.String(DefaultName(family, port.Port, index))),
            ("ClientAliases", cfn.List(cfn.Map(
                ("DnsName", dnsName is { } name ? new CfnString(name.Value, name.Origin) : null),
                ("Port", cfn.Number(port.Port.Number)),
                ("TestTrafficRules", testTraffic is null ? null : VerbatimConfiguration.ReadOfAlias("TestTrafficRules", testTraffic))))),
            ("IngressPortOverride", ingress is { } number ? new Cfn(number.Origin).Number(number.Value) : null),
            ("Timeout", timeout is null ? null : VerbatimConfiguration.ReadOfService("Timeout", timeout)),
            ("Tls", tls is null ? null : VerbatimConfiguration.ReadOfService("Tls", tls)));
        return new(port.Container, port.Port.Number, dnsName, protocol, ingress, service);
    }

    /// <summary>What it asks of the family beside its configuration: the port's protocol, and ways to where the proxy listens.</summary>
    public IEnumerable<Contribution> Contributions(Family family, Surroundings surroundings)
    {
        if (AppProtocol is { Value: not "tcp" } protocol)
        {
            yield return new SetAppProtocol(family, Container, Number, protocol.Value, protocol.Origin);
        }

        if (IngressPort is { } ingress)
        {
            foreach (var reach in Reach.All(surroundings).Where(reach => reach.To == family && reach.Targets.Any(target => string.Equals(target.Name, Container, StringComparison.Ordinal))))
            {
                yield return new OpenIngress(family, new FamilySource(reach.From), (int)ingress.Value, "tcp", ingress.Origin);
            }
        }
    }

    // The family's name for the first port; others carry their number too, since a name is one port's. Where the family is registered in
    // DNS, its name may be that of the registry in the same namespace.
    private static string DefaultName(Family family, ContainerPort port, int index)
    {
        var name = family.Name.ToLowerInvariant();
        return index == 0 && !NetworkKey.IsRegistered(family) ? name : FormattableString.Invariant($"{name}-{port.Number}");
    }

    private static Located<string>? Name(MappingReader reader, string key, Func<string, bool> isValid, string allowed, DiagnosticBag diagnostics)
    {
        var name = reader.Text(key);
        if (name is { } written && !isValid(written.Value))
        {
            diagnostics.Add(ServiceConnectDiagnostics.BadName(key, written.Value, allowed, written.Origin));
        }

        return name;
    }

    private static Located<long>? ReadPort(MappingReader reader, DiagnosticBag diagnostics)
    {
        if (reader.Integer("IngressPortOverride") is not { } port)
        {
            return null;
        }

        if (port.Value is >= 1 and <= 65535)
        {
            return port;
        }

        diagnostics.Add(ModelDiagnostics.WrongKind("IngressPortOverride", "a port from 1 to 65535", port.Origin));
        return null;
    }

    private static Located<string>? ReadProtocol(MappingReader reader, DiagnosticBag diagnostics)
    {
        var protocol = reader.Text("appProtocol", "AppProtocol");
        if (protocol is { } written && Array.IndexOf(Protocols, written.Value) < 0)
        {
            diagnostics.Add(ServiceConnectDiagnostics.UnknownProtocol(written.Value, Protocols, written.Origin));
        }

        return protocol;
    }
}
