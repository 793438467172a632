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
        balancer.Properties["SecurityGroups"] is { } given ? Foreign(given) : [Group(), .. new BalancerIngress(declaration, balancer, plans, surroundings, diagnostics).Rules(), .. Egress()];

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
