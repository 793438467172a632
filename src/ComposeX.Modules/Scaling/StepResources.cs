using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Scaling;

/// <summary>
/// The two policies of a step scaling, one for an alarm that is on and one for when it is over, and the alarm itself when the source
/// is a metric. Policies set the number of tasks rather than change it, so that a call that comes twice does no harm.
/// </summary>
internal static class StepResources
{
    private const int Period = 60;

    public static IEnumerable<SynthesizedResource> Of(Family family, StepPlan plan)
    {
        yield return Policy(family, plan.Source.Declaration.ScaleOutPolicy(family), "ScaleOut", plan, plan.ScaleOutCooldown, plan.Intervals.Select(Adjustment));
        yield return Policy(family, plan.Source.Declaration.ScaleInPolicy(family), "ScaleIn", plan, plan.ScaleInCooldown, [AtRest(plan)]);
        if (plan.Metric is { } metric)
        {
            yield return Alarm(family, metric, plan);
        }
    }

    private static SynthesizedResource Policy(
        Family family, string logicalId, string direction, StepPlan plan, Located<int> cooldown, IEnumerable<CfnValue> adjustments)
    {
        var cfn = new Cfn(plan.Source.Scaling.Location);
        var declaration = plan.Source.Declaration;
        return new(logicalId, "AWS::ApplicationAutoScaling::ScalingPolicy", cfn.Map(
            ("PolicyName", cfn.String(LogicalId.From(declaration.Module.Topic(), declaration.Name, direction))),
            ("PolicyType", cfn.String("StepScaling")),
            ("ScalingTargetId", cfn.Ref(family.ScalableTargetId())),
            ("StepScalingPolicyConfiguration", cfn.Map(
                ("AdjustmentType", cfn.String("ExactCapacity")),
                ("Cooldown", Number.Cfn(cooldown.Value, cooldown.Origin)),
                ("StepAdjustments", cfn.List(adjustments))))), Home.Of(family), plan.Source.Origin);
    }

    private static CfnMap Adjustment(Interval interval)
    {
        var cfn = new Cfn(interval.Origin);
        return cfn.Map(
            ("MetricIntervalLowerBound", interval.Lower is { } lower ? Number.Cfn(lower, interval.Origin) : null),
            ("MetricIntervalUpperBound", interval.Upper is { } upper ? Number.Cfn(upper, interval.Origin) : null),
            ("ScalingAdjustment", Number.Cfn(interval.Count.Value, interval.Count.Origin)));
    }

    // No task: which Application Auto Scaling never goes below the minimum for.
    private static CfnMap AtRest(StepPlan plan)
    {
        var cfn = new Cfn(plan.Source.Scaling.Location);
        var bound = plan.Source.Alarm is { IsBelow: true } ? "MetricIntervalLowerBound" : "MetricIntervalUpperBound";
        return cfn.Map((bound, cfn.Number(0)), ("ScalingAdjustment", cfn.Number(0)));
    }

    private static SynthesizedResource Alarm(Family family, MetricOffer metric, StepPlan plan)
    {
        var declaration = plan.Source.Declaration;
        var cfn = new Cfn(plan.Source.Scaling.Location);
        var over = cfn.List(cfn.Ref(declaration.ScaleInPolicy(family)));
        return new(family.Id(declaration.Module.Topic(), declaration.Name, "ScalingAlarm"), "AWS::CloudWatch::Alarm", cfn.Map(
            ("AlarmDescription", cfn.String($"Sets the number of tasks of {family.Name} by {metric.MetricName} of {declaration.Name}")),
            ("Namespace", cfn.String(metric.Namespace)),
            ("MetricName", cfn.String(metric.MetricName)),
            ("Dimensions", cfn.List(cfn.Map(("Name", cfn.String(metric.DimensionName)), ("Value", metric.DimensionValue)))),
            ("Statistic", cfn.String(metric.Statistic)),
            ("Period", cfn.Number(Period)),
            ("EvaluationPeriods", cfn.Number(1)),
            ("DatapointsToAlarm", cfn.Number(1)),
            ("ComparisonOperator", cfn.String("GreaterThanOrEqualToThreshold")),
            ("Threshold", Number.Cfn(plan.Threshold, plan.Steps[0].Lower.Origin)),
            ("TreatMissingData", cfn.String("notBreaching")),
            ("AlarmActions", cfn.List(cfn.Ref(declaration.ScaleOutPolicy(family)))),
            ("OKActions", over),
            ("InsufficientDataActions", over)), Home.Of(family), plan.Source.Origin);
    }
}
