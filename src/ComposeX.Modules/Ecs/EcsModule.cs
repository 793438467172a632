using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary><c>x-ecs</c>: on what a family's tasks run, how a new version is rolled out, and whether its containers may be entered.</summary>
public sealed class EcsModule : ServiceModule
{
    public override IReadOnlyList<string> Keys { get; } = ["x-ecs", Percents.MinimumKey, Percents.MaximumKey];

    public override IReadOnlyList<string> Attributes { get; } = ["platform", "deploy.update_config", "deploy.rollback_config"];

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        IReadOnlyList<EcsSettings> settings = [.. family.Services.Select(service => EcsSettings.Read(service, diagnostics))];
        var cluster = surroundings.Cluster ?? new ClusterOffer(new CloudFormation.Values.Cfn(family.Origin).NoValue());
        var platform = RuntimePlatform.Of(family, settings, diagnostics);
        var rollout = Rollout.Of(family, settings, surroundings, diagnostics);
        return new()
        {
            Resources = rollout.Resources,
            Contributions =
            [
                .. platform.Contributions(family),
                .. Capacity.Of(family, settings, new CapacityGroups(surroundings), cluster, platform.IsWindows, diagnostics),
                .. rollout.Contributions,
                .. Rebalancing.Of(family, settings, rollout, diagnostics),
                .. ServiceOptions.Of(family, settings, diagnostics),
                .. BucketKeys.With([.. Exec.Of(family, settings, cluster.ExecLogging, platform.IsWindows, diagnostics)], surroundings),
            ],
        };
    }
}
