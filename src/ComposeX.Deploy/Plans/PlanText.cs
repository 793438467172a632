using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.Deploy.Reporting;

namespace ComposeX.Deploy.Plans;

/// <summary>A plan for a person to read, by the compose lines that the changes come from.</summary>
internal static class PlanText
{
    private const int LongestValue = 60;

    public static IEnumerable<string> Of(Plan plan)
    {
        yield return $"Plan for stack {plan.StackName} ({(plan.IsNew ? "new" : "update")}), {Totals(plan)}";
        if (plan.Changes.Count == 0)
            yield return "  no resource changes, only outputs, tags or settings";
        foreach (var group in plan.Changes.GroupBy(Heading, StringComparer.Ordinal).OrderBy(group => group.First().Origin is null).ThenBy(group => group.First().Origin?.File, StringComparer.Ordinal).ThenBy(group => group.First().Origin?.Line ?? 0).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            yield return "  " + group.Key;
            foreach (var line in group.OrderBy(change => change.Name, StringComparer.Ordinal).SelectMany(Lines))
                yield return "    " + line;
        }
    }

    private static string Totals(Plan plan) => string.Create(
        CultureInfo.InvariantCulture,
        $"{plan.Count(ChangeKind.Add)} to add, {plan.Count(ChangeKind.Modify, ChangeKind.Unseen)} to modify, {plan.Count(ChangeKind.Replace, ChangeKind.MayReplace)} to replace, {plan.Count(ChangeKind.Remove)} to remove{(plan.Changes.Count(change => change.Interruption is not null) is > 0 and var interrupted ? $"; {interrupted} interrupted" : "")}");

    private static string Heading(PlannedChange change) =>
        change.Origin is { } origin ? Place.Short(origin) : change.Kind == ChangeKind.Remove ? "no longer asked for" : "generated";

    private static IEnumerable<string> Lines(PlannedChange change) =>
        [
        $"{Sign(change.Kind)} {change.Name}  {change.Type}{Consequence(change)}",
        .. change.Properties.Select(Line),
        .. change.Interruption is { } interruption ? [$"    interrupts: {interruption.Text}"] : Array.Empty<string>(),
    ];

    private static string Line(PlannedProperty property) =>
        $"    {property.Label}{Values(property)}{(property.Recreation switch { "Always" => "  (replaces)", "Conditionally" => "  (may replace or interrupt)", _ => "" })}{(property.Causes.Count > 0 ? $"  because of {string.Join(", ", property.Causes)}" : "")}";

    private static string Values(PlannedProperty property) =>
        property.Before is null && property.After is null ? "" : $"  {Shortened(property.Before)} -> {(property.IsKnownLater ? "(known when it is done)" : Shortened(property.After))}";

    private static string Shortened(string? value) =>
        value is null ? "(none)" : OneLine(value) is var line && line.Length <= LongestValue ? line : line[..LongestValue] + "...";

    private static string OneLine(string value) => string.Join(' ', value.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Add => "+ add    ",
        ChangeKind.Modify => "~ modify ",
        ChangeKind.MayReplace => "? replace",
        ChangeKind.Replace => "! replace",
        ChangeKind.Remove => "- remove ",
        ChangeKind.Unseen => "~ modify ",
        _ => "+ import ",
    };

    private static string Consequence(PlannedChange change) =>
        change.LosesData ? "  DATA IS LOST"
        : change.Kind == ChangeKind.Unseen ? "  CloudFormation does not say what changes in it"
        : change is { Kind: ChangeKind.Replace, Type: "AWS::ECS::TaskDefinition" } ? "  a new revision; tasks keep theirs until their service rolls"
        : change.PolicyAction is "Retain" or "ReplaceAndRetain" ? "  the old one is kept"
        : change.PolicyAction is "Snapshot" or "ReplaceAndSnapshot" ? "  a snapshot is kept"
        : "";
}
