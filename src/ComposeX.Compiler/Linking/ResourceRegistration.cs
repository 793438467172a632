using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Linking;

/// <summary>
/// <c>Settings.x-cloudmap</c> of a declared resource: a service of Cloud Map with one instance, whose attributes are the resource's. By
/// default clients find it through Cloud Map's API; with <c>DnsSettings</c> a CNAME leads to the resource's address.
/// </summary>
internal static class ResourceRegistration
{
    private const string Key = "x-cloudmap";
    private const string TimeToLive = "15";

    private static readonly Regex Label = new("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", RegexOptions.CultureInvariant);

    public static Synthesized Of(Declaration declaration, DiagnosticBag diagnostics) => declaration.Registration?.Value switch
    {
        null => new Synthesized(),
        YamlScalar name => Register(declaration, new(name.Text, name.Location), AllAttributes(declaration, name.Location), null, diagnostics),
        YamlMapping mapping => Read(declaration, mapping, diagnostics),
        var other => Refuse(other, diagnostics),
    };

    private static Synthesized Refuse(YamlNode node, DiagnosticBag diagnostics)
    {
        diagnostics.Add(ModelDiagnostics.WrongKind(Key, "the name of a namespace, or a mapping with Namespace", node.Location));
        return new Synthesized();
    }

    private static Synthesized Read(Declaration declaration, YamlMapping mapping, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var name = reader.Text("Namespace");
        var force = reader.Boolean("ForceRegister");
        var dns = reader.Mapping("DnsSettings");
        var returned = reader.Mapping("ReturnValues");
        var added = reader.Mapping("AdditionalAttributes");
        reader.RejectOthers("Settings.x-cloudmap");
        if (name is not { } cloudmap)
        {
            return Refuse(mapping, diagnostics);
        }

        if (!declaration.IsNew && force is not { Value: true })
        {
            diagnostics.Add(LinkDiagnostics.NotRegistered(declaration.Name, cloudmap.Origin));
            return new Synthesized();
        }

        var attributes = returned is null && dns is null ? AllAttributes(declaration, cloudmap.Origin) : Renamed(declaration, returned, diagnostics);
        return Register(declaration, cloudmap, [.. attributes, .. Literal(added, diagnostics)], dns, diagnostics);
    }

    private static Synthesized Register(
        Declaration declaration, Located<string> cloudmap, IReadOnlyList<(string, CfnValue?)> attributes, YamlMapping? dns, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(dns, diagnostics);
        var hostname = reader.Text("Hostname") ?? new(declaration.Name.ToLowerInvariant().Replace('_', '-'), declaration.Origin);
        var port = reader.Integer("Port");
        reader.RejectOthers("DnsSettings");
        if (!Label.IsMatch(hostname.Value))
        {
            diagnostics.Add(LinkDiagnostics.BadLabel(hostname.Value, hostname.Origin));
        }

        var cfn = new Cfn(cloudmap.Origin);
        var endpoint = dns is null ? null : Endpoint(declaration, dns, diagnostics);
        var service = declaration.LogicalId("CloudmapService");
        return Synthesized.Of(
            new SynthesizedResource(service, "AWS::ServiceDiscovery::Service", cfn.Map(
                ("Name", new CfnString(hostname.Value, hostname.Origin)),
                ("NamespaceId", new DeclarationReference(Key, cloudmap.Value, "Id", cfn.Origin)),
                ("Type", dns is null ? cfn.String("HTTP") : null),
                ("DnsConfig", dns is null ? null : cfn.Map(
                    ("RoutingPolicy", cfn.String("WEIGHTED")),
                    ("DnsRecords", cfn.List(cfn.Map(("Type", cfn.String("CNAME")), ("TTL", cfn.String(TimeToLive)))))))), Home.OfKey(Key), cfn.Origin),
            new SynthesizedResource(declaration.LogicalId("CloudmapInstance"), "AWS::ServiceDiscovery::Instance", cfn.Map(
                ("ServiceId", cfn.GetAtt(service, "Id")),
                ("InstanceId", cfn.String(declaration.LogicalId())),
                ("InstanceAttributes", cfn.Map(
                [
                    ("AWS_INSTANCE_CNAME", endpoint),
                    ("AWS_INSTANCE_PORT", port is { } number ? new CfnString(FormattableString.Invariant($"{number.Value}"), number.Origin) : null),
                    .. attributes,
                ]))), Home.OfKey(Key), cfn.Origin));
    }

    private static CfnValue? Endpoint(Declaration declaration, YamlMapping dns, DiagnosticBag diagnostics)
    {
        var address = declaration.Module.Offers(declaration).OfType<EndpointOffer>().FirstOrDefault()?.Address;
        if (address is null)
        {
            diagnostics.Add(LinkDiagnostics.NoEndpoint(declaration.Module.Key, dns.Location));
        }

        return address;
    }

    // What this one has no value for, such as the stream of a table without one, is left out.
    private static IReadOnlyList<(string, CfnValue?)> AllAttributes(Declaration declaration, Location origin) =>
        [.. declaration.Module.Attributes
            .Where(attribute => declaration.Module.AttributeOf(declaration, attribute, origin, new DiagnosticBag()) is not null)
            .Select(attribute => (attribute.Name, (CfnValue?)Reference(declaration, attribute.Name, origin)))];

    // The user's name for it, for what is new and what exists alike.
    private static IReadOnlyList<(string, CfnValue?)> Renamed(Declaration declaration, YamlMapping? returned, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(returned, diagnostics);
        return [.. (returned?.Entries ?? [])
            .Select(entry => (entry, Name: reader.Text(entry.Name)))
            .Where(pair => pair.Name is { } name && IsFree(name.Value, name.Origin, diagnostics))
            .Select(pair => (pair.Name!.Value.Value, (CfnValue?)Reference(declaration, pair.entry.Name, pair.entry.Key.Location)))];
    }

    private static IReadOnlyList<(string, CfnValue?)> Literal(YamlMapping? added, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(added, diagnostics);
        return [.. (added?.Entries ?? [])
            .Where(entry => IsFree(entry.Name, entry.Key.Location, diagnostics))
            .Select(entry => (entry.Name, reader.Text(entry.Name) is { } text ? (CfnValue)new CfnString(text.Value, text.Origin) : null))];
    }

    private static bool IsFree(string name, Location origin, DiagnosticBag diagnostics)
    {
        var isReserved = name.StartsWith("AWS_", StringComparison.Ordinal);
        if (isReserved)
        {
            diagnostics.Add(LinkDiagnostics.ReservedAttribute(name, origin));
        }

        return !isReserved;
    }

    private static DeclarationReference Reference(Declaration declaration, string attribute, Location origin) =>
        new(declaration.Module.Key, declaration.Name, attribute, origin);
}
