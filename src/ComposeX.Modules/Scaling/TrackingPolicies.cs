using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Scaling;

/// <summary>Policies that keep a load at its target: one for each load, so that the highest need decides.</summary>
internal static class TrackingPolicies
{
    public static IEnumerable<SynthesizedResource> Of(Family family, FamilyScaling scaling, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (scaling.Targets is not { } targets)
        {
            return [];
        }

        var policies = new List<SynthesizedResource>();
        if (targets.Cpu is { } cpu)
        {
            policies.Add(Policy(family, targets, cpu, "CpuTracking", "ECSServiceAverageCPUUtilization", null));
        }

        if (targets.Memory is { } memory)
        {
            policies.Add(Policy(family, targets, memory, "MemoryTracking", "ECSServiceAverageMemoryUtilization", null));
        }

        if (targets.Requests is { } requests)
        {
            policies.AddRange(PerRequest(family, targets, requests, surroundings, diagnostics));
        }

        return policies;
    }

    private static IEnumerable<SynthesizedResource> PerRequest(
        Family family, TargetScaling targets, Located<decimal> requests, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var registrations = surroundings.Offers<TargetGroupOffer>()
            .Where(group => !IsNetworkLoadBalancer(group.Declaration) && string.Equals(group.Offer.FamilyName, family.Name, StringComparison.Ordinal))
            .GroupBy(group => group.Declaration, group => group.Offer)
            .ToList();
        if (registrations.Count == 0)
        {
            diagnostics.Add(ScalingDiagnostics.NoTargetGroup(family.Name, requests.Origin));
        }

        // A load balancer that sends to several ports of a task: its first target group stands for all.
        return registrations.Select(registration => Policy(
            family, targets, requests, registration.Key.Name + "-RequestTracking", "ALBRequestCountPerTarget", Label(registration.First(), requests.Origin)));
    }

    // AWS counts requests where it sees them: not in a stream of packets.
    private static bool IsNetworkLoadBalancer(Declaration declaration) => declaration.Properties?["Type"] is YamlScalar { Text: "network" or "gateway" };

    private static CfnFunction Label(TargetGroupOffer offer, Location origin) =>
        new Cfn(origin).Join("/", [offer.LoadBalancerFullName, offer.TargetGroupFullName]);

    private static SynthesizedResource Policy(Family family, TargetScaling targets, Located<decimal> target, string name, string metric, CfnValue? label)
    {
        var cfn = new Cfn(target.Origin);
        return new(family.Id(name, "Policy"), "AWS::ApplicationAutoScaling::ScalingPolicy", cfn.Map(
            ("PolicyName", cfn.String(name)),
            ("PolicyType", cfn.String("TargetTrackingScaling")),
            ("ScalingTargetId", cfn.Ref(family.ScalableTargetId())),
            ("TargetTrackingScalingPolicyConfiguration", cfn.Map(
                ("PredefinedMetricSpecification", cfn.Map(("PredefinedMetricType", cfn.String(metric)), ("ResourceLabel", label))),
                ("TargetValue", Number.Cfn(target.Value, target.Origin)),
                ("ScaleInCooldown", Number.Cfn(targets.ScaleInSeconds.Value, targets.ScaleInSeconds.Origin)),
                ("ScaleOutCooldown", Number.Cfn(targets.ScaleOutSeconds.Value, targets.ScaleOutSeconds.Origin)),
                ("DisableScaleIn", targets.DisableScaleIn is { } disable ? new Cfn(disable.Origin).Boolean(disable.Value) : null)))), Home.Of(family), target.Origin);
    }
}
