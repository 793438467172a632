using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Alarms;

/// <summary>Completes an alarm on other alarms: the names in its expression become those of the alarms in the account.</summary>
internal static class CompositeAlarm
{
    public static CfnMap Complete(CfnMap properties, CfnString expression, Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var completed = properties.With("AlarmRule", Rule(expression, declaration, surroundings, diagnostics));
        return completed["ActionsSuppressor"] is CfnString suppressor && surroundings.FindDeclaration(declaration.Module.Key, suppressor.Value) is { } other
            ? completed.With("ActionsSuppressor", Reference(other, suppressor.Origin, diagnostics))
            : completed;
    }

    private static CfnValue Rule(CfnString expression, Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (ExpressionReader.Read(expression.Value, out var stopsAt) is not { } pieces)
        {
            diagnostics.Add(AlarmsDiagnostics.BadExpression(expression.Value, stopsAt ?? "", expression.Origin));
            return expression;
        }

        var rule = new StringBuilder();
        var variables = new List<(string Name, CfnValue? Value)>();
        foreach (var piece in pieces)
        {
            rule.Append(piece.IsAlarm ? Quoted(NameInRule(piece.Text)) : piece.Text);
        }

        return variables.Count == 0
            ? expression with { Value = rule.ToString().Replace("${!", "${") }
            : new Cfn(expression.Origin).Sub(rule.ToString(), [.. variables]);

        string NameInRule(string name)
        {
            if (name.StartsWith("arn:", StringComparison.Ordinal) || Find(name, declaration, expression, surroundings, diagnostics) is not { } alarm)
            {
                return name.Replace("${", "${!");
            }

            if (Reference(alarm, expression.Origin, diagnostics) is CfnString known)
            {
                return known.Value.Replace("${", "${!");
            }

            var variable = alarm.LogicalId();
            if (variables.All(other => other.Name != variable))
            {
                variables.Add((variable, Reference(alarm, expression.Origin, diagnostics)));
            }

            return "${" + variable + "}";
        }
    }

    private static Declaration? Find(string name, Declaration declaration, CfnString expression, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var alarm = surroundings.FindDeclaration(declaration.Module.Key, name);
        if (alarm is null)
        {
            var known = surroundings.Declarations.Where(other => other.Module == declaration.Module && other != declaration).Select(other => other.Name);
            diagnostics.Add(AlarmsDiagnostics.UnknownAlarm(name, [.. known], expression.Origin));
        }
        else if (alarm == declaration)
        {
            diagnostics.Add(AlarmsDiagnostics.OnItself(name, expression.Origin));
        }

        return alarm;
    }

    // A reference, not a name, so that the alarm is there first.
    private static CfnValue Reference(Declaration alarm, Location origin, DiagnosticBag diagnostics) => alarm.IsNew
        ? new CfnResourceReference(alarm.LogicalId(), null, origin)
        : alarm.Module.AttributeOf(alarm, alarm.Module.Attributes[0], origin, diagnostics) ?? new CfnString(alarm.Name, origin);

    private static string Quoted(string name) => string.Format(CultureInfo.InvariantCulture, "\"{0}\"", name);
}
