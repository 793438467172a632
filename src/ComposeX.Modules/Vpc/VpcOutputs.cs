using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Addresses;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Vpc;

/// <summary>What a created VPC publishes: all that somebody needs who puts something into it, or lets it in elsewhere.</summary>
internal static class VpcOutputs
{
    public static IEnumerable<SynthesizedOutput> Of(VpcPlan plan, IReadOnlyList<SubnetTier> tiers, VpcParts parts)
    {
        var cfn = parts.Cfn;
        return
        [
            parts.Output("VpcId", cfn.GetAtt(VpcNames.Vpc, "VpcId")),
            parts.Output("VpcCidr", cfn.String(plan.Cidr.ToString())),
            .. tiers.Select(tier => parts.Output(tier.Name, tier.SubnetIds)),
            Blocks(SubnetTier.App, zone => zone.App),
            Blocks(SubnetTier.Public, zone => zone.Public),
            Blocks(SubnetTier.Storage, zone => zone.Storage),
            parts.Output("AppRouteTables", cfn.List(plan.Zones.Select(zone => cfn.Ref(VpcNames.AppRouteTable(zone))))),
            parts.Output(VpcNames.PublicRouteTable, cfn.Ref(VpcNames.PublicRouteTable)),
            parts.Output(VpcNames.StorageRouteTable, cfn.Ref(VpcNames.StorageRouteTable)),
            .. NatAddresses(plan, parts),
        ];

        SynthesizedOutput Blocks(string tier, Func<ZonePlan, IPv4Block> block) =>
            parts.Output($"{tier}Cidr", cfn.String(string.Join(",", plan.Zones.Select(zone => block(zone).ToString()))));
    }

    private static IEnumerable<SynthesizedOutput> NatAddresses(VpcPlan plan, VpcParts parts) =>
        plan.ZonesWithNat.Select(zone => parts.Cfn.GetAtt(VpcNames.NatAddress(zone), "PublicIp")).ToList() switch
        {
            [] => [],
            [var only] => [parts.Output("NatAddresses", only)],
            var several => [parts.Output("NatAddresses", parts.Cfn.List(several))],
        };
}
