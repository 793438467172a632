using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;

namespace ComposeX.Compiler.Families;

/// <summary>Network settings of a container's own, which it has in bridge mode only.</summary>
internal static class ContainerNetwork
{
    public static IEnumerable<(string, CfnValue?)> Of(ComposeService service, Family family)
    {
        if (family.Platform() != ComputePlatform.External)
        {
            return [];
        }

        return
        [
            ("Hostname", service.Hostname is { } name ? new CfnString(name.Value, name.Origin) : null),
            ("DnsServers", Strings(service.Dns)),
            ("DnsSearchDomains", Strings(service.DnsSearch)),
            ("ExtraHosts", service.ExtraHosts.Count == 0 ? null : new CfnList([.. service.ExtraHosts.Select(Host)], service.ExtraHosts[0].Origin)),
            ("Links", Strings([.. service.Links.Where(link => family.Services.Any(other => string.Equals(other.Name, link.Value.Split(':')[0], StringComparison.Ordinal)))])),
        ];
    }

    private static CfnList? Strings(IReadOnlyList<Located<string>> texts) =>
        texts.Count == 0 ? null : new CfnList([.. texts.Select(text => new CfnString(text.Value, text.Origin))], texts[0].Origin);

    private static CfnMap Host(Located<string> host)
    {
        var halves = host.Value.Split(['='], 2);
        var cfn = new Cfn(host.Origin);
        return cfn.Map(("Hostname", cfn.String(halves[0])), ("IpAddress", cfn.String(halves.Length > 1 ? halves[1] : "")));
    }
}
