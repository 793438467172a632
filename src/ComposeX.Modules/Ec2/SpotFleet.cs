using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Ec2;

/// <summary>A Spot Fleet that keeps its capacity over all subnets and types, and the role with which it launches instances.</summary>
internal static class SpotFleet
{
    /// <param name="subnets">The ids of the subnets, one by one.</param>
    public static IEnumerable<SynthesizedResource> Of(Group group, SpotFleetSettings settings, IReadOnlyList<CfnValue> subnets)
    {
        var cfn = new Cfn(settings.Origin);
        var role = group.Declaration.LogicalId("FleetRole");
        yield return group.Resource(role, "AWS::IAM::Role",
            ("Description", cfn.String($"What the Spot Fleet {group.Asked.Name} may launch and end")),
            ("AssumeRolePolicyDocument", group.TrustOf(cfn.String("spotfleet.amazonaws.com"))),
            ("ManagedPolicyArns", cfn.List(cfn.Sub("arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonEC2SpotFleetTaggingRole"))),
            ("PermissionsBoundary", group.Asked.PermissionsBoundary));
        yield return group.Resource(group.Fleet, "AWS::EC2::SpotFleet", ("SpotFleetRequestConfigData", cfn.Map(
            ("IamFleetRole", cfn.GetAtt(role, "Arn")),
            ("Type", cfn.String("maintain")),
            ("TargetCapacity", cfn.Number(settings.Wanted)),
            ("SpotPrice", settings.BidPrice is { } price ? new CfnString(price.Value, price.Origin) : null),
            ("AllocationStrategy", settings.AllocationStrategy is { } strategy ? new CfnString(strategy.Value, strategy.Origin) : cfn.String("priceCapacityOptimized")),
            ("InstanceInterruptionBehavior", cfn.String("terminate")),
            ("ExcessCapacityTerminationPolicy", cfn.String("Default")),
            ("ReplaceUnhealthyInstances", cfn.Boolean(true)),
            ("TerminateInstancesWithExpiration", cfn.Boolean(true)),
            ("LaunchTemplateConfigs", cfn.List(cfn.Map(
                ("LaunchTemplateSpecification", group.TemplateVersion()),
                ("Overrides", cfn.List(subnets.SelectMany(subnet => Overrides(subnet, group, cfn)))))))))) with
        {
            DependsOn = group.Routes,
        };
        foreach (var resource in FleetScaling.Of(group, settings))
        {
            yield return resource;
        }
    }

    private static IEnumerable<CfnMap> Overrides(CfnValue subnet, Group group, Cfn cfn) => group.Asked.Types.Named.Count == 0
        ? [cfn.Map(("SubnetId", subnet), ("InstanceRequirements", group.Asked.Types.RequirementsOr(group.Asked.Image.HasGpu, cfn)))]
        : group.Asked.Types.Named.Select(type => cfn.Map(
            ("SubnetId", subnet),
            ("InstanceType", type.Value),
            ("WeightedCapacity", type.Weight is { } weight ? new CfnNumber(weight.Value.ToString(CultureInfo.InvariantCulture), weight.Origin) : null)));
}
