using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Vpc;

/// <summary>Private ways from the VPC to services of AWS: entries in every route table, or interfaces in the application subnets.</summary>
internal static class VpcEndpoints
{
    private const string SecurityGroup = "VpcEndpointsSecurityGroup";

    private static readonly string[] NeededByTasks = ["ecr.api", "ecr.dkr", "logs", "s3"];

    /// <summary>What a task needs to start without a way out, and does not have.</summary>
    public static IReadOnlyList<string> Lacking(VpcPlan plan) => [.. NeededByTasks.Except(plan.Endpoints.Select(endpoint => endpoint.Service))];

    public static string Id(EndpointPlan endpoint) => LogicalId.From("VpcEndpoint", endpoint.Service);

    public static IEnumerable<SynthesizedResource> Of(VpcPlan plan, VpcParts parts)
    {
        if (plan.Endpoints.FirstOrDefault(endpoint => !endpoint.IsGateway) is { } first)
        {
            yield return Group(plan, parts.At(first.Origin));
        }

        foreach (var endpoint in plan.Endpoints)
        {
            yield return Endpoint(endpoint, plan, parts.At(endpoint.Origin));
        }
    }

    private static SynthesizedResource Endpoint(EndpointPlan endpoint, VpcPlan plan, VpcParts parts)
    {
        var cfn = parts.Cfn;
        IEnumerable<CfnValue> routeTables = [cfn.Ref(VpcNames.PublicRouteTable), .. plan.Zones.Select(zone => cfn.Ref(VpcNames.AppRouteTable(zone))), cfn.Ref(VpcNames.StorageRouteTable)];
        return parts.Resource(Id(endpoint), "AWS::EC2::VPCEndpoint",
        [
            ("VpcId", cfn.Ref(VpcNames.Vpc)),
            ("ServiceName", endpoint.FullName.Contains("${") ? cfn.Sub(endpoint.FullName) : cfn.String(endpoint.FullName)),
            .. endpoint.IsGateway ?
            [
                ("VpcEndpointType", cfn.String("Gateway")),
                ("RouteTableIds", cfn.List(routeTables)),
            ] : new (string, CfnValue?)[]
            {
                ("VpcEndpointType", cfn.String("Interface")),
                ("PrivateDnsEnabled", cfn.Boolean(true)),
                ("SubnetIds", parts.Subnets("App", plan.Zones)),
                ("SecurityGroupIds", cfn.List(cfn.GetAtt(SecurityGroup, "GroupId"))),
            },
        ]);
    }

    private static SynthesizedResource Group(VpcPlan plan, VpcParts parts)
    {
        var cfn = parts.Cfn;
        return parts.Resource(SecurityGroup, "AWS::EC2::SecurityGroup",
            ("GroupDescription", cfn.String("Endpoints of the VPC")),
            ("VpcId", cfn.Ref(VpcNames.Vpc)),
            ("SecurityGroupIngress", cfn.List(cfn.Map(
                ("Description", cfn.String("The VPC to its endpoints on 443tcp")),
                ("IpProtocol", cfn.String("tcp")),
                ("FromPort", cfn.Number(443)),
                ("ToPort", cfn.Number(443)),
                ("CidrIp", cfn.String(plan.Cidr.ToString()))))),
            ("Tags", parts.Tags("endpoints")));
    }
}
