using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Ecs;

/// <summary>When a rolling update is given up. By default a failed one goes back to what ran before.</summary>
internal static class CircuitBreaker
{
    private const string Property = "DeploymentCircuitBreaker";

    public static IEnumerable<(string, CfnValue?)> Of(DeploymentSettings deployment, UpdateConfigs updates, Cfn cfn)
    {
        var action = updates.FailureAction;
        var own = deployment.Configuration[Property] as CfnMap;
        if (own is null && deployment.Configuration[Property] is { } other)
        {
            return [(Property, other)];
        }

        var origin = action is { } said ? new Cfn(said.Origin) : cfn;
        var isOff = own?["Enable"] is CfnBoolean { Value: false };
        var breaker = origin.Map(
            ("Enable", origin.Boolean(action is not { Value: "continue" })),
            ("Rollback", origin.Boolean(!isOff && action is null or { Value: "rollback" })));
        return [(Property, (own?.Members ?? []).Aggregate(breaker, (map, member) => map.With(member.Name, member.Value)))];
    }
}
