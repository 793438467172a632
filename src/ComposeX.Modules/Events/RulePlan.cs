using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Events;

/// <summary>A declared rule, understood.</summary>
/// <param name="Starts">Whose tasks it runs.</param>
internal sealed record RulePlan(CfnMap Properties, IReadOnlyList<TaskStart> Starts)
{
    public static RulePlan Read(Declaration declaration, DiagnosticBag diagnostics)
    {
        if ((declaration.Lookup ?? declaration.Use) is { } existing)
        {
            diagnostics.Add(EventsDiagnostics.ExistsAlready(declaration.Name, existing.Location));
        }

        var properties = PropertiesReader.Read(declaration.Properties, declaration.Module.Type, declaration.Origin);
        if (declaration.IsNew && properties["ScheduleExpression"] is null && properties["EventPattern"] is null)
        {
            diagnostics.Add(EventsDiagnostics.NeverRuns(declaration.Name, declaration.Origin));
        }

        if (properties["ScheduleExpression"] is CfnString schedule && Schedule.Fault(schedule.Value) is { } fault)
        {
            diagnostics.Add(EventsDiagnostics.BadSchedule(schedule.Value, fault, Schedule.Correction(schedule.Value), schedule.Origin));
        }

        return new(
            EventPattern.Read(properties["EventPattern"], diagnostics) is { } pattern ? properties.With("EventPattern", pattern) : properties,
            [.. declaration.Services.Select(use => TaskStart.Read(use, diagnostics))]);
    }
}
