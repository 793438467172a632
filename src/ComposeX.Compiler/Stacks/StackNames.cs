using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Validation;
using ComposeX.Model.Synthesis;

namespace ComposeX.Compiler.Stacks;

/// <summary>Which stack a home is in, by name: it depends on the home, and on what it waits for, so that no neighbour can move a resource.</summary>
internal sealed class StackNames
{
    // With these, a thousand families stay within 500 resources, 200 parameters and 200 outputs for each stack.
    private const uint Shards = 64;

    private readonly StackLayout _layout;
    private readonly IReadOnlyDictionary<Home, int> _levels;

    public StackNames(Synthesized synthesis, StackLayout layout)
    {
        _layout = layout;
        _levels = layout == StackLayout.Sharded ? Levels(synthesis) : new Dictionary<Home, int>();
    }

    /// <summary>The name of the nested stack, or null for the root.</summary>
    public string? Of(Home home) => (_layout, home.Kind) switch
    {
        (StackLayout.Single, _) or (_, HomeKind.Root) => null,
        (_, HomeKind.Key) => home.Name,
        (_, HomeKind.Policies) => home.Name + "-policies",
        (StackLayout.Nested, HomeKind.Family) => home.Name,
        (StackLayout.Sharded, HomeKind.Identity) => Shard("identities", home),
        (StackLayout.Sharded, HomeKind.Rules) => Shard("rules", home),
        (StackLayout.Sharded, _) => Shard(FormattableString.Invariant($"tasks-{LevelOf(home)}"), home),
        _ => null,
    };

    private int LevelOf(Home home) => _levels.TryGetValue(home with { Kind = HomeKind.Family }, out var level) ? level : 0;

    private static string Shard(string kind, Home home) => $"{kind}-{(Hash(home.Name) % Shards).ToString("00", CultureInfo.InvariantCulture)}";

    // Stacks can wait for each other only without a circle: a family is in a stack of the level above all families that it waits for.
    private static IReadOnlyDictionary<Home, int> Levels(Synthesized synthesis)
    {
        var homes = synthesis.Resources.Where(resource => resource.Home.Kind == HomeKind.Family).ToDictionary(resource => resource.LogicalId, resource => resource.Home, StringComparer.Ordinal);
        var waitsFor = synthesis.Resources
            .Where(resource => resource.Home.Kind == HomeKind.Family)
            .SelectMany(resource => References.Symbols(resource.Properties).Concat(resource.DependsOn)
                .Select(id => homes.TryGetValue(id, out var other) ? other : null)
                .OfType<Home>()
                .Where(other => other != resource.Home)
                .Select(other => (resource.Home, other)))
            .ToLookup(edge => edge.Home, edge => edge.other);
        var levels = new Dictionary<Home, int>();
        foreach (var home in homes.Values)
        {
            Visit(home);
        }

        return levels;

        // A circle is broken where it is met; the validator reports it.
        int Visit(Home home)
        {
            if (levels.TryGetValue(home, out var known))
            {
                return known;
            }

            levels[home] = 0;
            return levels[home] = waitsFor[home].Select(Visit).DefaultIfEmpty(-1).Max() + 1;
        }
    }

    // FNV-1a: the same on every machine, and far from the order of the alphabet.
    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, character) => unchecked((hash ^ character) * 16777619u));
}
