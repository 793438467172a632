using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary>
/// Whether ECS moves tasks until its zones are in balance. It starts a task before it stops one, so it needs room for that; the
/// service says <c>ENABLED</c> by itself.
/// </summary>
internal static class Rebalancing
{
    private const string Property = "AvailabilityZoneRebalancing";

    private static readonly string[] Choices = ["ENABLED", "DISABLED"];

    public static IEnumerable<Contribution> Of(Family family, IReadOnlyList<EcsSettings> settings, Rollout rollout, DiagnosticBag diagnostics)
    {
        var said = Agreement.Of(family, Property, settings.Select(one => Agreement.OneOf(Property, Choices, one.AvailabilityZoneRebalancing, diagnostics)), diagnostics);
        var (why, because) = Obstacle(family, rollout);
        if (said is { Value: "ENABLED" } asked && why is not null)
        {
            diagnostics.Add(EcsDiagnostics.NoRebalancing(family.Name, why, asked.Origin));
        }

        var origin = said?.Origin ?? because;
        return said is { Value: "DISABLED" } || (said is null && why is not null)
            ? [new SetOnService(family, Property, new CfnString("DISABLED", origin), origin)]
            : [];
    }

    private static (string? Why, Location Because) Obstacle(Family family, Rollout rollout)
    {
        if (Daemon.Of(family) is { } mode)
        {
            return ("its tasks run on every instance", mode);
        }

        if (family.Platform() == ComputePlatform.External)
        {
            return ("its tasks run outside of AWS", family.Origin);
        }

        return rollout.Maximum.Value <= 100 ? ("MaximumPercent leaves no room for a task more", rollout.Maximum.Origin) : (null, family.Origin);
    }
}
