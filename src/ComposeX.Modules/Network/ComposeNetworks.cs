using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Network;

/// <summary>Compose networks, which on AWS can only choose subnets. What else they say is reported.</summary>
internal static class ComposeNetworks
{
    private const string SubnetsKey = "x-vpc";

    /// <summary>The set of subnets that the family's networks choose: the first one; null when none does.</summary>
    public static Located<string>? SubnetsOf(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        Located<string>? chosen = null;
        foreach (var (service, use) in family.Services.SelectMany(service => service.Networks.Select(use => (service, use))))
        {
            ReportOptions(use.Node, ["aliases"], $"the network \"{use.Name}\" of \"{service.Name}\"", diagnostics);
            if (surroundings.Project.Networks.FirstOrDefault(network => string.Equals(network.Key, use.Name, StringComparison.Ordinal)) is not { } network
                || SetOf(network, surroundings, diagnostics) is not { } set)
            {
                continue;
            }

            if (chosen is { } first && !string.Equals(first.Value, set.Value, StringComparison.Ordinal))
            {
                diagnostics.Add(NetworkDiagnostics.SeveralSets(family.Name, first.Value, set.Value, use.Origin));
            }

            chosen ??= set;
        }

        return chosen;
    }

    private static Located<string>? SetOf(ComposeNetwork network, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (network.Extensions.FirstOrDefault(extension => string.Equals(extension.Name, SubnetsKey, StringComparison.Ordinal))?.Value is not { } node)
        {
            if (network.Key != "default")
            {
                diagnostics.Add(NetworkDiagnostics.MeaninglessNetwork(network.Key, network.Origin));
            }
            else
            {
                ReportOptions(network.Node, [], "the network \"default\"", diagnostics);
            }

            return null;
        }

        ReportOptions(network.Node, [], $"the network \"{network.Key}\"", diagnostics);
        if (node is not YamlScalar name)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(SubnetsKey, "the name of a set of subnets", node.Location));
            return null;
        }

        IReadOnlyList<string> known = [.. surroundings.Network?.Tiers.Select(tier => tier.Name) ?? []];
        if (!known.Contains(name.Text, StringComparer.Ordinal))
        {
            diagnostics.Add(NetworkDiagnostics.UnknownSubnets(name.Text, known, name.Location));
            return null;
        }

        return new(name.Text, name.Location);
    }

    // What Compose itself fills in, what says nothing, and the drivers that every network has by default stay silent.
    private static void ReportOptions(YamlMapping? options, IReadOnlyList<string> read, string owner, DiagnosticBag diagnostics)
    {
        foreach (var option in options?.Entries ?? [])
        {
            var isSilent = option.Name == "name" || read.Contains(option.Name, StringComparer.Ordinal) || option.Name.StartsWith("x-", StringComparison.Ordinal) || option switch
            {
                { Value: YamlMapping { Entries.Count: 0 } or YamlSequence { Items.Count: 0 } } => true,
                { Name: "driver", Value: YamlScalar { Text: "bridge" or "overlay" or "default" } } => true,
                { Value: YamlScalar { Text: "false" } } => true,
                _ => ScalarResolver.IsNull(option.Value),
            };
            if (!isSilent)
            {
                diagnostics.Add(NetworkDiagnostics.NotCarriedOver(option.Name, owner, option.Key.Location));
            }
        }
    }
}
