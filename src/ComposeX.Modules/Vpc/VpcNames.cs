using System.Collections.Generic;

namespace ComposeX.Modules.Vpc;

/// <summary>Logical ids of the VPC's parts that other parts refer to.</summary>
internal static class VpcNames
{
    public const string Vpc = "Vpc";

    public const string PublicRouteTable = "PublicRouteTable";

    public const string PublicDefaultRoute = "PublicDefaultRoute";

    public const string StorageRouteTable = "StorageRouteTable";

    /// <summary>What the subnets of each tier are named for.</summary>
    public static IReadOnlyList<string> Tiers { get; } = ["App", "Public", "Storage"];

    public static string Subnet(string tier, ZonePlan zone) => $"{tier}Subnet{zone.Letter}";

    /// <summary>What ties a subnet to its route table.</summary>
    public static string SubnetRoutes(string tier, ZonePlan zone) => $"{tier}Subnet{zone.Letter}Routes";

    public static string AppRouteTable(ZonePlan zone) => $"AppRouteTable{zone.Letter}";

    public static string NatAddress(ZonePlan zone) => $"NatGatewayAddress{zone.Letter}";
}
