using System;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>
/// Reads a health check: CloudFormation's properties, or in one line <c>port:PROTOCOL[:healthy:unhealthy:interval:timeout][:path[:codes]]</c>.
/// </summary>
internal static class HealthCheckReader
{
    private const string Type = "AWS::ElasticLoadBalancingV2::TargetGroup";

    private static readonly string[] Keys =
    [
        "HealthCheckEnabled", "HealthCheckIntervalSeconds", "HealthCheckPath", "HealthCheckPort", "HealthCheckProtocol", "HealthCheckTimeoutSeconds", "HealthyThresholdCount",
        "Matcher", "UnhealthyThresholdCount",
    ];

    // In the order of the line.
    private static readonly (string Name, long Minimum, long Maximum)[] Ranges =
    [
        ("HealthyThresholdCount", 2, 10), ("UnhealthyThresholdCount", 2, 10), ("HealthCheckIntervalSeconds", 5, 300), ("HealthCheckTimeoutSeconds", 2, 120),
    ];

    public static CfnMap? Read(YamlNode? node, bool isNetwork, DiagnosticBag diagnostics)
    {
        var check = node switch
        {
            null => null,
            YamlScalar text => ReadLine(text, diagnostics),
            YamlMapping mapping => ReadMapping(mapping, diagnostics),
            _ => Wrong(node, diagnostics),
        };
        if (check is not null)
        {
            Check(check, isNetwork, diagnostics);
        }

        return check;
    }

    private static CfnMap? Wrong(YamlNode node, DiagnosticBag diagnostics)
    {
        diagnostics.Add(ModelDiagnostics.WrongKind("healthcheck", "a mapping of health-check properties, or a line such as 8080:HTTP:/health:200", node.Location));
        return null;
    }

    private static CfnMap ReadMapping(YamlMapping mapping, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        foreach (var key in Keys)
        {
            _ = reader.Node(key);
        }

        reader.RejectOthers("A health check");
        return PropertiesReader.Read(mapping, Type, mapping.Location);
    }

    private static CfnMap? ReadLine(YamlScalar line, DiagnosticBag diagnostics)
    {
        var cfn = new Cfn(line.Location);
        var parts = line.Text.Split(':');
        if (parts.Length < 2 || (Number(parts[0]) is null && parts[0] != "traffic-port"))
        {
            diagnostics.Add(Elbv2Diagnostics.BadHealthCheck(line.Text, line.Location));
            return null;
        }

        var numbers = parts.Skip(2).TakeWhile(part => Number(part) is not null).ToList();
        var rest = parts.Skip(2 + (numbers.Count >= 4 ? 4 : 0)).ToList();
        var path = rest.FirstOrDefault(part => part is ['/', ..]);
        var codes = rest.LastOrDefault(part => part != path);
        if (rest.Count > 2 || (rest.Count == 2 && rest[0] != path))
        {
            diagnostics.Add(Elbv2Diagnostics.BadHealthCheck(line.Text, line.Location));
            return null;
        }

        return cfn.Map(
        [
            ("HealthCheckPort", cfn.String(parts[0])),
            ("HealthCheckProtocol", cfn.String(parts[1].ToUpperInvariant())),
            .. numbers.Count >= 4
                ? Ranges.Select((range, index) => (range.Name, (CfnValue?)cfn.Number(Number(numbers[index]) ?? 0)))
                : [],
            ("HealthCheckPath", path is null ? null : cfn.String(path)),
            ("Matcher", codes is null ? null : cfn.Map(("HttpCode", cfn.String(codes)))),
        ]);
    }

    private static void Check(CfnMap check, bool isNetwork, DiagnosticBag diagnostics)
    {
        foreach (var (name, minimum, maximum) in Ranges)
        {
            if (check[name] is { } value && AttributeText.Number(value) is { } number && (number < minimum || number > maximum))
            {
                diagnostics.Add(Elbv2Diagnostics.HealthCheckRange(name, number, minimum, maximum, value.Origin));
            }
        }

        if (check["HealthCheckIntervalSeconds"] is { } interval && check["HealthCheckTimeoutSeconds"] is { } timeout
            && AttributeText.Number(interval) is { } between && AttributeText.Number(timeout) is { } within && within >= between)
        {
            diagnostics.Add(Elbv2Diagnostics.HealthCheckTooSlow(within, between, timeout.Origin));
        }

        if (check["HealthCheckProtocol"] is not CfnString protocol)
        {
            return;
        }

        var known = isNetwork ? [.. Protocols.OfApplication, "TCP"] : Protocols.OfApplication;
        if (Array.IndexOf(known, protocol.Value) < 0)
        {
            diagnostics.Add(Elbv2Diagnostics.HealthCheckProtocol(protocol.Value, isNetwork, known, protocol.Origin));
        }
        else if (protocol.Value == "TCP" && (check["HealthCheckPath"] ?? check["Matcher"]) is { } http)
        {
            diagnostics.Add(Elbv2Diagnostics.HealthCheckPathOfTcp(http.Origin));
        }
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
