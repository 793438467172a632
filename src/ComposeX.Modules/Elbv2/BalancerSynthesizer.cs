using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>Turns a declaration into its resources, part by part, and into what it asks of families.</summary>
internal sealed class BalancerSynthesizer(Declaration declaration, Balancer balancer, Surroundings surroundings, DiagnosticBag diagnostics)
{
    public Synthesized Synthesize()
    {
        if (surroundings.Network is not { } network || (!declaration.IsNew && balancer.Existing is null))
        {
            return new Synthesized();
        }

        var groups = new GroupResolver(declaration, balancer, surroundings, diagnostics).Resolve();
        var listeners = balancer.IsShortWay ? ShortWay.Listeners(balancer, groups, declaration.Origin) : balancer.Listeners;
        var plans = diagnostics.HasErrors ? [] : new ListenerPlanner(declaration, balancer, groups, diagnostics).Plan(listeners);
        var targeted = Targeted(groups, plans);
        var zone = balancer.Domain is { } domain ? DomainZones.Find(domain, surroundings, diagnostics) : null;
        if (diagnostics.HasErrors)
        {
            return new Synthesized();
        }

        var login = new AuthenticationActions(declaration, Hosts(), diagnostics);
        var certificate = Certificate(zone, plans);
        var synthesizer = new ListenerSynthesizer(declaration, balancer.Existing?.Arn ?? new Cfn(declaration.Origin).Ref(declaration.LogicalId()), certificate.Value, login);
        IReadOnlyList<SynthesizedResource> routes = [.. plans.SelectMany(synthesizer.Of)];
        var contributions = new FamilyContributions(declaration, balancer, plans);
        return new()
        {
            Resources =
            [
                .. declaration.IsNew ? new BalancerResources(declaration, balancer, network, surroundings, diagnostics).Synthesize() : [],
                .. declaration.IsNew ? new BalancerNetwork(declaration, balancer, plans, surroundings, diagnostics).Synthesize() : [],
                .. certificate.Resources,
                .. targeted.SelectMany(group => TargetGroupResources.Of(declaration, group, network.VpcId)),
                .. login.Clients,
                .. routes,
                .. Aliases(zone).SelectMany(alias => DnsRecords.Of(declaration, balancer, alias)),
                .. Roles(targeted),
            ],
            Contributions = [.. targeted.SelectMany(contributions.Of)],
            Parameters = [.. login.Secrets],
        };
    }

    // A group that no listener sends anything to would keep ECS from creating the service.
    private IReadOnlyList<ResolvedGroup> Targeted(IReadOnlyList<ResolvedGroup> groups, IReadOnlyList<ListenerPlan> plans)
    {
        var used = new HashSet<string>(ListenerPlanner.Forwards(plans).SelectMany(forward => forward.Groups).Select(target => target.Group.Id), StringComparer.Ordinal);
        foreach (var unused in groups.Where(group => !diagnostics.HasErrors && !used.Contains(group.Id)))
        {
            diagnostics.Add(Elbv2Diagnostics.NotTargeted(unused.Group.Key.Value, unused.Group.Key.Origin));
        }

        return [.. groups.Where(group => used.Contains(group.Id))];
    }

    private (CfnValue? Value, IReadOnlyList<SynthesizedResource> Resources) Certificate(CfnValue? zone, IReadOnlyList<ListenerPlan> plans)
    {
        if (balancer.Domain is not { } domain || zone is null || !plans.Any(plan => plan.Listener.IsEncrypted && plan.Listener.Certificates.Count == 0))
        {
            return (null, []);
        }

        var id = declaration.Part("Certificate");
        return DomainCertificate.Declared(domain, surroundings) is { } declared
            ? (declared, [])
            : (new Cfn(domain.Names[0].Origin).Ref(id), [DomainCertificate.New(id, domain, zone, declaration.HomeOf())]);
    }

    private IEnumerable<DnsAlias> Aliases(CfnValue? zone)
    {
        foreach (var alias in balancer.Aliases)
        {
            DomainZones.Check(alias.Zone, alias.Names, surroundings, diagnostics);
        }

        return balancer.Domain is { } domain && zone is not null ? balancer.Aliases.Concat([new(zone, domain.Names)]) : balancer.Aliases;
    }

    private IReadOnlyList<string> Hosts() =>
        [.. (balancer.Domain?.Names ?? []).Concat(balancer.Aliases.SelectMany(alias => alias.Names)).Select(name => name.Value).Where(name => name.IndexOf('*') < 0).Distinct(StringComparer.Ordinal)];

    // One role for a family, however many load balancers it is behind: the first of them has it.
    private IEnumerable<SynthesizedResource> Roles(IReadOnlyList<ResolvedGroup> groups) => groups
        .Where(group => group.AlternateId is not null)
        .SelectMany(group => group.Members.Select(member => member.Family))
        .GroupBy(family => family.Name, StringComparer.Ordinal)
        .Select(same => same.First())
        .Where(family => surroundings.Declarations.First(other => Mentions(other, family)) == declaration)
        .Select(FamilyContributions.InfrastructureRole);

    private bool Mentions(Declaration other, Family family) => other == declaration || (other.Bound is Balancer that
        && that.Groups.SelectMany(group => group.Members).Any(member => surroundings.Resolve(member.Family).Any(found => found.Name == family.Name)));
}
