using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Model.Vintage;

/// <summary>
/// Rewrites <c>x-configs.composex.spot_config</c> as a group of <c>x-ec2</c> with a Spot Fleet. Its sizes are what the parameters of 2020 had
/// as defaults, one instance, and room to grow.
/// </summary>
internal static class Hosts
{
    public const string OldKey = "spot_config";

    private const string Name = "spot";

    private static readonly Renaming Types = new(("weight", "Weight", null));

    private static readonly (string Old, string Today)[] Names =
    [
        ("bid_price", "BidPrice"), ("min_capacity", "MinCapacity"), ("target_capacity", "TargetCapacity"), ("max_capacity", "MaxCapacity"),
    ];

    /// <summary>The groups that the file asks for: one, or none.</summary>
    public static IReadOnlyList<YamlEntry> Rewrite(YamlMapping? configs, DiagnosticBag diagnostics)
    {
        if (((configs?["composex"] as YamlMapping)?.Entry(OldKey) ?? configs?.Entry(OldKey)) is not { } old || ScalarResolver.IsNull(old.Value))
        {
            return [];
        }

        diagnostics.Add(ModelDiagnostics.OlderSpelling(OldKey, $"x-ec2: {{{Name}: {{MacroParameters: {{SpotFleet: …}}}}}}", old.Key.Location));
        if (old.Value is not YamlMapping settings)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(OldKey, "a mapping with bid_price, use_spot and spot_instance_types", old.Value.Location));
            return [];
        }

        var yaml = new Yaml(old.Key.Location);
        var macros = yaml.Map(
            ("InstanceTypes", settings["spot_instance_types"] is YamlMapping types ? TypesOf(types) : settings["spot_instance_types"]),
            ("SpotFleet", UsesSpot(settings) ? Fleet(settings, yaml) : null));
        return [new(yaml.Text(Name), yaml.Map(("MacroParameters", Others(settings).Aggregate(macros, YamlMappings.With))))];
    }

    private static bool UsesSpot(YamlMapping settings) => settings["use_spot"] is not YamlScalar { Text: var text } || !string.Equals(text, "false", StringComparison.OrdinalIgnoreCase);

    // 2020 had a fleet with as many kinds of instances as it could get.
    private static YamlMapping Fleet(YamlMapping settings, Yaml yaml)
    {
        var fleet = yaml.Map(
            ("AllocationStrategy", yaml.Text("diversified")),
            ("MinCapacity", yaml.Plain("1")),
            ("TargetCapacity", yaml.Plain("1")),
            ("MaxCapacity", yaml.Plain("10")));
        return Names.Where(name => settings[name.Old] is not null)
            .Aggregate(fleet, (map, name) => map.With(new(settings.Entry(name.Old)!.Key with { Text = name.Today }, settings[name.Old]!)));
    }

    private static YamlMapping TypesOf(YamlMapping types) => types with { Entries = [.. types.Entries.Select(type => new YamlEntry(type.Key, Types.Apply(type.Value)))] };

    // What 2020 did not know either is reported where today's keys are read.
    private static IEnumerable<YamlEntry> Others(YamlMapping settings) => settings.Entries.Where(entry =>
        entry.Name is not ("use_spot" or "spot_instance_types") && !Names.Any(name => name.Old == entry.Name));
}
