using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Elbv2;

/// <summary>The target groups of tasks, which register by their addresses; two where versions are exchanged.</summary>
internal static class TargetGroupResources
{
    public static IEnumerable<SynthesizedResource> Of(Declaration declaration, ResolvedGroup group, CfnValue vpcId)
    {
        var cfn = new Cfn(group.Group.Key.Origin);
        var properties = cfn.Map(
        [
            ("TargetType", cfn.String("ip")),
            ("VpcId", vpcId),
            ("Port", cfn.Number(group.Port)),
            ("Protocol", cfn.String(group.Protocol)),
            .. group.Group.Properties.Members.Select(member => (member.Name, (CfnValue?)member.Value)),
            .. group.HealthCheck.Members.Select(member => (member.Name, (CfnValue?)(member.Name == "HealthCheckPort" ? AttributeText.Of(member.Value) : member.Value))),
            ("TargetGroupAttributes", KeyValues.ToList(TargetGroupAttributes.WithDefaults(group.Group.Attributes, cfn), cfn)),
        ]);
        yield return new(group.Id, "AWS::ElasticLoadBalancingV2::TargetGroup", properties, declaration.HomeOf(), cfn.Origin);
        if (group.AlternateId is { } alternate)
        {
            yield return new(alternate, "AWS::ElasticLoadBalancingV2::TargetGroup", WithoutName(properties), declaration.HomeOf(), cfn.Origin);
        }
    }

    private static CfnMap WithoutName(CfnMap properties) => properties with { Members = [.. properties.Members.Where(member => member.Name != "Name")] };
}
