using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Cluster;

/// <summary>Reads capacity providers and strategies as CloudFormation and the ECS API write them.</summary>
internal static class Strategies
{
    public const string Fargate = "FARGATE";

    public static readonly string[] FargateProviders = [Fargate, "FARGATE_SPOT"];

    /// <summary>The names in a list; none when there is no list, null when one of them is only known at deployment.</summary>
    public static IReadOnlyList<string>? Names(CfnValue? list) => list switch
    {
        null => [],
        CfnList names when names.Items.All(name => name is CfnString) => [.. names.Items.OfType<CfnString>().Select(name => name.Value)],
        _ => null,
    };

    /// <summary>The providers of a strategy, under the rules of <see cref="Names"/>.</summary>
    public static IReadOnlyList<string>? Providers(CfnValue? strategy) => strategy is CfnList items
        ? Names(items with { Items = [.. items.Items.Select(item => (item as CfnMap)?["CapacityProvider"] ?? item)] })
        : Names(strategy);

    /// <summary>A name that ECS keeps for its own providers, and that is none of them.</summary>
    public static bool IsMisspeltFargate(string name) =>
        name.StartsWith(Fargate, StringComparison.OrdinalIgnoreCase) && Array.IndexOf(FargateProviders, name) < 0;

    /// <summary>A strategy in which only the first base is left.</summary>
    public static CfnList WithOneBase(CfnList strategy)
    {
        var second = Bases(strategy).Skip(1).ToList();
        return strategy with
        {
            Items = [.. strategy.Items.Select(item => item is CfnMap map && map["Base"] is { } number && second.Contains(number)
                ? map with { Members = [.. map.Members.Where(member => member.Name != "Base")] }
                : item)],
        };
    }

    /// <summary>The bases of a strategy that count.</summary>
    public static IReadOnlyList<CfnValue> Bases(CfnList strategy) => [.. strategy.Items.OfType<CfnMap>()
        .Select(item => item["Base"]).OfType<CfnNumber>().Where(number => number.Text != "0")];
}
