using System.Collections.Generic;
using ComposeX.Compose.Projects;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Scaling;

/// <summary>How many tasks run while a metric is between two values.</summary>
/// <param name="Upper">Null for the step that has no end.</param>
internal sealed record Step(Located<decimal> Lower, Located<decimal>? Upper, Located<int> Count, Location Origin)
{
    /// <summary>Where a step begins that has no lower bound, which only an alarm below a threshold leaves out.</summary>
    public const decimal NoEnd = -1e15m;
}

/// <summary>A step as AWS counts it: from the alarm's threshold. A null bound has no end.</summary>
internal sealed record Interval(decimal? Lower, decimal? Upper, Located<int> Count, Location Origin);

/// <summary>What scales a family in steps, understood.</summary>
/// <param name="Source">Who does.</param>
/// <param name="Metric">The metric to make an alarm for; null when the source is an alarm.</param>
/// <param name="Threshold">From where on the alarm is on.</param>
internal sealed record StepPlan(
    StepScaling Source,
    MetricOffer? Metric,
    decimal Threshold,
    IReadOnlyList<Step> Steps,
    IReadOnlyList<Interval> Intervals,
    Located<int> ScaleInCooldown,
    Located<int> ScaleOutCooldown);
