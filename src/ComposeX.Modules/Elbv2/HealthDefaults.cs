using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;

namespace ComposeX.Modules.Elbv2;

/// <summary>How health is asked for where nothing is said: as the container's own health check does, when that asks by HTTP.</summary>
internal static class HealthDefaults
{
    // Whoever redirects from / is alive.
    private const string Alive = "200-399";

    private static readonly Regex Url = new(
        "(?<![A-Za-z0-9.-])(?<scheme>https?://)?(localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|\\[::1\\])(:(?<port>[0-9]{1,5}))?(?<path>/[^\\s\"'|;&<>)]*)?", RegexOptions.CultureInvariant);

    public static CfnMap Complete(TargetGroup group, ResolvedMember member, string protocol)
    {
        var cfn = new Cfn(group.Key.Origin);
        var isHttp = protocol is "HTTP" or "HTTPS";
        var check = group.HealthCheck ?? FromContainer(member, isHttp) ?? cfn.Map(
            ("HealthCheckPort", cfn.String("traffic-port")),
            ("HealthCheckProtocol", cfn.String(isHttp ? protocol : "TCP")),
            ("HealthCheckPath", isHttp && !IsGrpc(group) ? cfn.String("/") : null),
            ("Matcher", isHttp && !IsGrpc(group) ? cfn.Map(("HttpCode", cfn.String(Alive))) : null));
        return check["HealthCheckPort"] is CfnString port && port.Value == member.Port.ToString(CultureInfo.InvariantCulture)
            ? check.With("HealthCheckPort", port with { Value = "traffic-port" })
            : check;
    }

    private static bool IsGrpc(TargetGroup group) => group.Properties["ProtocolVersion"] is CfnString { Value: "GRPC" };

    private static CfnMap? FromContainer(ResolvedMember member, bool isHttp)
    {
        if (!isHttp || member.Service.HealthCheck is not { Test: { } test } written)
        {
            return null;
        }

        var match = Url.Match(string.Join(" ", test.Select(part => part.Value)));
        var port = match.Groups["port"].Success ? match.Groups["port"].Value : match.Groups["scheme"].Value == "https://" ? "443" : "80";
        if (!match.Success || !ContainerPort.Of(member.Service).Any(known => known.Protocol == "tcp" && known.Number.ToString(CultureInfo.InvariantCulture) == port))
        {
            return null;
        }

        var cfn = new Cfn(written.Origin);
        return cfn.Map(
            ("HealthCheckPort", cfn.String(port)),
            ("HealthCheckProtocol", cfn.String(match.Groups["scheme"].Value == "https://" ? "HTTPS" : "HTTP")),
            ("HealthCheckPath", cfn.String(match.Groups["path"].Success ? match.Groups["path"].Value : "/")),
            ("Matcher", cfn.Map(("HttpCode", cfn.String(Alive)))));
    }
}
