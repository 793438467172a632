using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>Reads <c>Services</c>, in any of its forms, and <c>TargetGroups</c>.</summary>
internal sealed class TargetGroupReader(bool isNetwork, bool isShortWay, DiagnosticBag diagnostics)
{
    private const string Type = "AWS::ElasticLoadBalancingV2::TargetGroup";

    private static readonly string[] Verbatim = ["ProtocolVersion", "Tags", "IpAddressType", "Name"];

    public IReadOnlyList<TargetGroup> ReadServices(YamlNode? node)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlMapping mapping:
                return [.. mapping.Entries.Select(entry => ReadService(new(entry.Name, entry.Key.Location), entry.Value, false)).OfType<TargetGroup>()];
            case YamlSequence sequence:
                return [.. sequence.Items.Select(ReadItem).OfType<TargetGroup>()];
            default:
                diagnostics.Add(ModelDiagnostics.WrongKind("Services", "a mapping of services to their target groups", node.Location));
                return [];
        }
    }

    public IReadOnlyList<TargetGroup> ReadShared(YamlMapping? groups) =>
        [.. (groups?.Entries ?? []).Select(entry => ReadGroup(entry)).OfType<TargetGroup>()];

    private TargetGroup? ReadItem(YamlNode item)
    {
        if (item is YamlScalar name)
        {
            return ReadService(new(name.Text, name.Location), new YamlMapping([], name.Location), false);
        }

        if (item is YamlMapping mapping && MappingReader.Of(mapping, diagnostics).Text("name", "Name") is { } key)
        {
            return ReadService(key, mapping, true);
        }

        diagnostics.Add(ModelDiagnostics.WrongKind("Services", "a list of services, or of entries with a \"name\" each", item.Location));
        return null;
    }

    private TargetGroup? ReadService(Located<string> key, YamlNode node, bool isListItem)
    {
        if (TargetNames.Read(key, null, diagnostics) is not { } member || Mapping(key.Value, node) is not { } mapping)
        {
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        if (isListItem)
        {
            _ = reader.Node("name", "Name");
        }

        var group = ReadCommon(new TargetGroup(key, [member]), reader, mapping) with { Target = isShortWay ? TargetReader.Read(key, reader, isNetwork, diagnostics) : null };
        reader.RejectOthers("A target group of x-elbv2");
        return group;
    }

    private TargetGroup? ReadGroup(YamlEntry entry)
    {
        if (Mapping(entry.Name, entry.Value) is not { } mapping)
        {
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var services = reader.Sequence("Services");
        var members = (services?.Items ?? []).Select(ReadSharedMember).OfType<TargetMember>().ToList();
        if (members.Count == 0)
        {
            diagnostics.Add(Elbv2Diagnostics.EmptyGroup(entry.Name, services?.Location ?? entry.Key.Location));
        }

        var group = ReadCommon(new TargetGroup(new(entry.Name, entry.Key.Location), members), reader, mapping);
        reader.RejectOthers("A target group of x-elbv2");
        return group;
    }

    private TargetMember? ReadSharedMember(YamlNode item)
    {
        if (item is YamlScalar text)
        {
            return TargetNames.Read(new(text.Text, text.Location), null, diagnostics);
        }

        var reader = MappingReader.Of(item as YamlMapping, diagnostics);
        if (reader.Text("Name", "name") is not { } name)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Services", "a list of entries with \"Name\" and \"Port\" each", item.Location));
            return null;
        }

        var member = TargetNames.Read(name, reader.Integer("Port", "port"), diagnostics);
        reader.RejectOthers("A service of a target group");
        return member;
    }

    private TargetGroup ReadCommon(TargetGroup group, MappingReader reader, YamlMapping mapping)
    {
        var attributes = KeyValues.Read("TargetGroupAttributes", reader.Node("TargetGroupAttributes"), diagnostics);
        TargetGroupAttributes.Check(attributes, isNetwork, diagnostics);
        var verbatim = mapping.Entries.Where(entry => Array.IndexOf(Verbatim, entry.Name) >= 0).ToList();
        foreach (var entry in verbatim)
        {
            _ = reader.Node(entry.Name);
        }

        return group with
        {
            Port = Port(reader.Integer("port", "Port")),
            Protocol = ReadProtocol(reader.Text("protocol", "Protocol")),
            HealthCheck = HealthCheckReader.Read(reader.Node("healthcheck", "HealthCheck"), isNetwork, diagnostics),
            Attributes = attributes,
            Properties = PropertiesReader.Read(new YamlMapping([.. verbatim], mapping.Location), Type, mapping.Location),
        };
    }

    private Located<string>? ReadProtocol(Located<string>? protocol)
    {
        if (protocol is not { } written)
        {
            return null;
        }

        var known = isNetwork ? Protocols.OfNetworkGroup : Protocols.OfApplication;
        var name = written.Value.ToUpperInvariant();
        if (Array.IndexOf(known, name) < 0)
        {
            diagnostics.Add(Elbv2Diagnostics.UnknownProtocol(written.Value, isNetwork, known, written.Origin));
        }

        return new(name, written.Origin);
    }

    private Located<long>? Port(Located<long>? port)
    {
        if (port is { Value: < 1 or > 65535 } wrong)
        {
            diagnostics.Add(Elbv2Diagnostics.NotAPort(wrong.Value.ToString(CultureInfo.InvariantCulture), wrong.Origin));
        }

        return port;
    }

    private YamlMapping? Mapping(string name, YamlNode node)
    {
        if (ScalarResolver.IsNull(node))
        {
            return new YamlMapping([], node.Location);
        }

        if (node is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(name, "a mapping with port, protocol and healthcheck", node.Location));
            return null;
        }

        return mapping;
    }
}
