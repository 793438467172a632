using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;

namespace ComposeX.Compiler.Families;

/// <summary>A family's security group, and one rule for each edge that leads to it.</summary>
internal static class TaskNetwork
{
    public static IEnumerable<SynthesizedResource> Of(Family family, Surroundings surroundings, IReadOnlyList<OpenIngress> edges)
    {
        var cfn = new Cfn(family.Origin);
        yield return new(family.SecurityGroup(), "AWS::EC2::SecurityGroup", cfn.Map(
            ("GroupDescription", cfn.String($"Tasks of {family.Name}")),
            ("VpcId", surroundings.Network.VpcId),
            ("Tags", cfn.List(cfn.Map(
                ("Key", cfn.String("Name")),
                ("Value", cfn.Sub("${StackRoot}-" + family.Name, ("StackRoot", cfn.RootStackName()))))))), Home.Root, family.Origin);
        foreach (var edge in edges.GroupBy(edge => (edge.From.Name, edge.Port, edge.Protocol)).Select(group => group.First()))
        {
            yield return Rule(edge);
        }
    }

    /// <summary>The logical id of the rule for an edge.</summary>
    public static string RuleId(OpenIngress edge) => LogicalId.From(edge.From.Name, "to", edge.Family.Name, "on", Port(edge));

    private static string Port(OpenIngress edge) => FormattableString.Invariant($"{edge.Port}{edge.Protocol}");

    private static SynthesizedResource Rule(OpenIngress edge)
    {
        var family = edge.Family;
        var cfn = new Cfn(edge.Origin);
        return new(RuleId(edge), "AWS::EC2::SecurityGroupIngress", cfn.Map(
            ("Description", cfn.String($"{edge.From.Name} to {family.Name} on {Port(edge)}")),
            ("GroupId", cfn.GetAtt(family.SecurityGroup(), "GroupId")),
            ("IpProtocol", cfn.String(edge.Protocol)),
            ("FromPort", cfn.Number(edge.Port)),
            ("ToPort", cfn.Number(edge.Port)),
            ("SourceSecurityGroupId", cfn.GetAtt(edge.From.SecurityGroup(), "GroupId"))), Home.Root, edge.Origin);
    }
}
