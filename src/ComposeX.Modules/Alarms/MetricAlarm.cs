using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Alarms;

/// <summary>Completes an alarm on a metric: what the metric is of, and whose tasks it sets the number of.</summary>
internal static class MetricAlarm
{
    public static CfnMap Complete(CfnMap properties, AlarmPlan plan, Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var completed = (CfnMap)Dimensions.Resolve(properties, surroundings, diagnostics);
        if (plan.ServiceName is { } name && FindFamily(name.Value, name.Origin, surroundings, diagnostics) is { } family && surroundings.Cluster is { } cluster)
        {
            completed = completed.With("Dimensions", Dimensions.AddService(completed["Dimensions"], Dimensions.OfService(family, cluster, name.Origin)));
        }

        var scaled = plan.Scaling.SelectMany(use => Families(use, surroundings, diagnostics).Where(surroundings.HasService).Select(scaledFamily => (scaledFamily, cfn: new Cfn(use.Target.Origin))))
            .GroupBy(pair => pair.scaledFamily.Name, StringComparer.Ordinal)
            .Select(group => group.First())
            .ToList();
        completed = TopicActions.Add(completed, "AlarmActions", scaled.Select(pair => pair.cfn.Ref(declaration.ScaleOutPolicy(pair.scaledFamily))));
        return TopicActions.Add(completed, "OKActions", scaled.Select(pair => pair.cfn.Ref(declaration.ScaleInPolicy(pair.scaledFamily))));
    }

    private static IReadOnlyList<Family> Families(ScalingUse use, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var families = surroundings.Resolve(use.Target.Value);
        if (families.Count == 0)
        {
            diagnostics.Add(ModelDiagnostics.UnknownTarget(use.Target.Value, Known(surroundings), use.Target.Origin));
        }

        return families;
    }

    private static Family? FindFamily(string name, Location origin, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        switch (surroundings.Resolve(name))
        {
            case [var family] when surroundings.HasService(family):
                return family;
            case [var family]:
                diagnostics.Add(AlarmsDiagnostics.NothingMeasured(family.Name, origin));
                return null;
            case []:
                diagnostics.Add(ModelDiagnostics.UnknownTarget(name, Known(surroundings), origin));
                return null;
            case var several:
                diagnostics.Add(AlarmsDiagnostics.InSeveralFamilies(name, [.. several.Select(family => family.Name)], origin));
                return null;
        }
    }

    private static IReadOnlyList<string> Known(Surroundings surroundings) =>
    [
        .. surroundings.Families.Select(family => family.Name)
            .Concat(surroundings.Families.SelectMany(family => family.Services).Select(service => service.Name))
            .Distinct(StringComparer.Ordinal),
    ];
}
