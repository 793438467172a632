using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Query;
using ComposeX.Deploy.Aws.Wire;

namespace ComposeX.Deploy.Lookups.Readers;

/// <summary>Reads a load balancer with its listeners by port, and priorities that rules added to them may take.</summary>
internal static class LoadBalancerReader
{
    private const int Offered = 20;
    private const int Step = 10;
    private const int LastPriority = 50000;

    public static async Task<JsonObject?> ReadAsync(Reading reading)
    {
        var client = reading.Aws[AwsService.LoadBalancers];
        var key = reading.ArnOrIdentifier;
        var answer = await client.QueryAsync("DescribeLoadBalancers", [(key.StartsWith("arn:", StringComparison.Ordinal) ? "LoadBalancerArns.member.1" : "Names.member.1", key)], reading.Cancellation).ConfigureAwait(false);
        var balancer = answer.Children("LoadBalancers").First();
        var arn = balancer.Text("LoadBalancerArn")!;
        var listeners = await PagesAsync(client, reading, "DescribeListeners", "LoadBalancerArn", arn, "Listeners").ConfigureAwait(false);
        var read = new JsonObject
        {
            ["LoadBalancerArn"] = arn,
            ["DNSName"] = balancer.Text("DNSName"),
            ["CanonicalHostedZoneID"] = balancer.Text("CanonicalHostedZoneId"),
            ["LoadBalancerName"] = balancer.Text("LoadBalancerName"),
            ["LoadBalancerFullName"] = arn[(arn.IndexOf(":loadbalancer/", StringComparison.Ordinal) + ":loadbalancer/".Length)..],
            ["Type"] = balancer.Text("Type"),
            ["Scheme"] = balancer.Text("Scheme"),
            ["VpcId"] = balancer.Text("VpcId"),
            ["SecurityGroups"] = new JsonArray([.. balancer.Texts("SecurityGroups").Order(StringComparer.Ordinal).Select(group => JsonValue.Create(group))]),
            ["Listeners"] = new JsonObject(listeners.Select(listener => KeyValuePair.Create<string, JsonNode?>(listener.Text("Port") ?? "", listener.Text("ListenerArn")))),
        };
        if (balancer.Text("Type") == "application")
            read["Priorities"] = await PrioritiesAsync(client, reading, listeners).ConfigureAwait(false);
        return read;
    }

    private static async Task<JsonObject> PrioritiesAsync(AwsServiceClient client, Reading reading, IReadOnlyList<QueryElement> listeners)
    {
        var priorities = new JsonObject();
        foreach (var listener in listeners)
        {
            var (port, arn) = (listener.Text("Port") ?? "", listener.Text("ListenerArn") ?? "");
            var rules = await PagesAsync(client, reading, "DescribeRules", "ListenerArn", arn, "Rules").ConfigureAwait(false);
            var taken = rules.Select(rule => rule.Text("Priority") ?? "").ToHashSet(StringComparer.Ordinal);
            priorities[port] = new JsonArray([.. Before(reading, port, arn) ?? Free(taken)]);
        }

        return priorities;
    }

    // Numbers that an earlier look-up found free may be taken by now by the very rules that were deployed with them: they stay.
    private static IEnumerable<JsonNode?>? Before(Reading reading, string port, string listener) =>
        reading.Before is { } before && DocumentPath.Text(before.Attributes, "Listeners." + port) == listener && before.Attributes["Priorities"]?[port] is JsonArray numbers
            ? numbers.Select(number => number?.DeepClone())
            : null;

    private static IEnumerable<JsonNode?> Free(HashSet<string> taken) => Enumerable.Range(1, LastPriority / Step)
        .Select(number => (number * Step).ToString(CultureInfo.InvariantCulture)).Where(number => !taken.Contains(number)).Take(Offered).Select(number => JsonValue.Create(number));

    private static async Task<IReadOnlyList<QueryElement>> PagesAsync(AwsServiceClient client, Reading reading, string operation, string key, string arn, string items)
    {
        var all = new List<QueryElement>();
        string? marker = null;
        do
        {
            IEnumerable<(string, string)> input = marker is null ? [(key, arn)] : [(key, arn), ("Marker", marker)];
            var page = await client.QueryAsync(operation, input, reading.Cancellation).ConfigureAwait(false);
            all.AddRange(page.Children(items));
            marker = page.Text("NextMarker");
        }
        while (!string.IsNullOrEmpty(marker));
        return all;
    }
}
