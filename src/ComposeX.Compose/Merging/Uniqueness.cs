using System;
using System.Collections.Generic;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Merging;

/// <summary>What tells two items of a list apart, or null for an item that is like no other.</summary>
internal delegate string? ItemKey(YamlNode item);

/// <summary>Lists in which an item replaces an earlier one that stands for the same thing: the first keeps its place, the last its value.</summary>
internal static class Uniqueness
{
    private static readonly PathTable<ItemKey> _table = new()
    {
        { "services.*.annotations", ItemKeys.BeforeEquals },
        { "services.*.build.additional_contexts", ItemKeys.BeforeEquals },
        { "services.*.build.args", ItemKeys.BeforeEquals },
        { "services.*.build.labels", ItemKeys.BeforeEquals },
        { "services.*.build.tags", ItemKeys.BeforeEquals },
        { "services.*.cap_add", ItemKeys.BeforeEquals },
        { "services.*.cap_drop", ItemKeys.BeforeEquals },
        { "services.*.configs", ItemKeys.MountAt("") },
        { "services.*.deploy.labels", ItemKeys.BeforeEquals },
        { "services.*.devices", ItemKeys.Device },
        { "services.*.dns", ItemKeys.BeforeEquals },
        { "services.*.dns_opt", ItemKeys.BeforeEquals },
        { "services.*.dns_search", ItemKeys.BeforeEquals },
        { "services.*.env_file", ItemKeys.EnvFile },
        { "services.*.environment", ItemKeys.BeforeEquals },
        { "services.*.expose", ItemKeys.Printed },
        { "services.*.labels", ItemKeys.BeforeEquals },
        { "services.*.links", ItemKeys.BeforeEquals },
        { "services.*.networks.*.aliases", ItemKeys.BeforeEquals },
        { "services.*.networks.*.link_local_ips", ItemKeys.BeforeEquals },
        { "services.*.ports", ItemKeys.Port },
        { "services.*.profiles", ItemKeys.BeforeEquals },
        { "services.*.secrets", ItemKeys.MountAt("/run/secrets") },
        { "services.*.sysctls", ItemKeys.BeforeEquals },
        { "services.*.tmpfs", ItemKeys.BeforeEquals },
        { "services.*.volumes", ItemKeys.Volume },
        { "networks.*.labels", ItemKeys.BeforeEquals },
        { "networks.*.ipam.options", ItemKeys.BeforeEquals },
    };

    public static YamlMapping Enforce(YamlMapping document) => (YamlMapping)Node(document, _table.Root);

    private static YamlNode Node(YamlNode node, PathStep<ItemKey>? step) => (node, step) switch
    {
        (YamlMapping mapping, not null) => mapping.Select(entry => Node(entry.Value, step[entry.Name])),
        (YamlSequence sequence, { Value: { } key }) => Unique(sequence, key),
        _ => node,
    };

    private static YamlSequence Unique(YamlSequence sequence, ItemKey key)
    {
        var items = new List<YamlNode>(sequence.Items.Count);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in sequence.Items)
        {
            var name = key(item);
            if (name is not null && known.TryGetValue(name, out var at))
            {
                items[at] = item;
                continue;
            }

            if (name is not null)
            {
                known.Add(name, items.Count);
            }

            items.Add(item);
        }

        return items.Count == sequence.Items.Count ? sequence : sequence with { Items = items };
    }
}
