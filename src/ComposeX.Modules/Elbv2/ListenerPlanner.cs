using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>Decides which target of a listener is its default and which get rules, and in which order.</summary>
internal sealed class ListenerPlanner(Declaration declaration, Balancer balancer, IReadOnlyList<ResolvedGroup> groups, DiagnosticBag diagnostics)
{
    public IReadOnlyList<ListenerPlan> Plan(IReadOnlyList<Listener> listeners)
    {
        IReadOnlyList<ListenerPlan> plans = [.. listeners.Select(Plan).OfType<ListenerPlan>()];
        foreach (var twice in Forwards(plans)
            .SelectMany(forward => forward.Groups.Where(target => target.Group.AlternateId is not null).Select(target => (target.Group, forward)))
            .GroupBy(use => use.Group.Id, StringComparer.Ordinal)
            .SelectMany(uses => uses.Skip(1)))
        {
            diagnostics.Add(Elbv2Diagnostics.ExchangedTwice(twice.Group.Group.Key.Value, twice.forward.Origin));
        }

        return plans;
    }

    /// <summary>All that targets are given.</summary>
    public static IEnumerable<Forward> Forwards(IEnumerable<ListenerPlan> plans) =>
        plans.SelectMany(plan => (plan.Default is { } @default ? new[] { @default } : []).Concat(plan.Rules.Select(rule => rule.Forward)));

    private ListenerPlan? Plan(Listener listener)
    {
        var id = declaration.Listener(listener);
        var existing = balancer.Existing is { } found && found.Listeners.TryGetValue(ExistingBalancer.Port(listener.Port.Value), out var arn) ? arn : null;
        if (existing is not null && listener.DefaultActions.Count > 0)
        {
            diagnostics.Add(Elbv2Diagnostics.DefaultOfExisting(listener.Port.Value, listener.DefaultActions[0].Origin));
        }

        if (balancer.IsNetwork && existing is not null)
        {
            diagnostics.Add(Elbv2Diagnostics.RulesOfNetwork(listener.Port.Value, listener.Origin));
            return null;
        }

        var shares = listener.Targets
            .Select(target => (target, group: Find(target, listener)))
            .Where(pair => pair.group is not null)
            .GroupBy(pair => (CfnValue?)pair.target.Conditions ?? new CfnNull(default), CfnValueComparer.Default)
            .Select(same => (same.First().target, forward: Share(listener, [.. same.Select(pair => (pair.target, pair.group!))])))
            .ToList();
        if (shares.Count == 0)
        {
            return WithoutTargets(new(listener, id, existing));
        }

        var chosen = existing is null && listener.DefaultActions.Count == 0 ? Default(shares) : null;
        var asRule = chosen is { } c && !balancer.IsNetwork && c.forward.Groups.Any(target => target.Group.AlternateId is not null);
        if (listener.DefaultActions.Count > 0 && shares.FirstOrDefault(share => share.target.Conditions is null) is { target: { } both } && existing is null)
        {
            diagnostics.Add(Elbv2Diagnostics.TwoDefaults(both.Name.Value, both.Origin));
        }

        return new(listener, id, existing)
        {
            Default = asRule ? null : chosen?.forward,
            DefaultActions = listener.DefaultActions.Count > 0 ? listener.DefaultActions : [DefaultAction.NothingHere(new(listener.Origin))],
            Rules = new RuleOrder(balancer.Existing, diagnostics).Of(id, listener, [.. shares.Where(share => asRule || share.forward != chosen?.forward)], chosen?.forward),
        };
    }

    private ListenerPlan? WithoutTargets(ListenerPlan plan)
    {
        if (plan.Listener.DefaultActions.Count > 0 && plan.ExistingArn is null)
        {
            return plan with { DefaultActions = plan.Listener.DefaultActions };
        }

        if (plan.Listener.Targets.Count == 0)
        {
            diagnostics.Add(Elbv2Diagnostics.NoTargets(plan.Listener.Port.Value, plan.Listener.Origin));
        }

        return null;
    }

    // The target of all requests, or the only one unless it is for some requests by its conditions.
    private (Target target, Forward forward)? Default(IReadOnlyList<(Target target, Forward forward)> shares)
    {
        if (shares.Where(share => share.target.Conditions is null).ToList() is [var everything, ..])
        {
            return everything;
        }

        if (shares is [{ target.Access: { } access } only])
        {
            diagnostics.Add(Elbv2Diagnostics.OnlyTarget(only.target.Name.Value, access.Value, access.Origin));
            return only;
        }

        return null;
    }

    private Forward Share(Listener listener, IReadOnlyList<(Target target, ResolvedGroup group)> targets)
    {
        var first = targets[0].target;
        if (targets.Count > 1 && targets.FirstOrDefault(pair => pair.target.Weight is null) is { target: { } without })
        {
            diagnostics.Add(balancer.IsNetwork
                ? Elbv2Diagnostics.SeveralTargetsOfNetwork(listener.Port.Value, without.Origin)
                : Elbv2Diagnostics.SameRequests(first.Name.Value, targets.First(pair => pair.target != first).target.Name.Value, without.Origin));
        }

        if (targets.Count > 1 && targets.FirstOrDefault(pair => pair.group.AlternateId is not null) is { target: { } exchanged })
        {
            diagnostics.Add(Elbv2Diagnostics.WeightedAndExchanged(exchanged.Name.Value, exchanged.Origin));
        }

        return new([.. targets.Select(pair => (pair.group, pair.target.Weight?.Value))], targets.Select(pair => pair.target.Authentication).FirstOrDefault(auth => auth is not null), first.Name.Value, first.Origin);
    }

    private ResolvedGroup? Find(Target target, Listener listener)
    {
        var written = balancer.Groups.FirstOrDefault(group => group.Key.Value == target.Name.Value) ?? Alike(target.Name.Value);
        if (written is null)
        {
            diagnostics.Add(Elbv2Diagnostics.UnknownTargetGroup(target.Name.Value, [.. balancer.Groups.Select(group => group.Key.Value)], target.Name.Origin));
            return null;
        }

        var group = groups.FirstOrDefault(candidate => candidate.Group == written);
        if (group is not null && !Protocols.Match(listener.Protocol, group.Protocol))
        {
            diagnostics.Add(Elbv2Diagnostics.ProtocolMismatch(listener.Port.Value, listener.Protocol, group.Group.Key.Value, group.Protocol, target.Name.Origin));
        }

        if (listener.Protocol == "HTTP" && group?.Group.Properties["ProtocolVersion"] is CfnString { Value: "HTTP2" or "GRPC" } version)
        {
            diagnostics.Add(Elbv2Diagnostics.VersionNeedsHttps(version.Value, listener.Port.Value, version.Origin));
        }

        return group;
    }

    // web means web:web:8080, as long as there is no other.
    private TargetGroup? Alike(string name)
    {
        var alike = balancer.Groups.Where(group => group.Key.Value.StartsWith(name + ":", StringComparison.Ordinal) || name.StartsWith(group.Key.Value + ":", StringComparison.Ordinal)).ToList();
        return alike is [var only] ? only : null;
    }
}
