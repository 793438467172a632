using System.Linq;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Alarms;

/// <summary>What CloudWatch refuses and its published schema does not say.</summary>
internal static class AlarmChecks
{
    private static readonly string[] AlwaysNeeded = ["Namespace", "Period"];

    public static void Check(Declaration declaration, AlarmPlan plan, DiagnosticBag diagnostics)
    {
        if (!declaration.IsNew)
        {
            CheckExisting(declaration, diagnostics);
        }
        else if (plan.IsComposite)
        {
            CheckComposite(plan, diagnostics);
        }
        else
        {
            CheckMetric(declaration, plan, diagnostics);
        }
    }

    private static void CheckExisting(Declaration declaration, DiagnosticBag diagnostics)
    {
        if (declaration.Use is { } use and not YamlScalar { Tag: null })
        {
            diagnostics.Add(AlarmsDiagnostics.NameExpected(use.Location));
        }

        foreach (var entry in declaration.Extra)
        {
            diagnostics.Add(AlarmsDiagnostics.ExistsAlready(entry.Name, declaration.Name, entry.Key.Location));
        }
    }

    private static void CheckComposite(AlarmPlan plan, DiagnosticBag diagnostics)
    {
        if (plan.ServiceName is { } service)
        {
            diagnostics.Add(AlarmsDiagnostics.CompositeHasNoMetric(service.Origin));
        }

        foreach (var use in plan.Services)
        {
            diagnostics.Add(AlarmsDiagnostics.CompositeCannotScale(use.Target.Value, use.Scaling.Location));
        }
    }

    private static void CheckMetric(Declaration declaration, AlarmPlan plan, DiagnosticBag diagnostics)
    {
        var properties = plan.Properties;
        if (properties["MetricName"] is null && properties["Metrics"] is null)
        {
            diagnostics.Add(AlarmsDiagnostics.NoMetric(declaration.Name, declaration.Origin));
        }
        else if (properties["MetricName"] is { } metric)
        {
            var missing = AlwaysNeeded.Where(key => properties[key] is null)
                .Concat(properties["Statistic"] is null && properties["ExtendedStatistic"] is null ? ["Statistic"] : []);
            foreach (var key in missing)
            {
                diagnostics.Add(AlarmsDiagnostics.IncompleteMetric(key, metric.Origin));
            }
        }

        foreach (var use in plan.Services.Where(_ => !plan.CanBeStepped))
        {
            diagnostics.Add(AlarmsDiagnostics.NoThreshold(declaration.Name, use.Scaling.Location));
        }
    }
}
