using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>The ECS service that keeps a family's tasks running, in private subnets, on the cluster's own capacity providers or on other machines.</summary>
internal static class EcsService
{
    private static readonly string[] OfVpc = ["LoadBalancers", "ServiceRegistries", "ServiceConnectConfiguration", "NetworkConfiguration"];

    public static SynthesizedResource Of(FamilyRequest request, IReadOnlyList<string> waitsFor, DiagnosticBag diagnostics)
    {
        var family = request.Family;
        var cfn = new Cfn(family.Origin);
        var isExternal = family.Platform() == ComputePlatform.External;
        var hasOwnNetwork = !isExternal && HostNetwork.Of(family) is null;
        var defaults = cfn.Map(
            ("Cluster", request.Cluster.Name),
            ("TaskDefinition", cfn.Ref(family.TaskDefinition())),
            ("DesiredCount", IsDaemon(request) ? null : DesiredCount(family, cfn)),
            ("AvailabilityZoneRebalancing", IsDaemon(request) || isExternal ? null : cfn.String("ENABLED")),
            ("DeploymentConfiguration", cfn.Map(("MinimumHealthyPercent", cfn.Number(100)), ("MaximumPercent", cfn.Number(200)))),
            ("NetworkConfiguration", hasOwnNetwork ? Network(request, cfn) : null),
            ("EnableECSManagedTags", cfn.Boolean(true)),
            ("PropagateTags", cfn.String("SERVICE")));
        var asked = request.Asked<SetOnService>().Where(set => IsPossible(set, isExternal, hasOwnNetwork, diagnostics)).Select(set => (set.Property, set.Value));
        var properties = PropertyFold.Fold(defaults, asked, $"the service \"{family.Name}\"", diagnostics);
        CheckTraffic(properties, family, diagnostics);
        return new(family.Service(), "AWS::ECS::Service", properties, Home.Of(family), family.Origin)
        {
            DependsOn = waitsFor,
        };
    }

    private static CfnMap Network(FamilyRequest request, Cfn cfn) => cfn.Map(("AwsvpcConfiguration", cfn.Map(
        ("AssignPublicIp", cfn.String("DISABLED")),
        ("SecurityGroups", cfn.List([cfn.GetAtt(request.Family.SecurityGroup(), "GroupId"), .. request.Asked<JoinSecurityGroup>().Select(join => join.GroupId).Distinct(CfnValueComparer.Default)])),
        ("Subnets", Subnets(request)))));

    private static CfnValue Subnets(FamilyRequest request)
    {
        var set = request.Asked<PlaceIn>().FirstOrDefault()?.SubnetSet ?? SubnetTier.App;
        return request.Network.Tiers.First(tier => string.Equals(tier.Name, set, StringComparison.Ordinal)).SubnetIds;
    }

    // A task on every instance: how many that are, the instances say.
    private static bool IsDaemon(FamilyRequest request) => request.Asked<SetOnService>().Any(set => set is { Property: "SchedulingStrategy", Value: CfnString { Value: "DAEMON" } });

    private static CfnNumber DesiredCount(Family family, Cfn cfn) =>
        CapacityRange.ReplicasOf(family) is { } given ? new Cfn(given.Origin).Number(given.Value) : cfn.Number(1);

    private static void CheckTraffic(CfnMap properties, Family family, DiagnosticBag diagnostics)
    {
        if ((properties["DeploymentConfiguration"] as CfnMap)?["Strategy"] is CfnString { Value: "LINEAR" or "CANARY" } strategy
            && properties["LoadBalancers"] is null && properties["ServiceConnectConfiguration"] is null && properties["VpcLatticeConfigurations"] is null)
        {
            diagnostics.Add(FamilyDiagnostics.NoTraffic(strategy.Value, family.Name, strategy.Origin));
        }
    }

    // Tasks outside of AWS are in no VPC, and those with an instance's network have no address of their own in it.
    private static bool IsPossible(SetOnService set, bool isExternal, bool hasOwnNetwork, DiagnosticBag diagnostics)
    {
        var isOfVpc = !hasOwnNetwork && OfVpc.Contains(set.Property, StringComparer.Ordinal);
        if (isOfVpc)
        {
            diagnostics.Add(isExternal
                ? FamilyDiagnostics.NotOnExternal(set.Property, set.Family.Name, set.Origin)
                : FamilyDiagnostics.NotInHostNetwork(set.Property, set.Family.Name, set.Origin));
        }

        return !isOfVpc;
    }
}
