using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>Reads a declaration of <c>x-elbv2</c>.</summary>
internal sealed class BalancerReader(Declaration declaration, DiagnosticBag diagnostics)
{
    /// <summary>The keys beside those that every declaration has.</summary>
    public static readonly string[] Keys = ["Services", "TargetGroups", "Listeners", "DnsAliases", "AccessLogs", "Domain", "HostedZoneId"];

    private const string Type = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    private const string Attributes = "LoadBalancerAttributes";

    private static readonly string[] MacroNames = ["timeout_seconds", "desync_mitigation_mode", "drop_invalid_header_fields", "http2", "cross_zone", "Ingress"];

    public Balancer Read()
    {
        var properties = declaration.Properties;
        var isNetwork = IsNetwork();
        var listeners = Node("Listeners") ?? (declaration.Lookup as YamlMapping)?["Listeners"];
        var isShortWay = declaration.IsNew && listeners is null;
        var names = new DomainReader(diagnostics);
        var domain = names.ReadDomain(Extra("Domain", "HostedZoneId"));
        var groups = new TargetGroupReader(isNetwork, isShortWay, diagnostics);
        var balancer = new Balancer(isNetwork, IsPublic(isShortWay))
        {
            IsDualStack = (properties?["IpAddressType"] as YamlScalar)?.Text.StartsWith("dualstack", StringComparison.Ordinal) == true,
            IsShortWay = isShortWay,
            Properties = PropertiesReader.Read(Without(properties, Attributes), Type, declaration.Origin),
            Domain = domain,
            Listeners = new ListenerReader(isNetwork, domain is not null, diagnostics).Read(listeners),
            Groups = [.. groups.ReadServices(Node("Services")), .. groups.ReadShared(MappingReader.Of(Extra("TargetGroups"), diagnostics).Mapping("TargetGroups"))],
            Aliases = names.ReadAliases(Extra("DnsAliases")),
            Existing = declaration.Found is { } found ? ExistingBalancer.Read(found, declaration.Lookup?.Location ?? declaration.Origin, diagnostics) : null,
        };
        CheckParts(balancer);
        return ReadMacros(balancer);
    }

    private bool IsNetwork()
    {
        var type = declaration.Properties?["Type"] ?? (declaration.Lookup as YamlMapping)?["Type"];
        if (type is YamlScalar { Text: not ("application" or "network") } other)
        {
            diagnostics.Add(Elbv2Diagnostics.UnknownType(other.Text, other.Location));
        }

        return type is YamlScalar { Text: "network" } || (declaration.Found?.Attributes.TryGetValue("Type", out var found) == true && found is CfnString { Value: "network" });
    }

    private bool IsPublic(bool isShortWay)
    {
        var scheme = declaration.Properties?["Scheme"];
        if (scheme is YamlScalar { Text: not ("internet-facing" or "internal") })
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Scheme", "internet-facing or internal", scheme.Location));
        }

        return scheme is null ? isShortWay : scheme is YamlScalar { Text: "internet-facing" };
    }

    private void CheckParts(Balancer balancer)
    {
        foreach (var twice in balancer.Groups.GroupBy(group => group.Key.Value, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
        {
            diagnostics.Add(Elbv2Diagnostics.GroupTwice(twice.Key.Value, twice.Key.Origin));
        }

        if (balancer.Groups.Count == 0 && (balancer.IsShortWay || balancer.Listeners.Any(listener => listener.Targets.Count > 0)))
        {
            diagnostics.Add(Elbv2Diagnostics.NoServices(declaration.Name, declaration.Origin));
        }

        if (declaration.Use is { } use && (balancer.Listeners.Count > 0 || balancer.Groups.Count > 0))
        {
            diagnostics.Add(Elbv2Diagnostics.UseWithListeners(use.Location));
        }
    }

    private Balancer ReadMacros(Balancer balancer)
    {
        var macros = MappingReader.Of(declaration.MacroParameters, diagnostics);
        var settings = MappingReader.Of(declaration.Settings, diagnostics);
        var misplaced = (declaration.Settings?.Entries ?? []).Where(entry => Array.IndexOf(MacroNames, entry.Name) >= 0).ToList();
        if (misplaced.Count > 0)
        {
            diagnostics.Add(Elbv2Diagnostics.MacroUnderSettings([.. misplaced.Select(entry => entry.Name)], misplaced[0].Key.Location));
        }

        IReadOnlyList<CfnMember> fromMacros =
        [
            .. BalancerAttributes.ReadMacros(settings, balancer.IsNetwork, diagnostics),
            .. BalancerAttributes.ReadMacros(macros, balancer.IsNetwork, diagnostics),
        ];
        var written = KeyValues.Read(Attributes, declaration.Properties?[Attributes], diagnostics);
        BalancerAttributes.CheckNames(written, balancer.IsNetwork, diagnostics);
        var addresses = (No: settings.Boolean("NoAllocateEips"), Retain: settings.Boolean("RetainEips"));
        if (!(balancer is { IsNetwork: true, IsPublic: true }) && (addresses.No ?? addresses.Retain) is { } useless)
        {
            diagnostics.Add(Elbv2Diagnostics.AddressesOfNetworkOnly(useless.Origin));
        }

        var result = balancer with
        {
            Attributes = [.. fromMacros.Concat(written).Reverse().GroupBy(attribute => attribute.Name, StringComparer.Ordinal).Select(group => group.First()).Reverse()],
            Subnets = settings.Text("Subnets"),
            AllocatesAddresses = balancer is { IsNetwork: true, IsPublic: true } && addresses.No is not { Value: true },
            RetainsAddresses = addresses.Retain is { Value: true },
            AccessLogs = AccessLogs.Read(Node("AccessLogs"), diagnostics) ?? AccessLogs.ReadLine(macros.Text("S3Logs") ?? settings.Text("S3Logs")),
            Ingress = IngressReader.Read(macros, diagnostics) ?? IngressReader.Read(settings, diagnostics),
        };
        macros.RejectOthers("MacroParameters of x-elbv2");
        settings.RejectOthers("Settings of x-elbv2");
        return result;
    }

    private YamlNode? Node(string key) => declaration.Extra.FirstOrDefault(entry => entry.Name == key)?.Value;

    private YamlMapping Extra(params string[] keys) =>
        new([.. declaration.Extra.Where(entry => Array.IndexOf(keys, entry.Name) >= 0)], declaration.Origin);

    private static YamlMapping? Without(YamlMapping? mapping, string key) =>
        mapping is null ? null : mapping with { Entries = [.. mapping.Entries.Where(entry => entry.Name != key)] };
}
