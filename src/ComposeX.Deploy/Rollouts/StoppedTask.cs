using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ComposeX.Deploy.Rollouts;

/// <summary>A task that stopped, and why, in words that are the same for all tasks that stopped for the same reason.</summary>
internal sealed partial record StoppedTask(string StartedBy, DateTimeOffset? At, string Reason)
{
    /// <summary>Whether ECS stopped it as part of its ordinary work: fewer tasks, or newer ones.</summary>
    public bool IsOrdinary => Reason.Length == 0 || Reason.StartsWith("Scaling activity initiated by", StringComparison.Ordinal);

    public static StoppedTask Read(JsonNode json)
    {
        var reason = WithoutIds(Json.Text(json, "stoppedReason") ?? "");
        return new(
            Json.Text(json, "startedBy") ?? "",
            Json.Time(json, "stoppedAt"),
            string.Join(", ", Tellers(reason, [.. Json.Each(json, "containers")]).Select(Container).Distinct(StringComparer.Ordinal).Prepend(reason.TrimEnd().TrimEnd('.')).Where(text => text.Length > 0)));
    }

    // When one container ends, or the task is stopped, ECS ends the others: they say 137 or 143 and have nothing to tell.
    private static IEnumerable<JsonNode> Tellers(string reason, IReadOnlyList<JsonNode> containers)
    {
        var tellers = containers.Where(container => Json.Text(container, "reason") is { Length: > 0 } || ExitOf(container) is not (null or 0 or 137 or 143)).ToList();
        return tellers.Count > 0 || !reason.StartsWith("Essential container", StringComparison.OrdinalIgnoreCase) ? tellers : containers.Where(container => ExitOf(container) is not null);
    }

    private static string Container(JsonNode json)
    {
        var reason = WithoutIds(Json.Text(json, "reason") ?? "").Trim();
        return string.Create(CultureInfo.InvariantCulture, $"container \"{Json.Text(json, "name") ?? "?"}\"{(ExitOf(json) is { } code ? $" exited with {code}" : "")}{(reason.Length > 0 ? $" ({reason})" : "")}");
    }

    private static int? ExitOf(JsonNode json) => Json.Text(json, "exitCode") is null ? null : Json.Number(json, "exitCode");

    // Tasks, network interfaces and request ids differ from task to task; the reason does not.
    private static string WithoutIds(string text) => Ids().Replace(text, "…");

    [GeneratedRegex(@"\b(?:[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|eni-[0-9a-f]{8,17}|i-[0-9a-f]{8,17}|(?:10|172|192)\.\d{1,3}\.\d{1,3}\.\d{1,3})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}
