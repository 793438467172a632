using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Rds;

/// <summary>Ways to complete what the user wrote.</summary>
internal static class MapExtensions
{
    /// <summary>The map with a member more, unless it has that member already or there is no value for it.</summary>
    public static CfnMap OrElse(this CfnMap map, string name, CfnValue? value) => value is null || map[name] is not null ? map : map.With(name, value);

    /// <summary>The map without some members.</summary>
    public static CfnMap Without(this CfnMap map, params string[] names) => map with { Members = [.. map.Members.Where(member => !names.Contains(member.Name, StringComparer.Ordinal))] };

    /// <summary>The map with items more in one of its lists. What is no list but a function stays as it is.</summary>
    public static CfnMap Appended(this CfnMap map, string name, IReadOnlyList<CfnValue> items) => (items.Count, map[name]) switch
    {
        (0, _) => map,
        (_, null) => map.With(name, new CfnList(items, items[0].Origin)),
        (_, CfnList list) => map.With(name, list with { Items = [.. list.Items, .. items] }),
        _ => map,
    };
}
