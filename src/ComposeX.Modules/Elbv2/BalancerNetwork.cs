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

/// <summary>A load balancer's security group: in, who was written; out, its targets and nobody else.</summary>
internal sealed class BalancerNetwork(Declaration declaration, Balancer balancer, IReadOnlyList<ListenerPlan> plans, Surroundings surroundings, DiagnosticBag diagnostics)
{
    private readonly Cfn _cfn = new(declaration.Origin);

    /// <summary>What targets see the load balancer as.</summary>
    public static IReadOnlyList<GroupSource> Sources(Declaration declaration, Balancer balancer, Location origin)
    {
        var name = $"{declaration.Module.Topic()}-{declaration.Name}";
        var groups = balancer.Existing?.SecurityGroups ?? (balancer.Properties["SecurityGroups"] as CfnList)?.Items;
        return groups is null
            ? [new(name, new Cfn(origin).GetAtt(declaration.SecurityGroup(), "GroupId"))]
            : [.. groups.Select((group, index) => new GroupSource(index == 0 ? name : $"{name}-{(index + 1).ToString(CultureInfo.InvariantCulture)}", group))];
    }

    /// <summary>The ports of a target that the load balancer comes to, each with its transport protocol.</summary>
    public static IEnumerable<(long Port, string Protocol)> PortsOf(ResolvedGroup group, ResolvedMember member) => Protocols.Transports(group.Protocol)
        .Select(protocol => (member.Port, protocol))
        .Concat(group.HealthPort is { } health ? [(health, "tcp")] : group.Protocol == "UDP" ? [(member.Port, "tcp")] : Array.Empty<(long, string)>())
        .Distinct();

    public IEnumerable<SynthesizedResource> Synthesize() =>
        balancer.Properties["SecurityGroups"] is { } given ? Foreign(given) : [Group(), .. Ingress(), .. Egress()];

    private IEnumerable<SynthesizedResource> Foreign(CfnValue given)
    {
        if (balancer.Ingress is { } ingress)
        {
            diagnostics.Add(Elbv2Diagnostics.IngressOfForeignGroup(ingress.Origin));
        }

        if (given is not CfnList)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("SecurityGroups", "a list of security groups", given.Origin));
        }

        return [];
    }

    // A group without a rule would be given one by AWS that lets everything out: this one leads nowhere.
    private SynthesizedResource Group() => new(declaration.SecurityGroup(), "AWS::EC2::SecurityGroup", _cfn.Map(
        ("GroupDescription", _cfn.String($"Load balancer {declaration.Name}")),
        ("VpcId", surroundings.Network?.VpcId),
        ("SecurityGroupEgress", _cfn.List(_cfn.Map(
            ("Description", _cfn.String("Nowhere but to targets")), ("IpProtocol", _cfn.String("-1")), ("CidrIp", _cfn.String("127.0.0.1/32"))))),
        ("Tags", _cfn.List(_cfn.Map(
            ("Key", _cfn.String("Name")), ("Value", _cfn.Sub("${StackRoot}-" + declaration.Name, ("StackRoot", _cfn.RootStackName()))))))), declaration.HomeOf(), declaration.Origin);

    private IEnumerable<SynthesizedResource> Ingress()
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
                    ? surroundings.Lookups.Find(declaration.Module.Key, $"{declaration.Name}.Ingress.{entry.Name}", lookup, diagnostics)?.Require("GroupId", lookup.Location, diagnostics)
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

    private IEnumerable<SynthesizedResource> Egress()
    {
        var ways =
            from forward in ListenerPlanner.Forwards(plans)
            from target in forward.Groups
            from member in target.Group.Members
            from port in PortsOf(target.Group, member)
            select Egress(member.Family.Name, port.Port.ToString(CultureInfo.InvariantCulture), port.Port, port.Protocol,
                ("DestinationSecurityGroupId", new Cfn(target.Group.Group.Key.Origin).GetAtt(member.Family.SecurityGroup(), "GroupId")), target.Group.Group.Key.Origin);
        var logIn = ListenerPlanner.Forwards(plans).FirstOrDefault(forward => forward.Authentication is not null)?.Authentication;
        return ways
            .Concat(logIn is null ? [] : [Egress("identity provider", "443", 443, "tcp", ("CidrIp", new Cfn(logIn.Origin).String("0.0.0.0/0")), logIn.Origin)])
            .GroupBy(rule => rule.LogicalId, StringComparer.Ordinal).Select(same => same.First());
    }

    private SynthesizedResource Egress(string name, string portName, long port, string protocol, (string, CfnValue?) destination, Location origin)
    {
        var cfn = new Cfn(origin);
        return new(declaration.Part("to", name, "on", portName + protocol), "AWS::EC2::SecurityGroupEgress", cfn.Map(
            ("Description", cfn.String($"{declaration.Name} to {name} on {portName}{protocol}")),
            ("GroupId", cfn.GetAtt(declaration.SecurityGroup(), "GroupId")),
            ("IpProtocol", cfn.String(protocol)),
            ("FromPort", cfn.Number(port)),
            ("ToPort", cfn.Number(port)),
            destination), declaration.HomeOf(), origin);
    }
}
