using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Addresses;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Vpc;

/// <summary>
/// The resources of a VPC in three tiers: public subnets with a route to the internet gateway, application subnets that go out
/// through NAT, and storage subnets without a way out.
/// </summary>
internal sealed class VpcNetwork(VpcPlan plan, VpcParts parts)
{
    private const string InternetGateway = "InternetGateway";
    private const string Attachment = "InternetGatewayAttachment";
    private const string DhcpOptions = "DhcpOptions";

    private readonly Cfn _cfn = parts.Cfn;

    public NetworkOffer Offer => new(_cfn.GetAtt(VpcNames.Vpc, "VpcId"),
    [
        new(SubnetTier.App, parts.Subnets("App", plan.Zones)),
        new(SubnetTier.Public, parts.Subnets("Public", plan.Zones)),
        new(SubnetTier.Storage, parts.Subnets("Storage", plan.Zones)),
    ], [.. Routes()])
    {
        Cidr = _cfn.String(plan.Cidr.ToString()),
        HasEndpointsForTasks = VpcEndpoints.Lacking(plan).Count == 0,
    };

    public Synthesized Synthesize() => new()
    {
        Resources = [.. Gateway(), .. Dhcp(), .. PublicTier(), .. AppTier(), .. StorageTier(), .. VpcEndpoints.Of(plan, parts), .. VpcFlowLogs.Of(plan, parts)],
        Outputs = [.. VpcOutputs.Of(plan, Offer.Tiers, parts)],
    };

    // Out of a subnet: its route table is tied to it, the table's default route is there, and so is that of the NAT gateways. Out of
    // storage subnets there are only endpoints.
    private IEnumerable<string> Routes() =>
    [
        .. plan.Zones.SelectMany(DefaultRoute).Select(route => route.LogicalId),
        VpcNames.PublicDefaultRoute,
        .. from tier in VpcNames.Tiers where tier != "Storage" || plan.Endpoints.Count > 0 from zone in plan.Zones select VpcNames.SubnetRoutes(tier, zone),
        .. plan.Endpoints.Select(VpcEndpoints.Id),
    ];

    private IEnumerable<SynthesizedResource> Gateway() =>
    [
        parts.Resource(VpcNames.Vpc, "AWS::EC2::VPC",
            ("CidrBlock", _cfn.String(plan.Cidr.ToString())),
            ("EnableDnsHostnames", _cfn.Boolean(true)),
            ("EnableDnsSupport", _cfn.Boolean(true)),
            ("Tags", parts.Tags("vpc"))),
        parts.Resource(InternetGateway, "AWS::EC2::InternetGateway", ("Tags", parts.Tags("internet"))),
        parts.Resource(Attachment, "AWS::EC2::VPCGatewayAttachment",
            ("VpcId", _cfn.Ref(VpcNames.Vpc)),
            ("InternetGatewayId", _cfn.Ref(InternetGateway))),
    ];

    private IEnumerable<SynthesizedResource> Dhcp()
    {
        if (plan.DomainName is not { } name)
        {
            return [];
        }

        var dhcp = parts.At(name.Origin);
        return
        [
            dhcp.Resource(DhcpOptions, "AWS::EC2::DHCPOptions",
                ("DomainName", dhcp.Cfn.String(name.Value)),
                ("DomainNameServers", dhcp.Cfn.Strings(["AmazonProvidedDNS"])),
                ("Tags", dhcp.Tags("dhcp"))),
            dhcp.Resource("VpcDhcpOptions", "AWS::EC2::VPCDHCPOptionsAssociation",
                ("VpcId", dhcp.Cfn.Ref(VpcNames.Vpc)),
                ("DhcpOptionsId", dhcp.Cfn.Ref(DhcpOptions))),
        ];
    }

    private IEnumerable<SynthesizedResource> PublicTier() =>
    [
        RouteTable(VpcNames.PublicRouteTable, "public", "public"),
        Route(VpcNames.PublicDefaultRoute, VpcNames.PublicRouteTable, ("GatewayId", _cfn.Ref(InternetGateway))) with { DependsOn = [Attachment] },
        .. plan.Zones.SelectMany(zone => Subnet(zone, "Public", zone.Public, "public", VpcNames.PublicRouteTable)),
        .. plan.ZonesWithNat.SelectMany(NatGateway),
    ];

    private IEnumerable<SynthesizedResource> AppTier() => plan.Zones.SelectMany(zone => (IEnumerable<SynthesizedResource>)
    [
        RouteTable(VpcNames.AppRouteTable(zone), $"app-{Small(zone)}", "application"),
        .. DefaultRoute(zone),
        .. Subnet(zone, "App", zone.App, "application", VpcNames.AppRouteTable(zone)),
    ]);

    private IEnumerable<SynthesizedResource> StorageTier() =>
    [
        RouteTable(VpcNames.StorageRouteTable, "storage", "storage"),
        .. plan.Zones.SelectMany(zone => Subnet(zone, "Storage", zone.Storage, "storage", VpcNames.StorageRouteTable)),
    ];

    private IEnumerable<SynthesizedResource> NatGateway(ZonePlan zone) =>
    [
        parts.Resource(VpcNames.NatAddress(zone), "AWS::EC2::EIP", ("Domain", _cfn.String("vpc")), ("Tags", parts.Tags($"nat-{Small(zone)}")))
            with { DependsOn = [Attachment] },
        parts.Resource($"NatGateway{zone.Letter}", "AWS::EC2::NatGateway",
            ("AllocationId", _cfn.GetAtt(VpcNames.NatAddress(zone), "AllocationId")),
            ("SubnetId", _cfn.Ref(VpcNames.Subnet("Public", zone))),
            ("Tags", parts.Tags($"nat-{Small(zone)}"))),
    ];

    private IEnumerable<SynthesizedResource> DefaultRoute(ZonePlan zone)
    {
        var nat = plan.ZonesWithNat.Contains(zone) ? zone : plan.ZonesWithNat.FirstOrDefault();
        return nat is null ? [] : [Route($"AppDefaultRoute{zone.Letter}", VpcNames.AppRouteTable(zone), ("NatGatewayId", _cfn.Ref($"NatGateway{nat.Letter}")))];
    }

    // What a subnet is for can be read from its tags: that is how it is looked up from elsewhere.
    private IEnumerable<SynthesizedResource> Subnet(ZonePlan zone, string tier, IPv4Block block, string usage, string routeTable) =>
    [
        parts.Resource(VpcNames.Subnet(tier, zone), "AWS::EC2::Subnet",
            ("VpcId", _cfn.Ref(VpcNames.Vpc)),
            ("CidrBlock", _cfn.String(block.ToString())),
            ("AvailabilityZone", _cfn.Function("Fn::Select", _cfn.List(_cfn.Number(zone.Index), _cfn.Function("Fn::GetAZs", _cfn.String(""))))),
            ("MapPublicIpOnLaunch", _cfn.Boolean(false)),
            ("Tags", parts.Tags($"{tier.ToLowerInvariant()}-{Small(zone)}", ("vpc::usage", _cfn.String(usage)), ("vpc::vpc-id", _cfn.Ref(VpcNames.Vpc))))),
        parts.Resource(VpcNames.SubnetRoutes(tier, zone), "AWS::EC2::SubnetRouteTableAssociation",
            ("SubnetId", _cfn.Ref(VpcNames.Subnet(tier, zone))),
            ("RouteTableId", _cfn.Ref(routeTable))),
    ];

    private SynthesizedResource RouteTable(string logicalId, string name, string usage) => parts.Resource(logicalId, "AWS::EC2::RouteTable",
        ("VpcId", _cfn.Ref(VpcNames.Vpc)), ("Tags", parts.Tags(name, ("vpc::usage", _cfn.String(usage)))));

    private SynthesizedResource Route(string logicalId, string routeTable, (string, CfnValue?) target) => parts.Resource(logicalId, "AWS::EC2::Route",
        ("RouteTableId", _cfn.Ref(routeTable)), ("DestinationCidrBlock", _cfn.String("0.0.0.0/0")), target);

    private static string Small(ZonePlan zone) => char.ToLowerInvariant(zone.Letter).ToString(CultureInfo.InvariantCulture);
}
