using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>Reads who may reach a load balancer.</summary>
internal static class IngressReader
{
    public static Ingress? Read(MappingReader macros, DiagnosticBag diagnostics)
    {
        if (macros.Mapping("Ingress") is not { } mapping)
        {
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var entries = Items(reader, "ExtSources", diagnostics).SelectMany(item => ReadBlocks(item, diagnostics))
            .Concat(Items(reader, "AwsSources", diagnostics).Select(item => ReadAws(item, diagnostics)))
            .Concat(Items(reader, "Services", diagnostics).Select(item => ReadService(item, diagnostics)))
            .OfType<IngressEntry>().ToList();
        if (reader.Boolean("Myself") is { Value: true } myself)
        {
            entries.Add(new(IngressKind.Myself, "itself", myself.Origin));
        }

        reader.RejectOthers("The Ingress of a load balancer");
        return new(entries, mapping.Location);
    }

    private static IEnumerable<YamlMapping> Items(MappingReader reader, string key, DiagnosticBag diagnostics)
    {
        foreach (var item in reader.Sequence(key)?.Items ?? [])
        {
            if (item is YamlMapping mapping)
            {
                yield return mapping;
            }
            else
            {
                diagnostics.Add(ModelDiagnostics.WrongKind(key, "a list of mappings, one for each source", item.Location));
            }
        }
    }

    private static IEnumerable<IngressEntry> ReadBlocks(YamlMapping item, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(item, diagnostics);
        var name = reader.Text("Name");
        var description = reader.Text("Description");
        var ports = Ports(reader, diagnostics);
        var blocks = new[] { (Text: reader.Text("IPv4"), IsIPv6: false), (Text: reader.Text("IPv6"), IsIPv6: true) };
        reader.RejectOthers("An external source");
        if (blocks.All(block => block.Text is null))
        {
            diagnostics.Add(Elbv2Diagnostics.NoAddress(item.Location));
        }

        foreach (var (text, isIPv6) in blocks)
        {
            if (text is not { } block)
            {
                continue;
            }

            if (!IsBlock(block.Value, isIPv6))
            {
                diagnostics.Add(Elbv2Diagnostics.NotABlock(block.Value, isIPv6, block.Origin));
                continue;
            }

            yield return new(isIPv6 ? IngressKind.IPv6 : IngressKind.IPv4, name?.Value ?? block.Value, block.Origin)
            {
                Id = (name?.Value ?? block.Value.Replace('.', 'x').Replace(':', 'x').Replace('/', 'm')) + (isIPv6 ? "-IPv6" : ""),
                Value = new CfnString(block.Value, block.Origin),
                Description = description?.Value,
                Ports = ports,
            };
        }
    }

    private static IngressEntry? ReadAws(YamlMapping item, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(item, diagnostics);
        var (type, id, owner, lookup) = (reader.Text("Type"), reader.Text("Id"), reader.Text("AccountOwner"), reader.Node("Lookup"));
        var entry = new IngressEntry(type?.Value == "PrefixList" ? IngressKind.PrefixList : IngressKind.Group, reader.Text("Name")?.Value ?? id?.Value ?? "found", item.Location)
        {
            Value = id is { } text ? PropertiesReader.ReadReference(text.Value, text.Origin) is { } reference ? reference : new CfnString(text.Value, text.Origin) : null,
            OwnerId = owner?.Value,
            Lookup = lookup,
            Description = reader.Text("Description")?.Value,
            Ports = Ports(reader, diagnostics),
        };
        reader.RejectOthers("A source in AWS");
        if (type is not { Value: "SecurityGroup" or "PrefixList" })
        {
            diagnostics.Add(Elbv2Diagnostics.UnknownSourceType(type?.Value ?? "", type?.Origin ?? item.Location));
            return null;
        }

        if ((id is null) == (lookup is null))
        {
            diagnostics.Add(Elbv2Diagnostics.SourceWithoutId(type.Value.Value, item.Location));
            return null;
        }

        return entry;
    }

    private static IngressEntry? ReadService(YamlMapping item, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(item, diagnostics);
        var (name, ports) = (reader.Text("Name"), Ports(reader, diagnostics));
        reader.RejectOthers("A service as a source");
        if (name is { } given)
        {
            return new(IngressKind.Service, given.Value, given.Origin) { Ports = ports };
        }

        diagnostics.Add(ModelDiagnostics.WrongKind("Services", "a list of entries with a \"Name\" each", item.Location));
        return null;
    }

    private static IReadOnlyList<Located<string>> Ports(MappingReader reader, DiagnosticBag diagnostics)
    {
        var ports = reader.Texts("Ports");
        foreach (var port in ports.Where(port => AttributeText.Number(new CfnString(port.Value, port.Origin)) is not (>= 1 and <= 65535)))
        {
            diagnostics.Add(Elbv2Diagnostics.NotAPort(port.Value, port.Origin));
        }

        return ports;
    }

    private static bool IsBlock(string text, bool isIPv6)
    {
        var halves = text.Split('/');
        return halves.Length == 2
            && IPAddress.TryParse(halves[0], out var address)
            && address.AddressFamily == (isIPv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork)
            && (isIPv6 || halves[0].Split('.').Length == 4)
            && AttributeText.Number(new CfnString(halves[1], default)) is { } length && length >= 0 && length <= (isIPv6 ? 128 : 32);
    }
}
