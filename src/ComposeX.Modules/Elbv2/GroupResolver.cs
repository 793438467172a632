using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>Finds the families and containers that target groups name, and the ports that they listen on.</summary>
internal sealed class GroupResolver(Declaration declaration, Balancer balancer, Surroundings surroundings, DiagnosticBag diagnostics)
{
    public IReadOnlyList<ResolvedGroup> Resolve() => [.. balancer.Groups.Select(Resolve).OfType<ResolvedGroup>()];

    private ResolvedGroup? Resolve(TargetGroup group)
    {
        var protocol = group.Protocol?.Value ?? (balancer.IsNetwork ? "TCP" : "HTTP");
        var members = group.Members.Select(member => Resolve(group, member, protocol)).OfType<ResolvedMember>().ToList();
        if (members.Count == 0)
        {
            return null;
        }

        var exchanged = members.FirstOrDefault(member => DeploymentStrategy.Of(member.Family) != DeploymentStrategy.Rolling);
        if (exchanged is not null && members.Count > 1)
        {
            diagnostics.Add(Elbv2Diagnostics.SharedAndExchanged(group.Key.Value, exchanged.Family.Name, group.Key.Origin));
        }

        return new(group, declaration.TargetGroup(group), protocol, group.Port?.Value ?? members[0].Port, members, HealthDefaults.Complete(group, members[0], protocol))
        {
            AlternateId = exchanged is null ? null : declaration.AlternateGroup(group),
        };
    }

    private ResolvedMember? Resolve(TargetGroup group, TargetMember member, string protocol)
    {
        if (FindFamily(member) is not { } family || FindService(member, family, protocol) is not { } service)
        {
            return null;
        }

        var ports = Ports(service, protocol);
        var wanted = member.Port ?? group.Port;
        if (wanted is { } port)
        {
            if (ports.Any(known => known.Number == port.Value))
            {
                return new(family, service, port.Value, member);
            }

            diagnostics.Add(Elbv2Diagnostics.NoSuchPort(port.Value, service.Name, Protocols.Transports(protocol), [.. ContainerPort.Of(service)], port.Origin));
            return null;
        }

        if (ports is [var only])
        {
            return new(family, service, only.Number, member);
        }

        diagnostics.Add(Elbv2Diagnostics.WhichPort(service.Name, [.. ports.Select(known => known.Number)], member.Text.Origin));
        return null;
    }

    private Family? FindFamily(TargetMember member)
    {
        var families = surroundings.Resolve(member.Family);
        if (families.Count == 1)
        {
            return families[0];
        }

        diagnostics.Add(families.Count > 1
            ? Elbv2Diagnostics.WhichFamily(member.Family, [.. families.Select(family => family.Name)], member.Text.Origin)
            : ModelDiagnostics.UnknownTarget(member.Family, [.. surroundings.Families.SelectMany(family => family.Services.Select(service => service.Name).Concat([family.Name])).Distinct(StringComparer.Ordinal)], member.Text.Origin));
        return null;
    }

    // Without a service, the one that was named in place of the family, or the only one that listens.
    private ComposeService? FindService(TargetMember member, Family family, string protocol)
    {
        var name = member.Service ?? (family.Name == member.Family ? null : member.Family);
        if (name is not null)
        {
            var named = family.Services.FirstOrDefault(service => service.Name == name);
            if (named is null)
            {
                diagnostics.Add(Elbv2Diagnostics.NotInFamily(name, family.Name, [.. family.Services.Select(service => service.Name)], member.Text.Origin));
            }

            return named;
        }

        var listening = family.Services.Where(service => Ports(service, protocol).Count > 0).ToList();
        if (listening.Count == 1)
        {
            return listening[0];
        }

        diagnostics.Add(listening.Count == 0
            ? Elbv2Diagnostics.NoPorts(family.Name, member.Text.Origin)
            : Elbv2Diagnostics.WhichService(family.Name, [.. listening.Select(service => service.Name)], member.Text.Origin));
        return null;
    }

    private static IReadOnlyList<ContainerPort> Ports(ComposeService service, string protocol) =>
        [.. ContainerPort.Of(service).Where(port => Array.IndexOf(Protocols.Transports(protocol), port.Protocol) >= 0).GroupBy(port => port.Number).Select(same => same.First())];
}
