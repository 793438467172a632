using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>Reads what a family says of Service Connect itself.</summary>
internal sealed class ConnectReader(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
{
    public Synthesized Synthesize(IReadOnlyList<YamlEntry> said)
    {
        if (said.All(NetworkKey.IsOff))
        {
            return new Synthesized();
        }

        foreach (var again in said.Skip(1))
        {
            diagnostics.Add(ServiceConnectDiagnostics.DefinedTwice(family.Name, again.Key.Location));
        }

        var first = said.First(entry => !NetworkKey.IsOff(entry));
        if (first.Value is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(first.Name, "a mapping with MacroParameters or Properties, or false", first.Value.Location));
            return new Synthesized();
        }

        return Read(first, mapping);
    }

    private Synthesized Read(YamlEntry connect, YamlMapping mapping)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var properties = reader.Mapping("Properties");
        var macros = reader.Mapping("MacroParameters");
        reader.RejectOthers("x-network.x-ecs_connect");
        switch (properties, macros)
        {
            case ({ } verbatim, null):
                return new() { Contributions = [Set(ReadProperties(connect, verbatim))] };
            case (null, { } shortened):
                return ReadMacros(shortened);
            default:
                diagnostics.Add(ServiceConnectDiagnostics.NothingSaid(connect.Key.Location));
                return new Synthesized();
        }
    }

    private SetOnService Set(CfnMap configuration) => new(family, ConnectConfiguration.Property, configuration, configuration.Origin);

    private CfnMap ReadProperties(YamlEntry connect, YamlMapping verbatim)
    {
        var configuration = VerbatimConfiguration.Read(verbatim);
        foreach (var name in ((configuration["Services"] as CfnList)?.Items ?? []).OfType<CfnMap>().Select(service => service["PortName"]).OfType<CfnString>())
        {
            FindPort(name.Value, name.Origin);
        }

        if (configuration["Namespace"] is DeclarationReference { Attribute: null } reference)
        {
            configuration = configuration.With("Namespace", reference with { Attribute = "Arn" });
        }

        return ConnectConfiguration.Complete(family, configuration["Enabled"] is null ? configuration.With("Enabled", new Cfn(connect.Value.Location).Boolean(true)) : configuration);
    }

    private Synthesized ReadMacros(YamlMapping macros)
    {
        var reader = MappingReader.Of(macros, diagnostics);
        var name = reader.Text("x-cloudmap");
        var ports = reader.Mapping("service_ports", "services_ports");
        reader.RejectOthers("x-ecs_connect");
        if (macros["services_ports"] is not null)
        {
            diagnostics.Add(ServiceConnectDiagnostics.Misspelt("services_ports", "service_ports", macros.Entry("services_ports")!.Key.Location));
        }

        if (name is not { } declared)
        {
            diagnostics.Add(ServiceConnectDiagnostics.NoNamespace(macros.Location));
            return new Synthesized();
        }

        var arn = new DeclarationReference("x-cloudmap", declared.Value, "Arn", declared.Origin);
        var offered = (ports?.Entries ?? []).Select((entry, index) => ConnectedPort.Read(entry, index, family, FindPort(entry.Name, entry.Key.Location), diagnostics)).OfType<ConnectedPort>().ToList();
        CheckAliases(declared.Value, offered);
        return new()
        {
            Contributions =
            [
                Set(ConnectConfiguration.Of(family, arn, [.. offered.Select(port => port.Service)], new Cfn(macros.Location))),
                .. offered.SelectMany(port => port.Contributions(family, surroundings)),
            ],
        };
    }

    private (string Container, ContainerPort Port)? FindPort(string name, Location location)
    {
        var ports = family.Services.SelectMany(service => ContainerPort.Of(service).Select(port => (Container: service.Name, Port: port))).ToList();
        var index = ports.FindIndex(port => string.Equals(port.Port.Name, name, StringComparison.Ordinal));
        if (index < 0)
        {
            diagnostics.Add(ServiceConnectDiagnostics.UnknownPort(name, family.Name, [.. ports.Select(port => port.Port.Name).Distinct(StringComparer.Ordinal)], location));
            return null;
        }

        if (ports[index].Port.Protocol != "tcp")
        {
            diagnostics.Add(ServiceConnectDiagnostics.PortNotTcp(name, ports[index].Port.Protocol, location));
            return null;
        }

        return ports[index];
    }

    // A name and port lead to one place in a namespace. Of two families the later in order is told.
    private void CheckAliases(string cloudmap, IReadOnlyList<ConnectedPort> offered)
    {
        var earlier = surroundings.Families
            .TakeWhile(other => !string.Equals(other.Name, family.Name, StringComparison.Ordinal))
            .SelectMany(other => UsedAlias.Of(other, cloudmap).Select(alias => (alias, family: other.Name)))
            .ToList();
        foreach (var port in offered.Where(port => port.DnsName is not null))
        {
            var used = new UsedAlias(port.DnsName!.Value.Value, port.Number);
            var holder = earlier.Where(other => other.alias == used).Select(other => other.family).FirstOrDefault();
            if (holder is not null)
            {
                diagnostics.Add(ServiceConnectDiagnostics.AliasUsedTwice(used.DnsName, used.Port, holder, port.DnsName.Value.Origin));
            }

            earlier.Add((used, family.Name));
        }
    }
}
