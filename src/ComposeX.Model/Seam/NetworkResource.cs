using System;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Model.Seam;

/// <summary>
/// A resource in the VPC that tasks connect to: the subnets it is in, a security group of its own without any rule, and one rule
/// for each family that uses it. Nobody else reaches it.
/// </summary>
/// <param name="Declaration">The declaration, new or existing.</param>
/// <param name="SubnetSet">The set of subnets that the user chose (<c>Settings.Subnets</c>), or null for those without a way out.</param>
public sealed record NetworkResource(Declaration Declaration, Located<string>? SubnetSet)
{
    private const int MostRules = 60;

    /// <summary>The security group of a new resource.</summary>
    public CfnValue GroupId => new Cfn(Declaration.Origin).GetAtt(GroupLogicalId, "GroupId");

    private string GroupLogicalId => Declaration.LogicalId("SecurityGroup");

    /// <summary>The ids of the subnets, as a list; null, and a finding, when the network has no such set.</summary>
    public CfnValue? Subnets(Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var tiers = surroundings.Network?.Tiers ?? [];
        var wanted = SubnetSet?.Value;
        var tier = wanted is null
            ? tiers.FirstOrDefault(tier => tier.Name == SubnetTier.Storage) ?? tiers.FirstOrDefault(tier => tier.Name == SubnetTier.App)
            : tiers.FirstOrDefault(tier => string.Equals(tier.Name, wanted, StringComparison.Ordinal));
        if (tier is null && wanted is not null && surroundings.Network is not null)
        {
            diagnostics.Add(ModelDiagnostics.NoSubnets(wanted, [.. tiers.Select(known => known.Name)], SubnetSet!.Value.Origin));
        }

        return tier?.SubnetIds;
    }

    /// <summary>The security group; it lets nobody in by itself.</summary>
    /// <param name="description">What the group is of: <c>Database orders</c>.</param>
    public SynthesizedResource SecurityGroup(string description, Surroundings surroundings)
    {
        var cfn = new Cfn(Declaration.Origin);
        return new(GroupLogicalId, "AWS::EC2::SecurityGroup", cfn.Map(
            ("GroupDescription", cfn.String(description)),
            ("VpcId", surroundings.Network?.VpcId)), Home.OfKey(Declaration.Module.Key), Declaration.Origin);
    }

    /// <summary>One rule for each family that uses the resource, which its service waits for. Tasks outside of AWS are in no VPC: they get a warning.</summary>
    /// <param name="groupId">The resource's security group: <see cref="GroupId"/>, or what was found.</param>
    /// <param name="port">The port, a number or a reference.</param>
    public Synthesized Ingress(CfnValue groupId, CfnValue port, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var users = surroundings.LinksTo(Declaration).GroupBy(link => link.Family.Name, StringComparer.Ordinal).Select(links => links.First()).ToList();
        foreach (var link in users.Where(link => link.Family.Platform() == ComputePlatform.External))
        {
            diagnostics.Add(ModelDiagnostics.NotReachable(link.Family.Name, Declaration.Name, link.Use.Target.Origin));
        }

        var inside = users.Where(link => link.Family.Platform() != ComputePlatform.External).ToList();
        if (inside.Count > MostRules)
        {
            diagnostics.Add(ModelDiagnostics.ManyRules(Declaration.Name, inside.Count, MostRules, Declaration.Origin));
        }

        var rules = inside.Select(link => Rule(link, groupId, port)).ToList();
        return new()
        {
            Resources = rules,
            Contributions = [.. inside.Zip(rules, (link, rule) => new WaitFor(link.Family, rule.LogicalId, link.Use.Target.Origin))],
        };
    }

    private SynthesizedResource Rule(Link link, CfnValue groupId, CfnValue port)
    {
        var cfn = new Cfn(link.Use.Target.Origin);
        return new(Declaration.LogicalId(LogicalId.From("From", link.Family.Name)), "AWS::EC2::SecurityGroupIngress", cfn.Map(
            ("Description", cfn.String($"{link.Family.Name} to {Declaration.Name}")),
            ("GroupId", groupId),
            ("SourceSecurityGroupId", cfn.GetAtt(link.Family.SecurityGroup(), "GroupId")),
            ("IpProtocol", cfn.String("tcp")),
            ("FromPort", port),
            ("ToPort", port)), Home.OfKey(Declaration.Module.Key), cfn.Origin);
    }
}
