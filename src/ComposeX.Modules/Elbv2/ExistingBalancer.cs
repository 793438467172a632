using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>A load balancer that was looked up, as the lock has it.</summary>
/// <param name="Listeners">ARNs of its listeners by port.</param>
/// <param name="Priorities">Priorities by port that no rule has yet.</param>
internal sealed record ExistingBalancer(
    CfnValue Arn, IReadOnlyList<CfnValue> SecurityGroups, IReadOnlyDictionary<string, CfnValue> Listeners, IReadOnlyDictionary<string, IReadOnlyList<long>> Priorities)
{
    public static ExistingBalancer? Read(FoundResource found, Location origin, DiagnosticBag diagnostics) => found.Require("Arn", origin, diagnostics) is { } arn
        ? new(
            arn,
            found.Attributes.TryGetValue("SecurityGroups", out var groups) && groups is CfnList list ? list.Items : [],
            Members(found, "Listeners").ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal),
            Members(found, "Priorities").ToDictionary(member => member.Name, member => Numbers(member.Value), StringComparer.Ordinal))
        : null;

    public static string Port(long port) => port.ToString(CultureInfo.InvariantCulture);

    private static IReadOnlyList<CfnMember> Members(FoundResource found, string attribute) =>
        found.Attributes.TryGetValue(attribute, out var value) && value is CfnMap map ? map.Members : [];

    private static IReadOnlyList<long> Numbers(CfnValue value) => [.. (value as CfnList)?.Items.OfType<CfnString>()
        .Select(item => long.TryParse(item.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Where(number => number > 0) ?? []];
}
