using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Modules.Scaling;

/// <summary>What the services of a family say about scaling, together.</summary>
/// <param name="Asked">The keys that ask for scaling within a range.</param>
internal sealed record FamilyScaling(IReadOnlyList<YamlEntry> Asked, TargetScaling? Targets, IReadOnlyList<ScheduledAction> Scheduled)
{
    public static FamilyScaling Read(Family family, DiagnosticBag diagnostics)
    {
        var all = family.Services.Select(service => Read(service, family, diagnostics)).ToList();
        return new(
            [.. all.SelectMany(one => one.Asked)],
            TargetScaling.Merge([.. all.Select(one => one.Targets).OfType<TargetScaling>()]),
            ScheduledActions.Union(all.SelectMany(one => one.Scheduled), diagnostics));
    }

    private static FamilyScaling Read(ComposeService service, Family family, DiagnosticBag diagnostics)
    {
        var own = CapacityRange.ScalingOf(service);
        var docker = CapacityRange.AutoscalingOf(service);
        if (own is not null && docker is not null)
        {
            diagnostics.Add(ScalingDiagnostics.Hidden("x-aws-autoscaling", service.Name, docker.Key.Location));
        }

        return own is not null ? ServiceScaling.Read(own, family, diagnostics)
            : docker is not null ? DockerAutoscaling.Read(docker, diagnostics)
            : new FamilyScaling([], null, []);
    }
}
