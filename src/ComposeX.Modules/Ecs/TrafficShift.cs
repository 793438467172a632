using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary>The strategies that start the new version beside the old one, and then shift traffic.</summary>
internal static class TrafficShift
{
    private const long BakeTimeInMinutes = 5;

    // What AWS takes by default.
    private static readonly (string Strategy, string Property, (string Name, long Value)[] Defaults)[] Steps =
    [
        ("LINEAR", "LinearConfiguration", [("StepPercent", 10), ("StepBakeTimeInMinutes", 6)]),
        ("CANARY", "CanaryConfiguration", [("CanaryPercent", 5), ("CanaryBakeTimeInMinutes", 10)]),
    ];

    public static IEnumerable<(string, CfnValue?)> Of(DeploymentSettings deployment, UpdateConfigs updates, Cfn cfn)
    {
        yield return ("BakeTimeInMinutes", deployment.Configuration["BakeTimeInMinutes"] ?? Minutes(updates.Monitor) ?? cfn.Number(BakeTimeInMinutes));
        foreach (var step in Steps.Where(step => step.Strategy == deployment.Strategy.Value))
        {
            var said = deployment.Configuration[step.Property];
            yield return (step.Property, said is null or CfnMap ? Complete(said as CfnMap, step.Defaults, updates, cfn) : said);
        }
    }

    /// <summary>Reports members that belong to another strategy.</summary>
    public static void Check(DeploymentSettings deployment, DiagnosticBag diagnostics)
    {
        foreach (var step in Steps.Where(step => step.Strategy != deployment.Strategy.Value))
        {
            if (deployment.Configuration[step.Property] is { } value)
            {
                diagnostics.Add(EcsDiagnostics.OtherStrategy(step.Property, step.Strategy, deployment.Strategy.Value, value.Origin));
            }
        }

        if (!deployment.IsRolling && deployment.Configuration["DeploymentCircuitBreaker"] is { } breaker)
        {
            diagnostics.Add(EcsDiagnostics.BreakerOfRolling(deployment.Strategy.Value, breaker.Origin));
        }
    }

    private static CfnMap Complete(CfnMap? said, (string Name, long Value)[] defaults, UpdateConfigs updates, Cfn cfn)
    {
        var complete = cfn.Map(defaults.Select(member => (member.Name, (CfnValue?)(member.Name == "StepBakeTimeInMinutes" ? Minutes(updates.Delay) ?? cfn.Number(member.Value) : cfn.Number(member.Value)))));
        return (said?.Members ?? []).Aggregate(complete, (map, member) => map.With(member.Name, member.Value));
    }

    private static CfnNumber? Minutes(Located<TimeSpan>? time) =>
        time is { Value.Ticks: > 0 } said ? new Cfn(said.Origin).Number((long)Math.Ceiling(said.Value.TotalMinutes)) : null;
}
