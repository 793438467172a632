using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>The ECS service that keeps a family's tasks running, in private subnets, on the cluster's own capacity providers.</summary>
internal static class EcsService
{
    public static SynthesizedResource Of(FamilyRequest request, IReadOnlyList<string> waitsFor, DiagnosticBag diagnostics)
    {
        var family = request.Family;
        var cfn = new Cfn(family.Origin);
        var defaults = cfn.Map(
            ("Cluster", request.Cluster.Name),
            ("TaskDefinition", cfn.Ref(family.TaskDefinition())),
            ("DesiredCount", DesiredCount(family, cfn)),
            ("AvailabilityZoneRebalancing", cfn.String("ENABLED")),
            ("DeploymentConfiguration", DeploymentConfiguration(family, cfn)),
            ("NetworkConfiguration", cfn.Map(("AwsvpcConfiguration", cfn.Map(
                ("AssignPublicIp", cfn.String("DISABLED")),
                ("SecurityGroups", cfn.List([cfn.GetAtt(family.SecurityGroup(), "GroupId"), .. request.Asked<JoinSecurityGroup>().Select(join => join.GroupId).Distinct(CfnValueComparer.Default)])),
                ("Subnets", Subnets(request)))))),
            ("EnableECSManagedTags", cfn.Boolean(true)),
            ("PropagateTags", cfn.String("SERVICE")));
        var asked = request.Asked<SetOnService>().Select(set => (set.Property, set.Value));
        return new(family.Service(), "AWS::ECS::Service", PropertyFold.Fold(defaults, asked, $"the service \"{family.Name}\"", diagnostics), Home.Of(family), family.Origin)
        {
            DependsOn = waitsFor,
        };
    }

    private static CfnValue Subnets(FamilyRequest request)
    {
        var set = request.Asked<PlaceIn>().FirstOrDefault()?.SubnetSet ?? SubnetTier.App;
        return request.Network.Tiers.First(tier => string.Equals(tier.Name, set, StringComparison.Ordinal)).SubnetIds;
    }

    private static CfnNumber DesiredCount(Family family, Cfn cfn)
    {
        var replicas = family.Services.Select(service => service.Deploy?.Replicas).Where(count => count is not null).OrderByDescending(count => count?.Value).FirstOrDefault();
        return replicas is { } given ? new Cfn(given.Origin).Number(given.Value) : cfn.Number(1);
    }

    // A failed rollout goes back to what ran before, unless the compose file says to leave it: Compose's "pause" and "continue".
    private static CfnMap DeploymentConfiguration(Family family, Cfn cfn)
    {
        var action = family.Services.Select(service => service.Deploy?.UpdateConfig?.FailureAction).FirstOrDefault(action => action is not null);
        var origin = new Cfn(action?.Origin ?? cfn.Origin);
        return cfn.Map(
            ("MinimumHealthyPercent", cfn.Number(100)),
            ("MaximumPercent", cfn.Number(200)),
            ("DeploymentCircuitBreaker", origin.Map(
                ("Enable", origin.Boolean(true)),
                ("Rollback", origin.Boolean(action is null || action.Value.Value == "rollback")))));
    }
}
