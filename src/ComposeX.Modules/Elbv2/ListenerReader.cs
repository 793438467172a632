using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>Reads <c>Listeners</c>: a mapping by port, or a list whose entries have a <c>Port</c>.</summary>
internal sealed class ListenerReader(bool isNetwork, bool hasDomain, DiagnosticBag diagnostics)
{
    private const string Type = "AWS::ElasticLoadBalancingV2::Listener";

    private static readonly string[] Verbatim = ["SslPolicy", "AlpnPolicy", "MutualAuthentication", "ListenerAttributes"];

    public IReadOnlyList<Listener> Read(YamlNode? node)
    {
        var listeners = node switch
        {
            null => [],
            YamlMapping mapping => mapping.Entries.Select(entry => ReadPort(entry.Key) is { } port ? ReadListener(port, entry.Value) : null).OfType<Listener>().ToList(),
            YamlSequence sequence => sequence.Items.Select(ReadItem).OfType<Listener>().ToList(),
            _ => WrongKind(node),
        };
        foreach (var twice in listeners.GroupBy(listener => listener.Port.Value).SelectMany(group => group.Skip(1)))
        {
            diagnostics.Add(Elbv2Diagnostics.ListenerTwice(twice.Port.Value, twice.Port.Origin));
        }

        return listeners;
    }

    private List<Listener> WrongKind(YamlNode node)
    {
        diagnostics.Add(ModelDiagnostics.WrongKind("Listeners", "a mapping of ports to listeners", node.Location));
        return [];
    }

    private Listener? ReadItem(YamlNode item)
    {
        if (item is YamlMapping mapping && mapping["Port"] is YamlScalar scalar)
        {
            return ReadPort(scalar) is { } port ? ReadListener(port, mapping) : null;
        }

        diagnostics.Add(ModelDiagnostics.WrongKind("Listeners", "a list of listeners with a \"Port\" each, or better a mapping of ports to listeners", item.Location));
        return null;
    }

    private Located<long>? ReadPort(YamlScalar scalar)
    {
        if (long.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535)
        {
            return new(port, scalar.Location);
        }

        diagnostics.Add(Elbv2Diagnostics.NotAPort(scalar.Text, scalar.Location));
        return null;
    }

    private Listener? ReadListener(Located<long> port, YamlNode node)
    {
        if (node is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(port.Value.ToString(CultureInfo.InvariantCulture), "a mapping with Protocol and Targets", node.Location));
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        _ = reader.Node("Port");
        var certificates = (reader.Sequence("Certificates")?.Items ?? []).Select(ReadCertificate).OfType<CfnValue>().ToList();
        var verbatim = mapping.Entries.Where(entry => Array.IndexOf(Verbatim, entry.Name) >= 0).ToList();
        foreach (var entry in Verbatim)
        {
            _ = reader.Node(entry);
        }

        var listener = new Listener(port, ReadProtocol(reader.Text("Protocol"), port, certificates), port.Origin)
        {
            Certificates = certificates,
            Properties = PropertiesReader.Read(new YamlMapping([.. verbatim], mapping.Location), Type, mapping.Location),
            DefaultActions = [.. (reader.Sequence("DefaultActions")?.Items ?? []).Select(item => DefaultAction.Read(item, isNetwork, diagnostics)).OfType<CfnValue>()],
            Targets = [.. (reader.Sequence("Targets")?.Items ?? []).Select(ReadListed).OfType<Target>()],
        };
        reader.RejectOthers("A listener of x-elbv2");
        CheckAuthentication(listener);
        if (!listener.IsEncrypted && verbatim.FirstOrDefault(entry => entry.Name is "SslPolicy" or "AlpnPolicy" or "MutualAuthentication") is { } useless)
        {
            diagnostics.Add(Elbv2Diagnostics.NeedsEncryption(useless.Name, listener.Protocol, useless.Key.Location));
        }

        return listener;
    }

    private string ReadProtocol(Located<string>? written, Located<long> port, IReadOnlyList<CfnValue> certificates)
    {
        var known = isNetwork ? Protocols.OfNetwork : Protocols.OfApplication;
        var name = written?.Value.ToUpperInvariant() ?? (isNetwork ? "TCP" : "HTTP");
        if (Array.IndexOf(known, name) < 0 && written is { } wrong)
        {
            diagnostics.Add(Elbv2Diagnostics.UnknownProtocol(wrong.Value, isNetwork, known, wrong.Origin));
            return name;
        }

        if (certificates.Count > 0 && name is ("UDP" or "TCP_UDP"))
        {
            diagnostics.Add(Elbv2Diagnostics.CertificateOfUdp(name, certificates[0].Origin));
        }

        if (certificates.Count == 0 && !hasDomain && name is ("HTTPS" or "TLS"))
        {
            diagnostics.Add(Elbv2Diagnostics.NoCertificate(name, written?.Origin ?? port.Origin));
        }
        else if (certificates.Count == 0 && name == "HTTP" && port.Value == 443)
        {
            diagnostics.Add(Elbv2Diagnostics.PlainHttps(port.Origin));
        }

        return certificates.Count == 0 ? name : name == "HTTP" ? "HTTPS" : name == "TCP" ? "TLS" : name;
    }

    private CfnValue? ReadCertificate(YamlNode item)
    {
        var reader = MappingReader.Of(item as YamlMapping, diagnostics);
        var declared = reader.Text("x-acm");
        var arn = reader.Text("CertificateArn", "Arn");
        reader.RejectOthers("A certificate of a listener");
        if (declared is { } name)
        {
            return PropertiesReader.ReadReference(name.Value.StartsWith("x-acm::", StringComparison.Ordinal) ? name.Value : $"x-acm::{name.Value}", name.Origin);
        }

        if (arn is { } text)
        {
            return PropertiesReader.ReadReference(text.Value, text.Origin) is { } reference ? reference : new CfnString(text.Value, text.Origin);
        }

        diagnostics.Add(ModelDiagnostics.WrongKind("Certificates", "a list of certificates: \"x-acm: name\" or \"CertificateArn: arn:aws:acm:…\"", item.Location));
        return null;
    }

    private Target? ReadListed(YamlNode item)
    {
        if (item is not YamlMapping mapping || MappingReader.Of(mapping, diagnostics).Text("name", "Name") is not { } name)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Targets", "a list of entries with a \"name\" each", item.Location));
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        _ = reader.Node("name", "Name");
        var target = TargetReader.Read(name, reader, isNetwork, diagnostics);
        reader.RejectOthers("A target of x-elbv2");
        return target;
    }

    private void CheckAuthentication(Listener listener)
    {
        foreach (var target in listener.Targets.Where(target => target.Authentication is not null && (isNetwork || listener.Protocol != "HTTPS")))
        {
            diagnostics.Add(Elbv2Diagnostics.AuthenticationNeedsHttps(listener.Protocol, target.Authentication!.Origin));
        }
    }
}
