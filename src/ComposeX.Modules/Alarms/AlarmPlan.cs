using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Alarms;

/// <summary>A declared alarm, understood.</summary>
/// <param name="Expression">What other alarms must be like, as a text; null for an alarm on a metric, or when it is a function.</param>
/// <param name="IsComposite">Whether it is an alarm on alarms.</param>
/// <param name="ServiceName">The family that the metric is of, or null.</param>
/// <param name="Services">Whose number of tasks it is to set.</param>
internal sealed record AlarmPlan(
    CfnMap Properties,
    bool IsComposite,
    CfnString? Expression,
    Located<string>? ServiceName,
    IReadOnlyList<TopicUse> Topics,
    IReadOnlyList<ScalingUse> Services)
{
    private static readonly string[] Above = ["GreaterThanOrEqualToThreshold", "GreaterThanThreshold"];
    private static readonly string[] Below = ["LessThanThreshold", "LessThanOrEqualToThreshold"];

    /// <summary>The threshold; 0 when it is no number, which is reported when something scales by it.</summary>
    public decimal Threshold => ThresholdOf(Properties) ?? 0;

    public bool IsBelow => Properties["ComparisonOperator"] is CfnString comparison && Array.IndexOf(Below, comparison.Value) >= 0;

    /// <summary>Whether steps can be counted from its threshold.</summary>
    public bool CanBeStepped =>
        ThresholdOf(Properties) is not null && Properties["ComparisonOperator"] is CfnString comparison && Above.Concat(Below).Contains(comparison.Value, StringComparer.Ordinal);

    /// <summary>Those of <see cref="Services"/> that it can scale.</summary>
    public IEnumerable<ScalingUse> Scaling => IsComposite ? [] : Services;

    public static AlarmPlan Read(Declaration declaration, DiagnosticBag diagnostics)
    {
        var macros = MappingReader.Of(declaration.MacroParameters, diagnostics);
        var expression = macros.Text("CompositeExpression");
        var serviceName = macros.Text("ServiceName");
        macros.RejectOthers();
        MappingReader.Of(declaration.Settings, diagnostics).RejectOthers("x-alarms knows no Settings");

        var isComposite = expression is not null || declaration.Properties?["AlarmRule"] is not null;
        var properties = PropertiesReader.Read(declaration.Properties, isComposite ? AlarmsModule.CompositeType : declaration.Module.Type, declaration.Origin);
        if (expression is not null && properties["AlarmRule"] is { } rule)
        {
            diagnostics.Add(AlarmsDiagnostics.TwoExpressions(rule.Origin));
        }

        var plan = new AlarmPlan(
            properties, isComposite,
            expression is { } text ? new CfnString(text.Value, text.Origin) : properties["AlarmRule"] as CfnString,
            serviceName,
            TopicReader.Read(Extra(declaration, "Topics"), diagnostics),
            ScalingUse.Read(Extra(declaration, "Services"), diagnostics));
        AlarmChecks.Check(declaration, plan, diagnostics);
        return plan;
    }

    private static decimal? ThresholdOf(CfnMap properties)
    {
        var text = properties["Threshold"] switch
        {
            CfnNumber number => number.Text,
            CfnString quoted => quoted.Value,
            _ => null,
        };
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var threshold) ? threshold : null;
    }

    private static YamlNode? Extra(Declaration declaration, string key) =>
        declaration.Extra.FirstOrDefault(entry => string.Equals(entry.Name, key, StringComparison.Ordinal))?.Value;
}
