using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Scaling;

/// <summary>Reads <c>ScheduledActions</c>.</summary>
internal static class ScheduledActions
{
    public static IReadOnlyList<ScheduledAction> Read(YamlSequence? sequence, Family family, DiagnosticBag diagnostics)
    {
        var actions = new List<ScheduledAction>();
        foreach (var item in sequence?.Items ?? [])
        {
            if (item is not YamlMapping mapping)
            {
                diagnostics.Add(ModelDiagnostics.WrongKind("ScheduledActions", "a list of mappings with ScheduledActionName, Schedule and ScalableTargetAction", item.Location));
            }
            else if (Read(mapping, family, diagnostics) is { } action)
            {
                actions.Add(action);
            }
        }

        return actions;
    }

    /// <summary>The actions of all services of a family: what two of them say alike is one action.</summary>
    public static IReadOnlyList<ScheduledAction> Union(IEnumerable<ScheduledAction> actions, DiagnosticBag diagnostics)
    {
        var byName = actions.GroupBy(action => action.Name, StringComparer.Ordinal).ToList();
        foreach (var other in byName.SelectMany(group => group.Skip(1).Where(other => !CfnValueComparer.Default.Equals(group.First().Properties, other.Properties))))
        {
            diagnostics.Add(ScalingDiagnostics.ActionsOfOneName(other.Name, other.Origin));
        }

        return [.. byName.Select(group => group.First())];
    }

    private static ScheduledAction? Read(YamlMapping mapping, Family family, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var name = ReadName(reader, mapping, diagnostics);
        var macros = MappingReader.Of(reader.Mapping("MacroParameters"), diagnostics);
        var addServiceName = macros.Boolean("AddServiceName") is { Value: true };
        if (macros.Boolean("AddRandomId") is { Value: true } random)
        {
            diagnostics.Add(ScalingDiagnostics.NoRandomId(random.Origin));
        }

        macros.RejectOthers();
        var schedule = ReadSchedule(reader, mapping, diagnostics);
        var timezone = Timestamps.ReadTimezone(reader, diagnostics);
        var (start, end) = Timestamps.ReadSpan(reader, diagnostics);
        var action = ReadCapacity(reader.Mapping("ScalableTargetAction"), mapping, diagnostics);
        reader.RejectOthers();
        if (name is not { } named)
        {
            return null;
        }

        var cfn = new Cfn(named.Origin);
        return new(named.Value, cfn.Map(
            ("ScheduledActionName", addServiceName ? cfn.Join(".", [cfn.GetAtt(family.Service(), "Name"), cfn.String(named.Value)]) : cfn.String(named.Value)),
            ("Schedule", schedule),
            ("Timezone", timezone),
            ("StartTime", start),
            ("EndTime", end),
            ("ScalableTargetAction", action)), named.Origin);
    }

    private static Located<string>? ReadName(MappingReader reader, YamlMapping mapping, DiagnosticBag diagnostics)
    {
        if (reader.Text("ScheduledActionName") is not { } name)
        {
            ReportMissing("ScheduledActionName", mapping, diagnostics);
            return null;
        }

        var valid = Regex.Replace(name.Value, @"[\x00-\x1f\x7f-\x9f:/|]", "-", RegexOptions.CultureInvariant).Trim();
        if (!string.Equals(valid, name.Value, StringComparison.Ordinal))
        {
            diagnostics.Add(ScalingDiagnostics.ActionRenamed(name.Value, valid, name.Origin));
        }

        return name with { Value = valid };
    }

    private static CfnString? ReadSchedule(MappingReader reader, YamlMapping mapping, DiagnosticBag diagnostics)
    {
        if (reader.Text("Schedule") is { } schedule)
        {
            return ScheduleExpression.Read(schedule, diagnostics);
        }

        ReportMissing("Schedule", mapping, diagnostics);
        return null;
    }

    private static CfnMap? ReadCapacity(YamlMapping? capacity, YamlMapping mapping, DiagnosticBag diagnostics)
    {
        if (capacity is null)
        {
            ReportMissing("ScalableTargetAction", mapping, diagnostics);
            return null;
        }

        var reader = MappingReader.Of(capacity, diagnostics);
        var minimum = Number.Whole(reader, 0, diagnostics, "MinCapacity");
        var maximum = Number.Whole(reader, 0, diagnostics, "MaxCapacity");
        reader.RejectOthers();
        if (capacity["MinCapacity"] is null && capacity["MaxCapacity"] is null)
        {
            diagnostics.Add(ScalingDiagnostics.IncompleteAction("MinCapacity\" or \"MaxCapacity", capacity.Location));
        }

        if (minimum is { } low && maximum is { } high && low.Value > high.Value)
        {
            diagnostics.Add(ScalingDiagnostics.UpsideDown(Number.Text(low.Value), Number.Text(high.Value), high.Origin));
        }

        return new Cfn(capacity.Location).Map(("MinCapacity", Value(minimum)), ("MaxCapacity", Value(maximum)));
    }

    private static CfnNumber? Value(Located<int>? number) => number is { } given ? Number.Cfn(given.Value, given.Origin) : null;

    // A key of the wrong kind has been reported already.
    private static void ReportMissing(string key, YamlMapping mapping, DiagnosticBag diagnostics)
    {
        if (mapping[key] is null)
        {
            diagnostics.Add(ScalingDiagnostics.IncompleteAction(key, mapping.Location));
        }
    }
}
