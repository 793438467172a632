using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;

namespace ComposeX.Modules.Elbv2;

/// <summary>A load balancer as it was declared; the families behind it are not looked for yet.</summary>
internal sealed record Balancer(bool IsNetwork, bool IsPublic)
{
    /// <summary>Whether clients may come by IPv6 too.</summary>
    public bool IsDualStack { get; init; }

    /// <summary>Whether the listeners follow from the services and the domain, because none were written.</summary>
    public bool IsShortWay { get; init; }

    /// <summary>The properties as written, without the attributes.</summary>
    public CfnMap Properties { get; init; } = new([], default);

    /// <summary>The load balancer's attributes by their keys.</summary>
    public IReadOnlyList<CfnMember> Attributes { get; init; } = [];

    /// <summary>The set of subnets that was asked for, or null.</summary>
    public Located<string>? Subnets { get; init; }

    /// <summary>Whether a public network load balancer gets fixed addresses.</summary>
    public bool AllocatesAddresses { get; init; }

    public bool RetainsAddresses { get; init; }

    public AccessLogs? AccessLogs { get; init; }

    /// <summary>Who may reach it; null when nothing is said.</summary>
    public Ingress? Ingress { get; init; }

    public Domain? Domain { get; init; }

    public IReadOnlyList<Listener> Listeners { get; init; } = [];

    public IReadOnlyList<TargetGroup> Groups { get; init; } = [];

    public IReadOnlyList<DnsAlias> Aliases { get; init; } = [];

    /// <summary>The load balancer that exists already, or null for a new one.</summary>
    public ExistingBalancer? Existing { get; init; }
}

/// <summary>Names in a hosted zone that lead to the load balancer.</summary>
/// <param name="Zone">The zone's id, or a reference to a zone of the file.</param>
internal sealed record DnsAlias(CfnValue Zone, IReadOnlyList<Located<string>> Names);

/// <summary>The domain of the short way: HTTPS, a certificate and a name by one word.</summary>
/// <param name="Zone">The zone, where it is said.</param>
internal sealed record Domain(IReadOnlyList<Located<string>> Names, CfnValue? Zone);
