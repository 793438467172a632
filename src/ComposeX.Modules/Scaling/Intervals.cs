using System.Collections.Generic;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Modules.Scaling;

/// <summary>
/// Steps as AWS counts them. The user says between which values of the metric a number of tasks runs; AWS counts both bounds from the
/// alarm's threshold, takes neither gaps nor overlaps, and only looks while the alarm is on.
/// </summary>
internal static class Intervals
{
    /// <param name="steps">Sorted by where they begin; at least one.</param>
    /// <param name="isBelow">Whether the alarm is on below the threshold, and not from it on.</param>
    public static IReadOnlyList<Interval> Of(IReadOnlyList<Step> steps, decimal threshold, bool isBelow, DiagnosticBag diagnostics)
    {
        var faults = FaultsOfOrder(steps).ToList();
        if (faults.Count > 0)
        {
            diagnostics.AddRange(faults);
            return [];
        }

        CheckEnds(steps, threshold, isBelow, diagnostics);
        var intervals = new List<Interval>();
        for (var index = 0; index < steps.Count; index++)
        {
            var step = steps[index];
            var interval = isBelow
                ? new Interval(index == 0 ? null : step.Lower.Value - threshold, index == steps.Count - 1 ? 0 : step.Upper?.Value - threshold, step.Count, step.Origin)
                : new Interval(index == 0 ? 0 : step.Lower.Value - threshold, index == steps.Count - 1 ? null : step.Upper?.Value - threshold, step.Count, step.Origin);
            if (interval.Lower >= interval.Upper)
            {
                diagnostics.Add(ScalingDiagnostics.NeverReached(threshold, isBelow, step.Origin));
            }

            intervals.Add(interval);
        }

        return intervals;
    }

    private static IEnumerable<Diagnostic> FaultsOfOrder(IReadOnlyList<Step> steps)
    {
        for (var index = 0; index < steps.Count; index++)
        {
            var step = steps[index];
            var next = index == steps.Count - 1 ? null : steps[index + 1];
            if (step.Upper is { } end && end.Value <= step.Lower.Value)
            {
                yield return ScalingDiagnostics.EmptyStep(step.Lower.Value, end.Value, end.Origin);
            }
            else if (next is not null && step.Upper is not { })
            {
                yield return ScalingDiagnostics.OpenInTheMiddle(step.Origin);
            }
            else if (next is not null && step.Upper is { } upper && next.Lower.Value != upper.Value)
            {
                yield return next.Lower.Value < upper.Value
                    ? ScalingDiagnostics.StepsOverlap(upper.Value, next.Lower.Value, next.Lower.Origin)
                    : ScalingDiagnostics.Gap(upper.Value, next.Lower.Value, next.Lower.Origin);
            }
        }
    }

    // Towards the threshold there may be no gap either, and away from it there is no end.
    private static void CheckEnds(IReadOnlyList<Step> steps, decimal threshold, bool isBelow, DiagnosticBag diagnostics)
    {
        var first = steps[0].Lower;
        var last = steps[steps.Count - 1].Upper;
        if (!isBelow && first.Value > threshold)
        {
            diagnostics.Add(ScalingDiagnostics.Gap(threshold, first.Value, first.Origin));
        }
        else if (isBelow && last is { } end && end.Value < threshold)
        {
            diagnostics.Add(ScalingDiagnostics.Gap(end.Value, threshold, end.Origin));
        }

        if (isBelow && first.Value > Step.NoEnd)
        {
            diagnostics.Add(ScalingDiagnostics.BoundRemoved("LowerBound", first.Value, first.Origin));
        }
        else if (!isBelow && last is { } bound)
        {
            diagnostics.Add(ScalingDiagnostics.BoundRemoved("UpperBound", bound.Value, bound.Origin));
        }
    }
}
