using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>What is asked of AWS for a load balancer that exists, and for those who may reach one.</summary>
internal static class BalancerQueries
{
    private static readonly LookupSource Source = new(
        "elasticloadbalancing:loadbalancer",
        "AWS::ElasticLoadBalancingV2::LoadBalancer",
        LookupSources.Arn("elasticloadbalancing", "loadbalancer/(?<id>(app|net)/[^/]+/[0-9a-f]+)"),
        "${arn}",
        [
            new("Arn", "LoadBalancerArn"),
            new("DNSName", "DNSName"),
            new("CanonicalHostedZoneID", "CanonicalHostedZoneID"),
            new("LoadBalancerName", "LoadBalancerName"),
            new("LoadBalancerFullName", "LoadBalancerFullName"),
            new("Type", "Type"),
            new("SecurityGroups", "SecurityGroups", IsOptional: true),
            new("Listeners", "Listeners", IsOptional: true),
            new("Priorities", "Priorities", IsOptional: true),
        ]);

    // Listeners of a look-up say what becomes of requests, not which load balancer.
    private static readonly string[] NotOfTheSearch = ["Listeners", "Type"];

    public static IReadOnlyList<LookupQuery> Of(YamlMapping? lookup) => lookup is null ? []
        : lookup["loadbalancer"] is YamlMapping inner ? [new(Source, inner) { RoleArn = lookup["RoleArn"] }]
        : [new(Source, lookup with { Entries = [.. lookup.Entries.Where(entry => !NotOfTheSearch.Contains(entry.Name))] })];

    public static IEnumerable<LookupRequest> OfSources(Declaration declaration, Balancer balancer) =>
        from entry in balancer.Ingress?.Entries ?? []
        let lookup = entry.Lookup
        where lookup is not null
        select LookupRequest.Of(declaration.Module.Key, NameOf(declaration, entry), lookup, SourceOf(entry.Kind));

    /// <summary>The name in the lock of a source that is looked up.</summary>
    public static string NameOf(Declaration declaration, IngressEntry entry) => $"{declaration.Name}.Ingress.{entry.Name}";

    /// <summary>What the lock calls the id of a source.</summary>
    public static string AttributeOf(IngressKind kind) => kind == IngressKind.PrefixList ? "PrefixListId" : "GroupId";

    private static LookupSource SourceOf(IngressKind kind) =>
        kind == IngressKind.PrefixList ? LookupSources.PrefixList(AttributeOf(kind)) : LookupSources.SecurityGroup(AttributeOf(kind));
}
