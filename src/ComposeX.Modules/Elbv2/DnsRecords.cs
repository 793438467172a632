using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Elbv2;

/// <summary>Names that lead to the load balancer: plain alias records, for IPv6 too where it is reached by it.</summary>
internal static class DnsRecords
{
    private static readonly string[] IPv4Only = ["A"];

    private static readonly string[] BothTypes = ["A", "AAAA"];

    public static IEnumerable<SynthesizedResource> Of(Declaration declaration, Balancer balancer, DnsAlias alias) =>
        from name in alias.Names
        from type in balancer.IsDualStack ? BothTypes : IPv4Only
        select Record(declaration, alias.Zone, name, type);

    private static SynthesizedResource Record(Declaration declaration, CfnValue zone, Located<string> name, string type)
    {
        var cfn = new Cfn(name.Origin);
        return new(declaration.Part("Dns", name.Value.Replace("*", "wildcard"), type), "AWS::Route53::RecordSet", cfn.Map(
            ("Name", cfn.String(name.Value)),
            ("Type", cfn.String(type)),
            ("HostedZoneId", zone),
            ("AliasTarget", cfn.Map(
                ("DNSName", new DeclarationReference(declaration.Module.Key, declaration.Name, "DNSName", name.Origin)),
                ("HostedZoneId", new DeclarationReference(declaration.Module.Key, declaration.Name, "CanonicalHostedZoneID", name.Origin))))), declaration.HomeOf(), name.Origin);
    }
}
