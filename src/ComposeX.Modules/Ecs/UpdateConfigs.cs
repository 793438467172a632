using System;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Lookups;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary>What the services of a family say under <c>deploy.update_config</c>, as far as ECS has something like it.</summary>
/// <param name="FailureAction">The most careful of what is asked: back, stop, or go on.</param>
/// <param name="Monitor">How long a new version is watched, where ECS does that.</param>
internal sealed record UpdateConfigs(
    Located<string>? Order,
    Located<int>? Parallelism,
    Located<string>? FailureAction,
    Located<TimeSpan>? Delay,
    Located<TimeSpan>? Monitor)
{
    private static readonly string[] ByCare = ["rollback", "pause", "continue"];

    public static UpdateConfigs Of(Family family, string strategy, DiagnosticBag diagnostics)
    {
        var configs = family.Services.Where(service => service.Deploy?.UpdateConfig is not null).Select(service => service.Deploy!.UpdateConfig!).ToList();
        var isRolling = strategy == DeploymentStrategy.Rolling;
        foreach (var service in family.Services)
        {
            ReportLost(service, strategy, Daemon.Of(family) is not null, diagnostics);
        }

        return new(
            isRolling ? Agreement.Of(family, "order", configs.Select(config => config.Order), diagnostics) : null,
            isRolling ? Agreement.Of(family, "parallelism", configs.Select(config => config.Parallelism), diagnostics) : null,
            configs.Select(config => config.FailureAction).Where(action => action is not null).OrderBy(action => Array.IndexOf(ByCare, action!.Value.Value)).FirstOrDefault(),
            configs.Select(config => config.Delay).Where(delay => delay is not null).OrderByDescending(delay => delay!.Value.Value).FirstOrDefault(),
            configs.Select(config => config.Monitor).Where(monitor => monitor is not null).OrderByDescending(monitor => monitor!.Value.Value).FirstOrDefault());
    }

    private static void ReportLost(ComposeService service, string strategy, bool isDaemon, DiagnosticBag diagnostics)
    {
        var isRolling = strategy == DeploymentStrategy.Rolling;
        if (service.Deploy?.UpdateConfig is { } config)
        {
            Lost("delay", config.Delay?.Origin, config.Delay is { Value.Ticks: > 0 } && strategy != "LINEAR");
            Lost("monitor", config.Monitor?.Origin, config.Monitor is { Value.Ticks: > 0 } && isRolling);
            Lost("max_failure_ratio", config.MaxFailureRatio?.Origin, config.MaxFailureRatio is { Value: not 0 });
            Lost("order", config.Order?.Origin, config.Order is { } order && (!isRolling || (isDaemon && order.Value == "start-first")));
            Lost("parallelism", config.Parallelism?.Origin, config.Parallelism is not null && (!isRolling || isDaemon));
            Lost("failure_action", config.FailureAction?.Origin, config.FailureAction is { Value: not "rollback" } && !isRolling);
        }

        if (service.Deploy?.RollbackConfig is { } rollback && LookupText.Of(rollback.Node) != LookupText.Of(service.Deploy.UpdateConfig?.Node ?? rollback.Node with { Entries = [] }))
        {
            diagnostics.Add(EcsDiagnostics.GoesBackAlike(service.Name, rollback.Origin));
        }

        void Lost(string member, Location? origin, bool isLost)
        {
            if (isLost)
            {
                diagnostics.Add(EcsDiagnostics.NotCarriedOver(member, service.Name, strategy, origin ?? service.Origin));
            }
        }
    }
}
