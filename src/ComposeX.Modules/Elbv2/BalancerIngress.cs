using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>The rules that let clients reach the ports of a load balancer: one for each source and port.</summary>
internal sealed class BalancerIngress(
    Declaration declaration, Balancer balancer, IReadOnlyList<ListenerPlan> plans, Surroundings surroundings, DiagnosticBag diagnostics)
{
    public IEnumerable<SynthesizedResource> Rules()
    {
        var entries = balancer.Ingress?.Entries ?? Everybody().ToList();
        if (entries.Count == 0)
        {
            diagnostics.Add(Elbv2Diagnostics.NobodyComesIn(declaration.Name, balancer.Ingress?.Origin ?? declaration.Origin));
        }

        return entries.SelectMany(entry => Sources(entry).SelectMany(source => Ports(entry).Select(port => Rule(entry, source, port))))
            .GroupBy(rule => rule.LogicalId, StringComparer.Ordinal).Select(Only);
    }

    // The same source twice is one; two of one name are not.
    private SynthesizedResource Only(IEnumerable<SynthesizedResource> same)
    {
        var rules = same.ToList();
        if (rules.FirstOrDefault(rule => !CfnValueComparer.Default.Equals(rule.Properties, rules[0].Properties)) is { } other)
        {
            diagnostics.Add(Elbv2Diagnostics.SourcesOfOneName(other.Origin));
        }

        return rules[0];
    }

    // Internet-facing says that the internet may come; nothing says so of an internal one.
    private IEnumerable<IngressEntry> Everybody()
    {
        if (!balancer.IsPublic)
        {
            yield break;
        }

        var origin = balancer.Properties.Members.FirstOrDefault(member => member.Name == "Scheme")?.Value.Origin ?? declaration.Origin;
        if (!balancer.IsShortWay)
        {
            diagnostics.Add(Elbv2Diagnostics.OpenToAll(declaration.Name, origin));
        }

        yield return new(IngressKind.IPv4, "Anybody", origin) { Value = new CfnString("0.0.0.0/0", origin) };
        if (balancer.IsDualStack)
        {
            yield return new(IngressKind.IPv6, "Anybody", origin) { Id = "Anybody-IPv6", Value = new CfnString("::/0", origin) };
        }
    }

    private IEnumerable<(string Name, string Property, CfnValue Value)> Sources(IngressEntry entry)
    {
        switch (entry.Kind)
        {
            case IngressKind.Service:
                var families = surroundings.Resolve(entry.Name);
                if (families.Count == 0)
                {
                    diagnostics.Add(ModelDiagnostics.UnknownTarget(entry.Name, [.. surroundings.Families.Select(family => family.Name)], entry.Origin));
                }

                return families.Select(family => (family.Name, "SourceSecurityGroupId", (CfnValue)new Cfn(entry.Origin).GetAtt(family.SecurityGroup(), "GroupId")));
            case IngressKind.Myself:
                return [(entry.Name, "SourceSecurityGroupId", new Cfn(entry.Origin).GetAtt(declaration.SecurityGroup(), "GroupId"))];
            default:
                var value = entry.Value ?? (entry.Lookup is { } lookup
                    ? surroundings.Lookups.Find(declaration.Module.Key, BalancerQueries.NameOf(declaration, entry), lookup, diagnostics)?.Require(BalancerQueries.AttributeOf(entry.Kind), lookup.Location, diagnostics)
                    : null);
                return value is null ? [] : [(entry.Name, Property(entry.Kind), value)];
        }
    }

    private static string Property(IngressKind kind) => kind switch
    {
        IngressKind.IPv4 => "CidrIp",
        IngressKind.IPv6 => "CidrIpv6",
        IngressKind.PrefixList => "SourcePrefixListId",
        _ => "SourceSecurityGroupId",
    };

    private IEnumerable<(long Port, string Protocol)> Ports(IngressEntry entry)
    {
        var open = plans.SelectMany(plan => Protocols.Transports(plan.Listener.Protocol).Select(protocol => (plan.Listener.Port.Value, protocol))).ToList();
        if (entry.Ports.Count == 0)
        {
            return open;
        }

        foreach (var port in entry.Ports.Where(port => !open.Any(known => known.Value == AttributeText.Number(new CfnString(port.Value, port.Origin)))))
        {
            diagnostics.Add(Elbv2Diagnostics.NoListener(port.Value, [.. open.Select(known => known.Value).Distinct()], port.Origin));
        }

        return open.Where(known => entry.Ports.Any(port => AttributeText.Number(new CfnString(port.Value, port.Origin)) == known.Value));
    }

    private SynthesizedResource Rule(IngressEntry entry, (string Name, string Property, CfnValue Value) source, (long Port, string Protocol) port)
    {
        var cfn = new Cfn(entry.Origin);
        var at = port.Port.ToString(CultureInfo.InvariantCulture) + port.Protocol;
        return new(declaration.Part("from", entry.Kind == IngressKind.Service ? source.Name : entry.Id, "on", at), "AWS::EC2::SecurityGroupIngress", cfn.Map(
            ("Description", cfn.String(entry.Description ?? $"{source.Name} to {declaration.Name} on {at}")),
            ("GroupId", cfn.GetAtt(declaration.SecurityGroup(), "GroupId")),
            ("IpProtocol", cfn.String(port.Protocol)),
            ("FromPort", cfn.Number(port.Port)),
            ("ToPort", cfn.Number(port.Port)),
            (source.Property, source.Value),
            ("SourceSecurityGroupOwnerId", entry.OwnerId is { } owner && entry.Kind == IngressKind.Group ? cfn.String(owner) : null)), declaration.HomeOf(), entry.Origin);
    }
}
