using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Plans;

/// <summary>Holds a plan against what somebody agreed to lose.</summary>
internal static class DataLoss
{
    /// <summary>An error for every loss that nobody agreed to; a warning for every agreement that is of no use.</summary>
    public static IReadOnlyList<Diagnostic> Check(Plan plan, IReadOnlyList<string> allowed)
    {
        var losses = plan.Changes.Where(change => change.LosesData).ToList();
        return
        [
            .. losses.Where(change => !allowed.Any(name => Names(name, change))).Select(PlanDiagnostics.WouldLoseData),
            .. allowed.Where(name => !losses.Any(change => Names(name, change))).Select(PlanDiagnostics.AllowsNothing),
        ];
    }

    public static bool IsPermitted(Plan plan, IReadOnlyList<string> allowed) =>
        plan.Changes.Where(change => change.LosesData).All(change => allowed.Any(name => Names(name, change)));

    private static bool Names(string name, PlannedChange change) =>
        string.Equals(name, change.Name, StringComparison.Ordinal) || string.Equals(name, change.LogicalId, StringComparison.Ordinal);
}
