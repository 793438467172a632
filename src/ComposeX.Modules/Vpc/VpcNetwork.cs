using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Vpc;

/// <summary>
/// The resources of a VPC in three tiers: public subnets with a route to the internet gateway, application subnets that go out
/// through NAT, and storage subnets without a way out.
/// </summary>
internal sealed class VpcNetwork(VpcPlan plan, Location origin)
{
    private const string Vpc = "Vpc";
    private const string InternetGateway = "InternetGateway";
    private const string Attachment = "InternetGatewayAttachment";

    private readonly Cfn _cfn = new(origin);

    public NetworkOffer Offer => new(_cfn.GetAtt(Vpc, "VpcId"),
    [
        new(SubnetTier.App, Subnets("App")),
        new(SubnetTier.Public, Subnets("Public")),
        new(SubnetTier.Storage, Subnets("Storage")),
    ], [.. plan.Zones.SelectMany(DefaultRoute).Select(route => route.LogicalId)]);

    public Synthesized Synthesize(Home home) => new()
    {
        Resources = [.. Gateway().Concat(PublicTier()).Concat(AppTier()).Concat(StorageTier()).Select(resource => resource with { Home = home })],
        Outputs = [.. Outputs(home)],
    };

    private IEnumerable<SynthesizedResource> Gateway() =>
    [
        Resource(Vpc, "AWS::EC2::VPC",
            ("CidrBlock", _cfn.String(plan.Cidr.ToString())),
            ("EnableDnsHostnames", _cfn.Boolean(true)),
            ("EnableDnsSupport", _cfn.Boolean(true)),
            ("Tags", Tags("vpc"))),
        Resource(InternetGateway, "AWS::EC2::InternetGateway", ("Tags", Tags("internet"))),
        Resource(Attachment, "AWS::EC2::VPCGatewayAttachment",
            ("VpcId", _cfn.Ref(Vpc)),
            ("InternetGatewayId", _cfn.Ref(InternetGateway))),
    ];

    private IEnumerable<SynthesizedResource> PublicTier() =>
    [
        RouteTable("PublicRouteTable", "public"),
        Route("PublicDefaultRoute", "PublicRouteTable", ("GatewayId", _cfn.Ref(InternetGateway))) with { DependsOn = [Attachment] },
        .. plan.Zones.SelectMany(zone => Subnet(zone, "Public", zone.Public, "PublicRouteTable")),
        .. ZonesWithNat().SelectMany(NatGateway),
    ];

    private IEnumerable<SynthesizedResource> AppTier() => plan.Zones.SelectMany(zone => (IEnumerable<SynthesizedResource>)
    [
        RouteTable($"AppRouteTable{zone.Letter}", $"app-{char.ToLowerInvariant(zone.Letter)}"),
        .. DefaultRoute(zone),
        .. Subnet(zone, "App", zone.App, $"AppRouteTable{zone.Letter}"),
    ]);

    private IEnumerable<SynthesizedResource> StorageTier() =>
    [
        RouteTable("StorageRouteTable", "storage"),
        .. plan.Zones.SelectMany(zone => Subnet(zone, "Storage", zone.Storage, "StorageRouteTable")),
    ];

    private IEnumerable<ZonePlan> ZonesWithNat() => plan.NatGateways switch
    {
        NatGateways.None => [],
        NatGateways.One => plan.Zones.Take(1),
        _ => plan.Zones,
    };

    private IEnumerable<SynthesizedResource> NatGateway(ZonePlan zone) =>
    [
        Resource($"NatGatewayAddress{zone.Letter}", "AWS::EC2::EIP", ("Domain", _cfn.String("vpc")), ("Tags", Tags($"nat-{char.ToLowerInvariant(zone.Letter)}")))
            with { DependsOn = [Attachment] },
        Resource($"NatGateway{zone.Letter}", "AWS::EC2::NatGateway",
            ("AllocationId", _cfn.GetAtt($"NatGatewayAddress{zone.Letter}", "AllocationId")),
            ("SubnetId", _cfn.Ref($"PublicSubnet{zone.Letter}")),
            ("Tags", Tags($"nat-{char.ToLowerInvariant(zone.Letter)}"))),
    ];

    private IEnumerable<SynthesizedResource> DefaultRoute(ZonePlan zone)
    {
        var nat = ZonesWithNat().FirstOrDefault(candidate => candidate == zone) ?? ZonesWithNat().FirstOrDefault();
        return nat is null ? [] : [Route($"AppDefaultRoute{zone.Letter}", $"AppRouteTable{zone.Letter}", ("NatGatewayId", _cfn.Ref($"NatGateway{nat.Letter}")))];
    }

    private IEnumerable<SynthesizedResource> Subnet(ZonePlan zone, string tier, CidrBlock block, string routeTable) =>
    [
        Resource($"{tier}Subnet{zone.Letter}", "AWS::EC2::Subnet",
            ("VpcId", _cfn.Ref(Vpc)),
            ("CidrBlock", _cfn.String(block.ToString())),
            ("AvailabilityZone", _cfn.Function("Fn::Select", _cfn.List(_cfn.Number(zone.Index), _cfn.Function("Fn::GetAZs", _cfn.String(""))))),
            ("MapPublicIpOnLaunch", _cfn.Boolean(false)),
            ("Tags", Tags($"{tier.ToLowerInvariant()}-{char.ToLowerInvariant(zone.Letter)}"))),
        Resource($"{tier}Subnet{zone.Letter}Routes", "AWS::EC2::SubnetRouteTableAssociation",
            ("SubnetId", _cfn.Ref($"{tier}Subnet{zone.Letter}")),
            ("RouteTableId", _cfn.Ref(routeTable))),
    ];

    private SynthesizedResource RouteTable(string logicalId, string name) =>
        Resource(logicalId, "AWS::EC2::RouteTable", ("VpcId", _cfn.Ref(Vpc)), ("Tags", Tags(name)));

    private SynthesizedResource Route(string logicalId, string routeTable, (string, CfnValue?) target) => Resource(logicalId, "AWS::EC2::Route",
        ("RouteTableId", _cfn.Ref(routeTable)), ("DestinationCidrBlock", _cfn.String("0.0.0.0/0")), target);

    private SynthesizedResource Resource(string logicalId, string type, params (string, CfnValue?)[] properties) =>
        new(logicalId, type, _cfn.Map(properties), Home.Root, origin);

    private CfnList Tags(string name) => _cfn.List(_cfn.Map(
        ("Key", _cfn.String("Name")), ("Value", _cfn.Sub("${StackRoot}-" + name, ("StackRoot", _cfn.RootStackName())))));

    private CfnSharedList Subnets(string tier) => new($"{tier}Subnets",
        [.. plan.Zones.Select(zone => _cfn.Ref($"{tier}Subnet{zone.Letter}"))], "List<AWS::EC2::Subnet::Id>", origin);

    private IEnumerable<SynthesizedOutput> Outputs(Home home)
    {
        yield return new("VpcId", _cfn.GetAtt(Vpc, "VpcId"), "vpc::VpcId", home, origin);
        foreach (var tier in Offer.Tiers)
        {
            yield return new(tier.Name, tier.SubnetIds, $"vpc::{tier.Name}", home, origin);
        }

        yield return Cidrs(SubnetTier.App, zone => zone.App);
        yield return Cidrs(SubnetTier.Public, zone => zone.Public);
        yield return Cidrs(SubnetTier.Storage, zone => zone.Storage);

        SynthesizedOutput Cidrs(string tier, System.Func<ZonePlan, CidrBlock> block) =>
            new($"{tier}Cidr", _cfn.String(string.Join(",", plan.Zones.Select(zone => block(zone).ToString()))), $"vpc::{tier}Cidr", home, origin);
    }
}
