using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Alarms;

/// <summary>
/// The alarms behind the predefined ones: on the load, on the number of tasks, and on both together. Only the last one notifies.
/// </summary>
internal static class PredefinedResources
{
    private const int DefaultUtilization = 75;
    private const int DefaultDatapoints = 5;
    private const int DefaultEvaluationPeriods = 10;
    private const int DefaultPeriod = 60;
    private const string MaxedOut = "ScalingOutMaxed";

    public static IEnumerable<SynthesizedResource> Of(
        Family family, IReadOnlyList<PredefinedUse> uses, CapacityRange capacity, ClusterOffer cluster, DiagnosticBag diagnostics)
    {
        // One alarm on the number of tasks serves both: the lowest number that either asks for.
        var origin = uses[0].Origin;
        var count = uses.Select(use => use.RunningTaskCount).Where(asked => asked is { } given && given.Value < capacity.Maximum)
            .OrderBy(asked => asked?.Value).FirstOrDefault() ?? new Located<long>(capacity.Maximum, origin);
        yield return Metric(family, MaxedOut, "ECS/ContainerInsights", "RunningTaskCount", "Maximum", count,
            new(DefaultPeriod, origin), new(1, origin), new(1, origin), cluster, origin);
        foreach (var use in uses)
        {
            var datapoints = use.DatapointsToAlarm ?? new Located<long>(Math.Min(DefaultDatapoints, use.EvaluationPeriods?.Value ?? DefaultDatapoints), use.Origin);
            var periods = use.EvaluationPeriods ?? new Located<long>(Math.Max(DefaultEvaluationPeriods, datapoints.Value), use.Origin);
            if (datapoints.Value > periods.Value)
            {
                diagnostics.Add(AlarmsDiagnostics.MoreDatapointsThanPeriods(datapoints.Origin));
            }

            yield return Metric(family, use.Alarm.Part, "AWS/ECS", use.Alarm.Metric, "Average", use.Utilization ?? new(DefaultUtilization, use.Origin),
                use.Period ?? new(DefaultPeriod, use.Origin), periods, datapoints, cluster, use.Origin);
            yield return Both(family, use);
        }
    }

    /// <summary>The topics of this file that a family's predefined alarms notify. What is wrong with these is reported where they are made.</summary>
    public static IReadOnlyList<Offer> Deliveries(Family family) => [.. PredefinedUse.ReadAll(family.Services, new DiagnosticBag())
        .SelectMany(use => TopicActions.Deliveries(use.Topics.Select(topic => topic.Arn), topic => AlarmNames.Arn(Name(family, use.Alarm.Name, topic.Origin), topic.Origin)))];

    private static CfnValue Name(Family family, string part, Location origin) => AlarmNames.InStack($"{family.Name}-{part}", origin);

    private static SynthesizedResource Metric(
        Family family, string part, string metricNamespace, string metric, string statistic, Located<long> threshold,
        Located<long> period, Located<long> periods, Located<long> datapoints, ClusterOffer cluster, Location origin)
    {
        var cfn = new Cfn(origin);
        return new(Id(family, part), "AWS::CloudWatch::Alarm", cfn.Map(
            ("AlarmName", Name(family, part, origin)),
            ("Namespace", cfn.String(metricNamespace)),
            ("MetricName", cfn.String(metric)),
            ("Dimensions", Dimensions.OfService(family, cluster, origin)),
            ("Statistic", cfn.String(statistic)),
            ("Period", Number(period)),
            ("EvaluationPeriods", Number(periods)),
            ("DatapointsToAlarm", Number(datapoints)),
            ("ComparisonOperator", cfn.String("GreaterThanOrEqualToThreshold")),
            ("Threshold", Number(threshold))), Home.Of(family), origin);
    }

    private static SynthesizedResource Both(Family family, PredefinedUse use)
    {
        var cfn = new Cfn(use.Origin);
        return new(Id(family, use.Alarm.Name), AlarmsModule.CompositeType, TopicActions.Add(cfn.Map(
            ("AlarmName", Name(family, use.Alarm.Name, use.Origin)),
            ("AlarmRule", cfn.Sub(
                "ALARM(\"${High}\") AND ALARM(\"${Maxed}\")",
                ("High", cfn.Ref(Id(family, use.Alarm.Part))),
                ("Maxed", cfn.Ref(Id(family, MaxedOut)))))), use.Topics), Home.Of(family), use.Origin);
    }

    private static CfnNumber Number(Located<long> number) => new Cfn(number.Origin).Number(number.Value);

    private static string Id(Family family, string part) => family.Id(part, "Alarm");
}
