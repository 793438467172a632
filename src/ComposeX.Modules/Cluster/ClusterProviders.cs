using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Cluster;

/// <summary>
/// Where instances are made for the cluster, its capacity providers are an association of their own: instances need the cluster to be
/// there before, and their provider needs the instances. An association replaces the cluster's list, so it has the whole of it.
/// </summary>
/// <param name="Cluster">The cluster's properties.</param>
/// <param name="Association">The association's properties but the cluster; null where the cluster has its list itself.</param>
internal sealed record ClusterProviders(CfnMap Cluster, CfnMap? Association, Location Origin)
{
    private const string LogicalId = "EcsClusterCapacityProviders";
    private const string Providers = "CapacityProviders";
    private const string Strategy = "DefaultCapacityProviderStrategy";

    public static ClusterProviders Of(NewCluster cluster, CfnMap properties, Surroundings surroundings)
    {
        var offers = surroundings.Offers<CapacityOffer>().Where(pair => pair.Offer.Provider is not null)
            .ToDictionary(pair => pair.Declaration.Name, pair => pair.Offer, StringComparer.Ordinal);
        var named = (Strategies.Names(properties[Providers]) ?? []).Concat(Strategies.Providers(properties[Strategy]) ?? []);
        if (!offers.Values.Any(offer => offer.NeedsAssociation) && !named.Any(offers.ContainsKey))
        {
            return new(properties, null, cluster.Origin);
        }

        var cfn = new Cfn(properties[Providers]?.Origin ?? cluster.Origin);
        var others = ((properties[Providers] as CfnList)?.Items ?? []).Where(item => item is not CfnString name || !offers.ContainsKey(name.Value));
        return new(
            properties with { Members = [.. properties.Members.Where(member => member.Name is not (Providers or Strategy))] },
            cfn.Map(
                (Providers, cfn.List([.. others, .. offers.Values.Where(offer => offer.NeedsAssociation).Select(offer => offer.Provider)])),
                (Strategy, properties[Strategy] is { } strategy ? strategy.Replace(value => value is CfnString name && offers.TryGetValue(name.Value, out var offer) ? offer.Provider! with { Origin = name.Origin } : value) : cfn.List())),
            cluster.Origin);
    }

    public IEnumerable<SynthesizedResource> Resources(string cluster) => Association is null ? [] :
    [
        new(LogicalId, "AWS::ECS::ClusterCapacityProviderAssociations", new Cfn(Origin).Map([("Cluster", new Cfn(Origin).Ref(cluster)), .. Association.Members.Select(member => (member.Name, (CfnValue?)member.Value))]), Home.Root, Origin),
    ];

    /// <summary>No service finds a provider, nor the default strategy, before the association is there.</summary>
    public IEnumerable<Contribution> Contributions(Surroundings surroundings) => Association is null ? [] : surroundings.Families
        .Where(family => family.Platform() != ComputePlatform.External)
        .Select(family => new WaitFor(family, LogicalId, Origin));
}
