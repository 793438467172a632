using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Scaling;

/// <summary>Whether a family's range and what scales it go together.</summary>
internal static class CapacityChecks
{
    /// <summary>Without a range: was one forgotten? One that is there and wrong has been reported.</summary>
    public static void CheckRange(FamilyScaling scaling, DiagnosticBag diagnostics)
    {
        if (scaling.Asked.Count > 0 && scaling.Asked.All(entry => entry is { Name: "x-scaling", Value: YamlMapping mapping } && mapping["Range"] is null))
        {
            diagnostics.Add(ScalingDiagnostics.NoRange(scaling.Asked[0].Name, scaling.Asked[0].Key.Location));
        }
    }

    /// <summary>Without an ECS service nothing scales, whoever asks for it.</summary>
    public static void ReportWithoutService(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var keys = family.Services.SelectMany(service => new[] { CapacityRange.ScalingOf(service), CapacityRange.AutoscalingOf(service) }).OfType<YamlEntry>().Select(key => key.Key.Location);
        var steps = StepScaling.Of(family, surroundings).Select(scaling => scaling.Origin);
        diagnostics.AddRange(keys.Concat(steps).Select(origin => ScalingDiagnostics.NothingToScale(family.Name, origin)));
    }

    /// <summary>A step above the range is meant: it raises the range, and that is said.</summary>
    public static void CheckSteps(Family family, IReadOnlyList<StepPlan> plans, DiagnosticBag diagnostics)
    {
        if (CapacityRange.Of(family) is not { } range)
        {
            return;
        }

        foreach (var plan in plans)
        {
            if (plan.Steps.OrderByDescending(step => step.Count.Value).FirstOrDefault() is { } highest && highest.Count.Value > range.Maximum)
            {
                diagnostics.Add(ScalingDiagnostics.RangeRaised(family.Name, highest.Count.Value, range, highest.Count.Origin));
            }
        }
    }
}
