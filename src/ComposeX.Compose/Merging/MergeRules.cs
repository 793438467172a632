using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Merging;

/// <summary>The attributes that are not merged by the general rule.</summary>
internal static class MergeRules
{
    public static PathTable<MergeRule> Table { get; } = new()
    {
        { "services.*.command", Replace },
        { "services.*.entrypoint", Replace },
        { "services.*.healthcheck.test", Replace },
        { "services.*.ulimits.*", Replace },
        { "services.*.logging", Logging },
        { "services.*.build", Build },
        { "services.*.depends_on", DependsOn },
        { "services.*.networks", ByName },
        { "services.*.models", ByName },
        { "services.*.environment", ByKey },
        { "services.*.labels", ByKey },
        { "services.*.annotations", ByKey },
        { "services.*.sysctls", ByKey },
        { "services.*.deploy.labels", ByKey },
        { "services.*.build.args", ByKey },
        { "services.*.build.labels", ByKey },
        { "services.*.build.additional_contexts", ByKey },
        { "services.*.volumes.*.volume.labels", ByKey },
        { "networks.*.labels", ByKey },
        { "volumes.*.labels", ByKey },
        { "services.*.dns", Append },
        { "services.*.dns_opt", Append },
        { "services.*.dns_search", Append },
        { "services.*.env_file", Append },
        { "services.*.label_file", Append },
        { "services.*.tmpfs", Append },
        { "services.*.extra_hosts", ExtraHosts },
        { "services.*.build.extra_hosts", ExtraHosts },
        { "networks.*.ipam.config", IpamConfig },
    };

    private static YamlNode Replace(Merger merger, YamlEntry earlier, YamlEntry later, PathStep<MergeRule>? step) => later.Value;

    // Options belong to a driver: with another driver nothing of the earlier file is kept.
    private static YamlNode Logging(Merger merger, YamlEntry earlier, YamlEntry later, PathStep<MergeRule>? step)
    {
        if (later.Value is not YamlMapping other || earlier.Value is not YamlMapping one)
        {
            merger.Report(MergeDiagnostics.CannotOverride(later, earlier.Value));
            return earlier.Value;
        }

        return one["driver"].AsText() is { } before && other["driver"].AsText() is { } after && before != after
            ? other
            : merger.Mappings(one, other, step);
    }

    private static YamlNode Build(Merger merger, YamlEntry earlier, YamlEntry later, PathStep<MergeRule>? step) =>
        (BuildMapping(earlier.Value), BuildMapping(later.Value)) is ({ } one, { } other) ? merger.Mappings(one, other, step) : earlier.Value;

    private static YamlMapping? BuildMapping(YamlNode build) => build switch
    {
        YamlMapping mapping => mapping,
        YamlScalar scalar when scalar.AsText() is not null => Tree.Mapping(scalar.Location, ("context", scalar)),
        _ => null,
    };

    private static YamlNode DependsOn(Merger merger, YamlEntry earlier, YamlEntry later, PathStep<MergeRule>? step) =>
        ByName(merger, earlier, later, step, at => Tree.Mapping(at, ("condition", Tree.Text("service_started", at)), ("required", Tree.Boolean(true, at))));

    private static YamlNode ByName(Merger merger, YamlEntry earlier, YamlEntry later, PathStep<MergeRule>? step) =>
        ByName(merger, earlier, later, step, Tree.Null);

    private static YamlNode ByName(Merger merger, YamlEntry earlier, YamlEntry later, PathStep<MergeRule>? step, Func<Location, YamlNode> value)
    {
        if (later.Value is YamlScalar)
            return earlier.Value;

        return (Named(earlier.Value, value), Named(later.Value, value)) is ({ } one, { } other) ? merger.Mappings(one, other, step) : later.Value;
    }

    private static YamlMapping? Named(YamlNode node, Func<Location, YamlNode> value) => node switch
    {
        YamlMapping mapping => mapping,
        YamlSequence sequence => KeyValues.FromKeys(sequence, value),
        _ => null,
    };

    // A null value in a later file replaces: the variable is then taken from where Compose runs.
    private static YamlNode ByKey(Merger merger, YamlEntry earlier, YamlEntry later, PathStep<MergeRule>? step)
    {
        if (ScalarResolver.IsNull(later.Value))
            return earlier.Value;

        if ((Keyed(earlier.Value), Keyed(later.Value)) is not ({ } one, { } other))
            return later.Value;

        var merged = new MappingBuilder(one);
        foreach (var entry in other.Entries)
        {
            merged.Set(entry);
        }

        return merged.Build(one.Location);
    }

    private static YamlMapping? Keyed(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping,
        YamlSequence sequence => KeyValues.FromList(sequence),
        YamlScalar scalar when scalar.AsText() is not null => KeyValues.FromList(new YamlSequence([scalar], scalar.Location)),
        _ => null,
    };

    private static YamlNode Append(Merger merger, YamlEntry earlier, YamlEntry later, PathStep<MergeRule>? step)
    {
        if (ScalarResolver.IsNull(later.Value))
            return earlier.Value;

        return (Listed(earlier.Value), Listed(later.Value)) is ({ } one, { } other)
            ? new YamlSequence([.. one.Items, .. other.Items], one.Location)
            : later.Value;
    }

    private static YamlSequence? Listed(YamlNode node) => node switch
    {
        YamlSequence sequence => sequence,
        YamlScalar scalar => new YamlSequence([scalar], scalar.Location),
        _ => null,
    };

    private static YamlNode ExtraHosts(Merger merger, YamlEntry earlier, YamlEntry later, PathStep<MergeRule>? step)
    {
        if (ScalarResolver.IsNull(later.Value))
            return earlier.Value;

        var known = new HashSet<string>(Hosts(earlier.Value).Select(host => host.Text), StringComparer.Ordinal);
        return new YamlSequence([.. Hosts(earlier.Value), .. Hosts(later.Value).Where(host => !known.Contains(host.Text))], earlier.Value.Location);
    }

    private static IEnumerable<YamlScalar> Hosts(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Entries.SelectMany(Addresses).OrderBy(host => host.Text, StringComparer.Ordinal),
        YamlSequence sequence => sequence.Items.OfType<YamlScalar>(),
        _ => [],
    };

    private static IEnumerable<YamlScalar> Addresses(YamlEntry host) => host.Value switch
    {
        YamlSequence addresses => addresses.Items.OfType<YamlScalar>().Select(address => Tree.Text(host.Name + "=" + address.Text, address.Location)),
        YamlScalar address => [Tree.Text(host.Name + "=" + address.Text, address.Location)],
        _ => [],
    };

    // The reference's own loop, with its order: what only the earlier file has is lost unless a subnet meets its equal.
    private static YamlNode IpamConfig(Merger merger, YamlEntry earlier, YamlEntry later, PathStep<MergeRule>? step)
    {
        if (earlier.Value is not YamlSequence one || later.Value is not YamlSequence other)
        {
            merger.Report(MergeDiagnostics.CannotOverride(later, earlier.Value));
            return earlier.Value;
        }

        var merged = new List<YamlMapping>();
        foreach (var right in one.Items.OfType<YamlMapping>())
        {
            foreach (var left in other.Items.OfType<YamlMapping>())
            {
                var isSame = SubnetOf(left) == SubnetOf(right);
                var at = merged.FindIndex(config => SubnetOf(config) == SubnetOf(left));
                var value = isSame ? merger.Mappings(right, left, null) : left;
                if (at < 0)
                {
                    merged.Add(value);
                }
                else if (isSame)
                {
                    merged[at] = value;
                }
            }
        }

        return new YamlSequence(merged, one.Location);
    }

    private static string? SubnetOf(YamlMapping config) => config["subnet"].AsText();
}
