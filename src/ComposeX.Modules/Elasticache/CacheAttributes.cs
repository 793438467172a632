using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elasticache;

/// <summary>What can be known of a cache, and what each is on each flavour.</summary>
internal static class CacheAttributes
{
    public const string Name = "ClusterName";

    public const string GroupId = "GroupId";

    public const string Endpoint = "Endpoint";

    public const string ConnectionString = "ConnectionString";

    public static IReadOnlyList<ModuleAttribute> All { get; } =
    [
        Of(Name),
        Of("Endpoint.Address"),
        Of("Endpoint.Port"),
        Of(ConnectionString),
        Of("RedisEndpoint.Address"),
        Of("RedisEndpoint.Port"),
        Of("PrimaryEndPoint.Address", "PrimaryEndpoint.Address"),
        Of("PrimaryEndPoint.Port", "PrimaryEndpoint.Port"),
        Of("ReaderEndPoint.Address", "ReaderEndpoint.Address"),
        Of("ReaderEndPoint.Port", "ReaderEndpoint.Port"),
        Of("ReadEndPoint.Addresses", "ReadEndpoint.Addresses"),
        Of("ReadEndPoint.Ports", "ReadEndpoint.Ports"),
        Of("ConfigurationEndpoint.Address", "ConfigurationEndPoint.Address"),
        Of("ConfigurationEndpoint.Port", "ConfigurationEndPoint.Port"),
        Of(GroupId, "SecurityGroupId"),
    ];

    /// <summary>An attribute of a new cache; null when its flavour does not have it.</summary>
    public static CfnValue? Of(Declaration declaration, CachePlan plan, string attribute, Location origin)
    {
        var cfn = new Cfn(origin);
        switch (attribute)
        {
            case Name:
                return cfn.Ref(declaration.LogicalId());
            case GroupId:
                return new NetworkResource(declaration, null).GroupId;
            case ConnectionString:
                return plan.IsMemcached ? null : Connection(
                    cfn.GetAtt(declaration.LogicalId(), EndpointOf(plan) + ".Address"), cfn.GetAtt(declaration.LogicalId(), EndpointOf(plan) + ".Port"), plan.IsTls, cfn);
        }

        var (owner, part) = (attribute.Substring(0, attribute.IndexOf('.')), attribute.Substring(attribute.IndexOf('.')));
        return CloudFormationName(plan, owner) is { } known ? cfn.GetAtt(declaration.LogicalId(), known + part) : null;
    }

    /// <summary>The attributes that a new cache has.</summary>
    public static IReadOnlyList<string> Of(Declaration declaration, CachePlan plan) =>
        [.. All.Select(attribute => attribute.Name).Where(name => Of(declaration, plan, name, declaration.Origin) is not null)];

    /// <summary>How StackExchange.Redis wants it, and with it <c>AddStackExchangeRedisCache</c>.</summary>
    public static CfnValue Connection(CfnValue address, CfnValue port, bool isTls, Cfn cfn)
    {
        var tls = isTls ? ",ssl=true" : "";
        return address is CfnString name && port is CfnNumber number
            ? cfn.String($"{name.Value}:{number.Text}{tls}")
            : cfn.Sub("${Address}:${Port}" + tls, ("Address", address), ("Port", port));
    }

    // What clients connect to, by its name on CloudFormation.
    private static string EndpointOf(CachePlan plan) => plan switch
    {
        { Flavour: CacheFlavour.Serverless } => "Endpoint",
        { Flavour: CacheFlavour.Cluster, IsMemcached: true } => "ConfigurationEndpoint",
        { Flavour: CacheFlavour.Cluster } => "RedisEndpoint",
        { HasShards: true } => "ConfigurationEndPoint",
        _ => "PrimaryEndPoint",
    };

    private static string? CloudFormationName(CachePlan plan, string owner) => owner switch
    {
        Endpoint => EndpointOf(plan),
        "ReaderEndPoint" when plan.Flavour == CacheFlavour.Serverless => "ReaderEndpoint",
        "ReaderEndPoint" or "ReadEndPoint" => plan is { Flavour: CacheFlavour.ReplicationGroup, HasShards: false } ? owner : null,
        _ => string.Equals(owner, EndpointOf(plan), StringComparison.OrdinalIgnoreCase) ? EndpointOf(plan) : null,
    };

    // Other modules have endpoints too, and an export's name is one for all.
    private static ModuleAttribute Of(string name, string? alias = null) => new(name, null, alias) { Export = "Cache" + name.Replace(".", "") };
}
