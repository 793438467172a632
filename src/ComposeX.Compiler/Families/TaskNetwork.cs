using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;

namespace ComposeX.Compiler.Families;

/// <summary>A family's security group, and one rule for each way that leads to it.</summary>
internal static class TaskNetwork
{
    public static IEnumerable<SynthesizedResource> Of(FamilyRequest request)
    {
        var family = request.Family;
        var cfn = new Cfn(family.Origin);
        yield return new(family.SecurityGroup(), "AWS::EC2::SecurityGroup", cfn.Map(
            ("GroupDescription", cfn.String($"Tasks of {family.Name}")),
            ("VpcId", request.Network.VpcId),
            ("Tags", cfn.List(cfn.Map(
                ("Key", cfn.String("Name")),
                ("Value", cfn.Sub("${StackRoot}-" + family.Name, ("StackRoot", cfn.RootStackName()))))))), Home.IdentityOf(family), family.Origin);
        foreach (var edge in request.Asked<OpenIngress>().GroupBy(RuleId, StringComparer.Ordinal).Select(group => group.First()))
        {
            yield return Rule(edge);
        }
    }

    /// <summary>The logical id of the rule for a way.</summary>
    public static string RuleId(OpenIngress edge) => edge.Source is FamilySource
        ? LogicalId.From(edge.Source.Name, "to", edge.Family.Name, "on", Port(edge))
        : LogicalId.From("from", edge.Source.Name, "to", edge.Family.Name, "on", Port(edge));

    private static string Port(OpenIngress edge) => FormattableString.Invariant($"{edge.Port}{edge.Protocol}");

    private static SynthesizedResource Rule(OpenIngress edge)
    {
        var family = edge.Family;
        var cfn = new Cfn(edge.Origin);
        return new(RuleId(edge), "AWS::EC2::SecurityGroupIngress", cfn.Map(
        [
            ("Description", cfn.String(edge.Description ?? $"{edge.Source.Name} to {family.Name} on {Port(edge)}")),
            ("GroupId", cfn.GetAtt(family.SecurityGroup(), "GroupId")),
            ("IpProtocol", cfn.String(edge.Protocol)),
            ("FromPort", cfn.Number(edge.Port)),
            ("ToPort", cfn.Number(edge.Port)),
            .. Source(edge.Source, cfn),
        ]), Home.RulesOf(family), edge.Origin);
    }

    private static IEnumerable<(string, CfnValue?)> Source(IngressSource source, Cfn cfn) => source switch
    {
        FamilySource family => [("SourceSecurityGroupId", cfn.GetAtt(family.From.SecurityGroup(), "GroupId"))],
        GroupSource group => [("SourceSecurityGroupId", group.GroupId), ("SourceSecurityGroupOwnerId", group.OwnerId is { } owner ? cfn.String(owner) : null)],
        PrefixListSource list => [("SourcePrefixListId", list.PrefixListId)],
        CidrSource { IsIPv6: true } block => [("CidrIpv6", cfn.String(block.Cidr))],
        CidrSource block => [("CidrIp", cfn.String(block.Cidr))],
        _ => throw new InvalidOperationException($"Nobody knows the source {source}."),
    };
}
