using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary>How a new version of a family replaces the one before: the service's <c>DeploymentConfiguration</c>, all that AWS would assume stated.</summary>
/// <param name="Maximum">How many tasks there may be meanwhile, in percent of the usual count.</param>
internal sealed record Rollout(Located<long> Maximum, IReadOnlyList<Contribution> Contributions, IReadOnlyList<SynthesizedResource> Resources)
{
    public static Rollout Of(Family family, IReadOnlyList<EcsSettings> settings, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var deployment = DeploymentSettings.Read(family, settings, diagnostics);
        var updates = UpdateConfigs.Of(family, deployment.Strategy.Value, diagnostics);
        var percents = Percents.Of(family, deployment, updates, diagnostics);
        var hooks = DeploymentHooks.Of(family, deployment.Configuration["LifecycleHooks"] as CfnList, diagnostics);
        var cfn = new Cfn(deployment.Origin);
        var configuration = cfn.Map(
        [
            ("Strategy", new CfnString(deployment.Strategy.Value, deployment.Strategy.Origin)),
            ("MinimumHealthyPercent", deployment.Configuration["MinimumHealthyPercent"] ?? Number(percents.Minimum)),
            ("MaximumPercent", deployment.Configuration["MaximumPercent"] ?? Number(percents.Maximum)),
            .. deployment.IsRolling ? CircuitBreaker.Of(deployment, updates, cfn) : TrafficShift.Of(deployment, updates, cfn),
            ("BakeTimeInMinutes", deployment.IsRolling ? deployment.Configuration["BakeTimeInMinutes"] : null),
            ("Alarms", DeploymentAlarms.Of(deployment.Configuration["Alarms"], surroundings, diagnostics)),
            ("LifecycleHooks", hooks.Hooks),
        ]);
        TrafficShift.Check(deployment, diagnostics);
        return new(percents.Maximum, [new SetOnService(family, "DeploymentConfiguration", configuration, deployment.Origin)], hooks.Resources);
    }

    private static CfnNumber Number(Located<long> percent) => new Cfn(percent.Origin).Number(percent.Value);
}
