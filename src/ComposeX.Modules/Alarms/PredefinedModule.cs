using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Alarms;

/// <summary><c>x-alarms</c> of a service: alarms that are known by name (<c>Predefined</c>), beside the service that they watch.</summary>
public sealed class PredefinedModule : ServiceModule
{
    public override IReadOnlyList<string> Keys { get; } = ["x-alarms"];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var uses = PredefinedUse.ReadAll(family.Services, diagnostics);
        if (uses.Count == 0 || surroundings.Cluster is not { } cluster)
        {
            return new Synthesized();
        }

        if (!surroundings.HasService(family))
        {
            diagnostics.AddRange(uses.Select(use => AlarmsDiagnostics.NothingRunsAlways(use.Alarm.Name, family.Name, use.Origin)));
            return new Synthesized();
        }

        if (StepScaling.CapacityOf(family, surroundings) is not { } capacity)
        {
            diagnostics.AddRange(uses.Select(use => AlarmsDiagnostics.PredefinedNeedsRange(use.Alarm.Name, use.Origin)));
            return new Synthesized();
        }

        CheckContainerInsights(uses[0], surroundings, diagnostics);
        return new() { Resources = [.. PredefinedResources.Of(family, uses, capacity, cluster, diagnostics)] };
    }

    // Of a cluster that exists already nothing is known here.
    private static void CheckContainerInsights(PredefinedUse use, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var cluster = surroundings.Declarations.FirstOrDefault(declaration => declaration.Module.Key == "x-cluster");
        if (cluster is { IsNew: true } && !IsOn(cluster.Properties))
        {
            diagnostics.Add(AlarmsDiagnostics.NoContainerInsights(use.Alarm.Name, use.Origin));
        }
    }

    private static bool IsOn(YamlMapping? properties) => ((properties?["ClusterSettings"] as YamlSequence)?.Items ?? [])
        .OfType<YamlMapping>()
        .Any(setting => setting["Name"] is YamlScalar { Text: "containerInsights" } && setting["Value"] is YamlScalar { Text: "enabled" or "enhanced" });
}
