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
    public static SynthesizedResource Of(FamilyRequest request, IReadOnlyList<string> waitsFor, DiagnosticBag diagnostics)
    {
        var family = request.Family;
        var cfn = new Cfn(family.Origin);
        var platform = family.Platform();
        var isDaemon = platform != ComputePlatform.Fargate && family.Services.Any(service => service.Deploy?.Mode is { Value: "global" });
        var defaults = cfn.Map(
            ("Cluster", request.Cluster.Name),
            ("TaskDefinition", cfn.Ref(family.TaskDefinition())),
            ("SchedulingStrategy", isDaemon ? cfn.String("DAEMON") : null),
            ("DesiredCount", isDaemon ? null : DesiredCount(family, cfn)),
            ("AvailabilityZoneRebalancing", isDaemon || platform == ComputePlatform.External ? null : cfn.String(RollOut.StopsFirst(family) ? "DISABLED" : "ENABLED")),
            ("DeploymentConfiguration", RollOut.Of(family, isDaemon)),
            ("NetworkConfiguration", platform == ComputePlatform.External ? null : Network(request, cfn)),
            ("EnableECSManagedTags", cfn.Boolean(true)),
            ("PropagateTags", cfn.String("SERVICE")));
        var asked = request.Asked<SetOnService>().Where(set => IsPossible(set, platform, diagnostics)).Select(set => (set.Property, set.Value));
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

    private static CfnMap Network(FamilyRequest request, Cfn cfn) => cfn.Map(("AwsvpcConfiguration", cfn.Map(
        ("AssignPublicIp", cfn.String("DISABLED")),
        ("SecurityGroups", cfn.List([cfn.GetAtt(request.Family.SecurityGroup(), "GroupId"), .. request.Asked<JoinSecurityGroup>().Select(join => join.GroupId).Distinct(CfnValueComparer.Default)])),
        ("Subnets", Subnets(request))));

    // Tasks outside of AWS are in no VPC.
    private static bool IsPossible(SetOnService set, ComputePlatform platform, DiagnosticBag diagnostics)
    {
        var isOfVpc = platform == ComputePlatform.External && set.Property is ("LoadBalancers" or "ServiceRegistries" or "ServiceConnectConfiguration" or "NetworkConfiguration");
        if (isOfVpc)
        {
            diagnostics.Add(FamilyDiagnostics.NotOnExternal(set.Property, set.Family.Name, set.Origin));
        }

        return !isOfVpc;
    }
}
