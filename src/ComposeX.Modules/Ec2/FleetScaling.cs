using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Ec2;

/// <summary>Makes a fleet larger while its processors are busy and smaller while they idle, by the weight of its lightest type.</summary>
internal static class FleetScaling
{
    private const int Busy = 65;
    private const int Idle = 25;
    private const int Minutes = 5;

    public static IEnumerable<SynthesizedResource> Of(Group group, SpotFleetSettings settings)
    {
        if (settings.Most == settings.Least)
        {
            yield break;
        }

        var cfn = new Cfn(settings.Origin);
        var target = group.Declaration.LogicalId("ScalableTarget");
        var step = group.Asked.Types.Named.Select(type => type.Weight?.Value ?? 1).DefaultIfEmpty(1).Min();
        yield return group.Resource(target, "AWS::ApplicationAutoScaling::ScalableTarget",
            ("ServiceNamespace", cfn.String("ec2")),
            ("ScalableDimension", cfn.String("ec2:spot-fleet-request:TargetCapacity")),
            ("ResourceId", cfn.Sub("spot-fleet-request/${Fleet}", ("Fleet", cfn.Ref(group.Fleet)))),
            ("MinCapacity", cfn.Number(settings.Least)),
            ("MaxCapacity", cfn.Number(settings.Most)));
        foreach (var (name, operation, threshold, bound, change) in new[]
        {
            ("ScaleOut", "GreaterThanOrEqualToThreshold", Busy, "MetricIntervalLowerBound", step),
            ("ScaleIn", "LessThanOrEqualToThreshold", Idle, "MetricIntervalUpperBound", -step),
        })
        {
            var policy = group.Declaration.LogicalId(name + "Policy");
            yield return group.Resource(policy, "AWS::ApplicationAutoScaling::ScalingPolicy",
                ("PolicyName", cfn.String($"{group.Asked.Name}-{name}")),
                ("PolicyType", cfn.String("StepScaling")),
                ("ScalingTargetId", cfn.Ref(target)),
                ("StepScalingPolicyConfiguration", cfn.Map(
                    ("AdjustmentType", cfn.String("ChangeInCapacity")),
                    ("Cooldown", cfn.Number(300)),
                    ("MetricAggregationType", cfn.String("Average")),
                    ("StepAdjustments", cfn.List(cfn.Map((bound, cfn.Number(0)), ("ScalingAdjustment", cfn.Number(change))))))));
            yield return group.Resource(group.Declaration.LogicalId(name + "Alarm"), "AWS::CloudWatch::Alarm",
                ("AlarmDescription", cfn.String($"Processors of the fleet {group.Asked.Name}: {name}")),
                ("Namespace", cfn.String("AWS/EC2Spot")),
                ("MetricName", cfn.String("CPUUtilization")),
                ("Dimensions", cfn.List(cfn.Map(("Name", cfn.String("FleetRequestId")), ("Value", cfn.Ref(group.Fleet))))),
                ("Statistic", cfn.String("Average")),
                ("Period", cfn.Number(60)),
                ("EvaluationPeriods", cfn.Number(Minutes)),
                ("ComparisonOperator", cfn.String(operation)),
                ("Threshold", cfn.Number(threshold)),
                ("TreatMissingData", cfn.String("notBreaching")),
                ("AlarmActions", cfn.List(cfn.Ref(policy))));
        }
    }
}
