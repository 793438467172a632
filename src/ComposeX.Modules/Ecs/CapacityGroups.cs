using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;

namespace ComposeX.Modules.Ecs;

/// <summary>The groups of instances that the file declares, by the names under which strategies know them.</summary>
internal sealed class CapacityGroups(Surroundings surroundings)
{
    private readonly IReadOnlyList<(string Name, CapacityOffer Offer)> _all =
        [.. surroundings.Offers<CapacityOffer>().Select(pair => (pair.Declaration.Name, pair.Offer))];

    /// <summary>The group of a name, or null.</summary>
    public CapacityOffer? Find(string name) => _all.Where(group => string.Equals(group.Name, name, StringComparison.Ordinal)).Select(group => group.Offer).FirstOrDefault();

    /// <summary>The groups of a platform that a strategy can name.</summary>
    public IReadOnlyList<(string Name, CapacityOffer Offer)> Open(ComputePlatform platform) =>
        [.. _all.Where(group => group.Offer.Platform == platform && group.Offer.IsOpenIn(surroundings.Cluster))];

    public bool IsOpen(CapacityOffer group) => group.IsOpenIn(surroundings.Cluster);

    /// <summary>Names that strategies can have beside those of the cluster.</summary>
    public IEnumerable<string> Names => _all.Where(group => IsOpen(group.Offer)).Select(group => group.Name);

    /// <summary>The strategy with the providers behind the names of groups.</summary>
    public CfnList Resolve(CfnList strategy) => strategy with
    {
        Items = [.. strategy.Items.Select(item => item is CfnMap map && map["CapacityProvider"] is CfnString name && Find(name.Value)?.Provider is { } provider
            ? map.With("CapacityProvider", provider with { Origin = name.Origin })
            : item)],
    };
}
