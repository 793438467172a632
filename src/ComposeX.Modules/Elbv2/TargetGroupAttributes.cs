using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>What AWS knows about the attributes of target groups.</summary>
internal static class TargetGroupAttributes
{
    private const string DeregistrationDelay = "deregistration_delay.timeout_seconds";

    // AWS waits five minutes for connections to end, which makes every deployment that much longer.
    private const long DefaultDelay = 60;

    // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html
    private static readonly Rule[] Both =
    [
        new(DeregistrationDelay, Minimum: 0, Maximum: 3600),
        new("stickiness.enabled", Flag),
        new("load_balancing.cross_zone.enabled", ["true", "false", "use_load_balancer_configuration"]),
        new("target_group_health.dns_failover.minimum_healthy_targets.count"),
        new("target_group_health.dns_failover.minimum_healthy_targets.percentage"),
        new("target_group_health.unhealthy_state_routing.minimum_healthy_targets.count"),
        new("target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage"),
    ];

    private static readonly Rule[] OfApplication =
    [
        .. Both,
        new("stickiness.type", ["lb_cookie", "app_cookie"]),
        new("stickiness.app_cookie.cookie_name"),
        new("stickiness.app_cookie.duration_seconds", Minimum: 1, Maximum: 604800),
        new("stickiness.lb_cookie.duration_seconds", Minimum: 1, Maximum: 604800),
        new("load_balancing.algorithm.type", ["round_robin", "least_outstanding_requests", "weighted_random"]),
        new("load_balancing.algorithm.anomaly_mitigation", ["on", "off"]),
        new("slow_start.duration_seconds", Minimum: 0, Maximum: 900),
    ];

    private static readonly Rule[] OfNetwork =
    [
        .. Both,
        new("stickiness.type", ["source_ip"]),
        new("deregistration_delay.connection_termination.enabled", Flag),
        new("preserve_client_ip.enabled", Flag),
        new("proxy_protocol_v2.enabled", Flag),
        new("target_health_state.unhealthy.connection_termination.enabled", Flag),
        new("target_health_state.unhealthy.draining_interval_seconds", Minimum: 0, Maximum: 360000),
    ];

    private static string[] Flag => ["true", "false"];

    public static void Check(IEnumerable<CfnMember> attributes, bool isNetwork, DiagnosticBag diagnostics)
    {
        var rules = isNetwork ? OfNetwork : OfApplication;
        foreach (var attribute in attributes)
        {
            if (rules.FirstOrDefault(rule => rule.Name == attribute.Name) is not { } rule)
            {
                diagnostics.Add(Elbv2Diagnostics.UnknownGroupAttribute(attribute.Name, isNetwork, [.. rules.Select(known => known.Name)], attribute.NameOrigin));
            }
            else if (attribute.Value is CfnString value && Fault(rule, value) is { } expected)
            {
                diagnostics.Add(Elbv2Diagnostics.BadGroupAttribute(attribute.Name, value.Value, expected, value.Origin));
            }
        }
    }

    public static IEnumerable<CfnMember> WithDefaults(IReadOnlyList<CfnMember> attributes, Cfn cfn) =>
        attributes.Any(attribute => attribute.Name == DeregistrationDelay)
            ? attributes
            : attributes.Concat([new(DeregistrationDelay, AttributeText.Of(cfn.Number(DefaultDelay)), cfn.Origin)]);

    private static string? Fault(Rule rule, CfnString value)
    {
        if (rule.Choices is { } choices)
        {
            return Array.IndexOf(choices, value.Value) < 0 ? string.Join(" or ", choices) : null;
        }

        if (rule.Maximum is { } maximum)
        {
            return AttributeText.Number(value) is { } number && number >= rule.Minimum && number <= maximum
                ? null
                : FormattableString.Invariant($"a number from {rule.Minimum} to {maximum}");
        }

        return rule.Name == "stickiness.app_cookie.cookie_name" && value.Value.StartsWith("AWSALB", StringComparison.Ordinal)
            ? "a name that does not begin with AWSALB, which the load balancer's own cookies do"
            : null;
    }

    private sealed record Rule(string Name, string[]? Choices = null, long Minimum = 0, long? Maximum = null);
}
