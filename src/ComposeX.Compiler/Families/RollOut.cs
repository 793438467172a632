using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;

namespace ComposeX.Compiler.Families;

/// <summary>How a new version takes the place of the old: new tasks first, unless <c>update_config</c> says <c>stop-first</c>.</summary>
internal static class RollOut
{
    public static CfnMap Of(Family family, bool isDaemon)
    {
        var cfn = new Cfn(family.Origin);
        var stopFirst = StopFirst(family);
        return cfn.Map(
            ("MinimumHealthyPercent", stopFirst is null ? cfn.Number(isDaemon ? 0 : 100) : new Cfn(stopFirst.Origin).Number(isDaemon ? 0 : Kept(family, stopFirst))),
            ("MaximumPercent", stopFirst is null ? cfn.Number(isDaemon ? 100 : 200) : new Cfn(stopFirst.Order?.Origin ?? stopFirst.Origin).Number(100)),
            ("DeploymentCircuitBreaker", CircuitBreaker(family, cfn)));
    }

    /// <summary>Whether old tasks make room for new ones. Then ECS has no room for moving tasks between zones either.</summary>
    public static bool StopsFirst(Family family) => StopFirst(family) is not null;

    private static ComposeUpdateConfig? StopFirst(Family family) =>
        family.Services.Select(service => service.Deploy?.UpdateConfig).FirstOrDefault(update => update?.Order is { Value: "stop-first" });

    // Compose stops so many at a time: one, when it is not said, and with 0 all.
    private static int Kept(Family family, ComposeUpdateConfig update)
    {
        var replicas = family.Services.Select(service => service.Deploy?.Replicas?.Value ?? 1).Max();
        var parallelism = update.Parallelism?.Value ?? 1;
        return parallelism <= 0 || parallelism >= replicas ? 0 : (int)Math.Floor((replicas - parallelism) * 100m / replicas);
    }

    // A failed rollout goes back to what ran before, unless the compose file says to leave it: Compose's "pause" and "continue".
    private static CfnMap CircuitBreaker(Family family, Cfn cfn)
    {
        var action = family.Services.Select(service => service.Deploy?.UpdateConfig?.FailureAction).FirstOrDefault(action => action is not null);
        var origin = new Cfn(action?.Origin ?? cfn.Origin);
        return origin.Map(
            ("Enable", origin.Boolean(true)),
            ("Rollback", origin.Boolean(action is null || action.Value.Value == "rollback")));
    }
}
