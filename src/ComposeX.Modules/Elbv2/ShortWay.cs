using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>The listeners that follow when none are written: HTTP, or HTTPS with a redirect where there is a domain; of a network load balancer, the services' own ports.</summary>
internal static class ShortWay
{
    public static IReadOnlyList<Listener> Listeners(Balancer balancer, IReadOnlyList<ResolvedGroup> groups, Location origin)
    {
        if (balancer.IsNetwork)
        {
            return [.. groups.Select(group => OfNetwork(group, balancer.Domain is not null)).GroupBy(listener => listener.Port.Value).Select(Together)];
        }

        var targets = groups.Select(group => group.Group.Target).OfType<Target>().ToList();
        return balancer.Domain is not { } domain
            ? [new(new(80, origin), "HTTP", origin) { Targets = targets }]
            :
            [
                new(new(80, domain.Names[0].Origin), "HTTP", domain.Names[0].Origin) { DefaultActions = [DefaultAction.ToHttps(new(domain.Names[0].Origin))] },
                new(new(443, domain.Names[0].Origin), "HTTPS", domain.Names[0].Origin) { Targets = targets },
            ];
    }

    // The port that Compose publishes is the one that clients know.
    private static Listener OfNetwork(ResolvedGroup group, bool hasDomain)
    {
        var member = group.Members[0];
        var published = member.Service.Ports.FirstOrDefault(port => port.Target.Value == member.Port)?.Published;
        var number = published is { } text && AttributeText.Number(new CfnString(text.Value, text.Origin)) is { } known ? known : member.Port;
        var protocol = hasDomain && group.Protocol is ("TCP" or "TLS") ? "TLS" : group.Protocol;
        return new(new Located<long>(number, group.Group.Key.Origin), protocol, group.Group.Key.Origin) { Targets = group.Group.Target is { } target ? [target] : [] };
    }

    private static Listener Together(IGrouping<long, Listener> same) => same.First() with { Targets = [.. same.SelectMany(listener => listener.Targets)] };
}
