using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Events;

/// <summary>What EventBridge refuses and its published schema does not say, and what is hardly meant.</summary>
internal static class RuleChecks
{
    private const int MostTargets = 5;

    public static void Check(Declaration declaration, RulePlan plan, IReadOnlyList<FamilyTarget> targets, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        CheckName(declaration, plan, surroundings, diagnostics);
        CheckTargets(declaration, plan, targets, diagnostics);
        if (plan.Properties["ScheduleExpression"] is { } schedule && RuleNames.IsOnOtherBus(declaration))
        {
            diagnostics.Add(EventsDiagnostics.ScheduleOnOtherBus(schedule.Origin));
        }

        foreach (var start in plan.Starts)
        {
            CheckService(start, surroundings, diagnostics);
        }
    }

    private static void CheckName(Declaration declaration, RulePlan plan, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var given = plan.Properties["Name"] as CfnString;
        if (RuleNames.LengthOf(declaration, surroundings.StackName) is > RuleNames.Longest and var length)
        {
            diagnostics.Add(EventsDiagnostics.LongName(declaration.Name, length, RuleNames.Longest, given?.Origin ?? declaration.Origin));
        }

        if (given is not null && surroundings.Declarations.TakeWhile(other => other != declaration).FirstOrDefault(other => HasName(other, given, plan)) is { } first)
        {
            diagnostics.Add(EventsDiagnostics.SameName(given.Value, first.Name, given.Origin));
        }
    }

    private static bool HasName(Declaration other, CfnString name, RulePlan plan) => other.Bound is RulePlan rule
        && rule.Properties["Name"] is CfnString taken && string.Equals(taken.Value, name.Value, StringComparison.Ordinal)
        && Equals((rule.Properties["EventBusName"] as CfnString)?.Value, (plan.Properties["EventBusName"] as CfnString)?.Value);

    private static void CheckTargets(Declaration declaration, RulePlan plan, IReadOnlyList<FamilyTarget> targets, DiagnosticBag diagnostics)
    {
        var own = (plan.Properties["Targets"] as CfnList)?.Items ?? [];
        if (own.Count + plan.Starts.Count == 0)
        {
            diagnostics.Add(EventsDiagnostics.NoTarget(declaration.Name, declaration.Origin));
        }

        if (own.Count + targets.Count > MostTargets)
        {
            diagnostics.Add(EventsDiagnostics.ManyTargets(declaration.Name, own.Count + targets.Count, MostTargets, declaration.Origin));
        }

        foreach (var id in own.OfType<CfnMap>().Select(target => target["Id"]).OfType<CfnString>().Where(id => targets.Any(target => target.Family.Name == id.Value)))
        {
            diagnostics.Add(EventsDiagnostics.IdTaken(id.Value, id.Origin));
        }
    }

    private static void CheckService(TaskStart start, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        foreach (var family in surroundings.Resolve(start.Target.Value))
        {
            var hasService = surroundings.HasService(family);
            if (start.ReplacesService is { Value: false } kept && !hasService)
            {
                diagnostics.Add(EventsDiagnostics.KeptAndDropped(family.Name, kept.Origin));
            }
            else if (start.ReplacesService is null && hasService && CapacityRange.ReplicasOf(family) is not { Value: 0 })
            {
                diagnostics.Add(EventsDiagnostics.RunsAlways(family.Name, start.Target.Origin));
            }
        }
    }
}
