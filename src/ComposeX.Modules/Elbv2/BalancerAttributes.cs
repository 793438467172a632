using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>The attributes of a load balancer: those written as such, and the macros that stand for some of them.</summary>
internal static class BalancerAttributes
{
    private static readonly Macro[] Macros =
    [
        new("timeout_seconds", "idle_timeout.timeout_seconds", false),
        new("desync_mitigation_mode", "routing.http.desync_mitigation_mode", false),
        new("drop_invalid_header_fields", "routing.http.drop_invalid_header_fields.enabled", false),
        new("http2", "routing.http2.enabled", false),
        new("cross_zone", "load_balancing.cross_zone.enabled", true),
    ];

    private static readonly string[] DesyncModes = ["defensive", "strictest", "monitor"];

    // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html
    private static readonly string[] Common =
    [
        "access_logs.s3.bucket", "access_logs.s3.enabled", "access_logs.s3.prefix", "deletion_protection.enabled", "ipv6.deny_all_igw_traffic",
        "load_balancing.cross_zone.enabled", "zonal_shift.config.enabled",
    ];

    private static readonly string[] OfApplication =
    [
        .. Common, "client_keep_alive.seconds", "connection_logs.s3.bucket", "connection_logs.s3.enabled", "connection_logs.s3.prefix", "health_check_logs.s3.bucket",
        "health_check_logs.s3.enabled", "health_check_logs.s3.prefix", "idle_timeout.timeout_seconds", "routing.http.desync_mitigation_mode",
        "routing.http.drop_invalid_header_fields.enabled", "routing.http.preserve_host_header.enabled", "routing.http.x_amzn_tls_version_and_cipher_suite.enabled",
        "routing.http.xff_client_port.enabled", "routing.http.xff_header_processing.mode", "routing.http2.enabled", "waf.fail_open.enabled",
    ];

    private static readonly string[] OfNetwork = [.. Common, "dns_record.client_routing_policy", "secondary_ips.auto_assigned.per_subnet"];

    /// <summary>Reads the macros that stand for attributes; those of the other type of load balancer are left out with a note.</summary>
    public static IReadOnlyList<CfnMember> ReadMacros(MappingReader reader, bool isNetwork, DiagnosticBag diagnostics)
    {
        var attributes = new List<CfnMember>();
        foreach (var macro in Macros)
        {
            if (reader.Text(macro.Name) is not { } written)
            {
                continue;
            }

            if (Expected(macro, written.Value) is { } expected)
            {
                diagnostics.Add(ModelDiagnostics.WrongKind(macro.Name, expected, written.Origin));
            }
            else if (macro.IsForNetwork != isNetwork)
            {
                diagnostics.Add(Elbv2Diagnostics.MacroOfOtherType(macro.Name, isNetwork, written.Origin));
            }
            else
            {
                attributes.Add(new(macro.Attribute, AttributeText.Of(new CfnString(written.Value, written.Origin)), written.Origin));
            }
        }

        return attributes;
    }

    public static void CheckNames(IEnumerable<CfnMember> attributes, bool isNetwork, DiagnosticBag diagnostics)
    {
        var known = isNetwork ? OfNetwork : OfApplication;
        foreach (var attribute in attributes.Where(attribute => Array.IndexOf(known, attribute.Name) < 0))
        {
            diagnostics.Add(Elbv2Diagnostics.UnknownBalancerAttribute(attribute.Name, isNetwork, known, attribute.NameOrigin));
        }
    }

    // What the macro's value must be, if it is something else.
    private static string? Expected(Macro macro, string text) => macro.Name switch
    {
        "timeout_seconds" => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 4000 ? null : "a number of seconds from 1 to 4000",
        "desync_mitigation_mode" => Array.IndexOf(DesyncModes, text) >= 0 ? null : $"one of {string.Join(", ", DesyncModes)}",
        _ => bool.TryParse(text, out _) ? null : "true or false",
    };

    private sealed record Macro(string Name, string Attribute, bool IsForNetwork);
}
