using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>A listener whose rules are decided.</summary>
/// <param name="Id">Its logical id; its rules are named for it.</param>
/// <param name="ExistingArn">The listener that is there already, or null.</param>
internal sealed record ListenerPlan(Listener Listener, string Id, CfnValue? ExistingArn)
{
    /// <summary>What happens to requests that no rule is for, where no target gets them.</summary>
    public IReadOnlyList<CfnValue> DefaultActions { get; init; } = [];

    /// <summary>The targets that get what no rule is for.</summary>
    public Forward? Default { get; init; }

    public IReadOnlyList<RulePlan> Rules { get; init; } = [];
}

/// <summary>A rule of a listener.</summary>
internal sealed record RulePlan(string Id, long Priority, CfnList Conditions, Forward Forward);

/// <summary>Target groups that share requests by weight, behind a log-in if there is one.</summary>
internal sealed record Forward(IReadOnlyList<(ResolvedGroup Group, long? Weight)> Groups, Authentication? Authentication, string TargetName, Location Origin);
