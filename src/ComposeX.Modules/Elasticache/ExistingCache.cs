using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elasticache;

/// <summary>A cache that exists: how it is looked up, and what the lock says of it.</summary>
internal static class ExistingCache
{
    private const string Account = @"arn:aws[a-z-]*:elasticache:(?<region>[a-z0-9-]+):(?<account>\d{12}):";
    private const string Tls = "TransitEncryptionEnabled";

    // What clients connect to is under the name that its flavour has for it.
    private static readonly string[] Endpoints = ["Endpoint", "PrimaryEndPoint", "ConfigurationEndpoint", "RedisEndpoint"];

    /// <summary>A cluster: memcached, or one node of Redis.</summary>
    public static LookupSource Cluster { get; } = new("elasticache:cluster", CacheFlavour.Cluster.Type(), Account + "cluster:(?<id>[a-z0-9-]+)", "${id}",
    [
        new(CacheAttributes.Name, "${id}"),
        new("RedisEndpoint.Address", "RedisEndpoint.Address", IsOptional: true),
        new("RedisEndpoint.Port", "RedisEndpoint.Port", IsOptional: true),
        new("ConfigurationEndpoint.Address", "ConfigurationEndpoint.Address", IsOptional: true),
        new("ConfigurationEndpoint.Port", "ConfigurationEndpoint.Port", IsOptional: true),
        new(CacheAttributes.GroupId, "VpcSecurityGroupIds", IsOptional: true),
        new(Tls, Tls, IsOptional: true),
    ]);

    private static LookupSource Group { get; } = new("elasticache:replicationgroup", CacheFlavour.ReplicationGroup.Type(), Account + "replicationgroup:(?<id>[a-z0-9-]+)", "${id}",
    [
        new(CacheAttributes.Name, "${id}"),
        new("PrimaryEndPoint.Address", "PrimaryEndPoint.Address", IsOptional: true),
        new("PrimaryEndPoint.Port", "PrimaryEndPoint.Port", IsOptional: true),
        new("ReaderEndPoint.Address", "ReaderEndPoint.Address", IsOptional: true),
        new("ReaderEndPoint.Port", "ReaderEndPoint.Port", IsOptional: true),
        new("ReadEndPoint.Addresses", "ReadEndPoint.Addresses", IsOptional: true),
        new("ReadEndPoint.Ports", "ReadEndPoint.Ports", IsOptional: true),
        new("ConfigurationEndpoint.Address", "ConfigurationEndPoint.Address", IsOptional: true),
        new("ConfigurationEndpoint.Port", "ConfigurationEndPoint.Port", IsOptional: true),
        new(CacheAttributes.GroupId, "SecurityGroupIds", IsOptional: true),
        new(Tls, Tls, IsOptional: true),
    ]);

    private static LookupSource Serverless { get; } = new("elasticache:serverlesscache", CacheFlavour.Serverless.Type(), Account + "serverlesscache:(?<id>[a-z0-9-]+)", "${id}",
    [
        new(CacheAttributes.Name, "${id}"),
        new("Endpoint.Address", "Endpoint.Address"),
        new("Endpoint.Port", "Endpoint.Port"),
        new("ReaderEndPoint.Address", "ReaderEndpoint.Address", IsOptional: true),
        new("ReaderEndPoint.Port", "ReaderEndpoint.Port", IsOptional: true),
        new(CacheAttributes.GroupId, "SecurityGroupIds", IsOptional: true),
    ]);

    private static LookupSource SecurityGroup { get; } = new("ec2:security-group", "AWS::EC2::SecurityGroup",
        @"arn:aws[a-z-]*:ec2:(?<region>[a-z0-9-]+):(?<account>\d{12}):security-group/(?<id>sg-[0-9a-f]+)", "${id}", [new(CacheAttributes.GroupId, "${id}")]);

    /// <summary>A cluster by default; other flavours, and the security group that AWS does not tell of a replication group, by their own part.</summary>
    public static IReadOnlyList<LookupQuery> Queries(YamlMapping lookup)
    {
        (string Part, LookupSource Source)[] parts = [("ReplicationGroup", Group), ("ServerlessCache", Serverless), ("SecurityGroup", SecurityGroup)];
        var queries = parts.Where(part => lookup[part.Part] is YamlMapping).Select(part => new LookupQuery(part.Source, (YamlMapping)lookup[part.Part]!) { RoleArn = lookup["RoleArn"] }).ToList();
        var arn = (lookup["Arn"] as YamlScalar)?.Text ?? "";
        return lookup["Tags"] is null && lookup["Arn"] is null ? queries
            : [new(arn.Contains(":replicationgroup:") ? Group : arn.Contains(":serverlesscache:") ? Serverless : Cluster, lookup with { Entries = [.. lookup.Entries.Where(entry => parts.All(part => part.Part != entry.Name))] }), .. queries];
    }

    /// <summary>An attribute that was found; null, and a finding, when the lock does not have it.</summary>
    public static CfnValue? AttributeOf(FoundResource found, string attribute, Location origin, DiagnosticBag diagnostics)
    {
        if (found.Attributes.TryGetValue(attribute, out var value))
        {
            return attribute == CacheAttributes.GroupId && value is CfnList { Items: [var first, ..] } ? first : Number(value);
        }

        return attribute switch
        {
            CacheAttributes.ConnectionString when Part(found, ".Address") is { } address && Part(found, ".Port") is { } port =>
                CacheAttributes.Connection(address, port, IsTls(found), new Cfn(origin)),
            "Endpoint.Address" when Part(found, ".Address") is { } address => address,
            "Endpoint.Port" when Part(found, ".Port") is { } port => port,
            _ => found.Require(attribute, origin, diagnostics),
        };
    }


    /// <summary>The last port that clients need where that is another one: a serverless cache has one for readers.</summary>
    public static CfnValue? LastPort(FoundResource found) =>
        found.Attributes.ContainsKey("Endpoint.Port") && found.Attributes.TryGetValue("ReaderEndPoint.Port", out var port) ? Number(port) : null;

    private static CfnValue Number(CfnValue value) => value.Whole() is { } number ? new Cfn(value.Origin).Number(number) : value;

    // A serverless cache speaks nothing but TLS, and it alone has an endpoint of that name.
    private static bool IsTls(FoundResource found) => found.Attributes.TryGetValue(Tls, out var tls) ? tls.IsTrue() : found.Attributes.ContainsKey("Endpoint.Address");

    private static CfnValue? Part(FoundResource found, string part) =>
        Endpoints.Select(endpoint => found.Attributes.TryGetValue(endpoint + part, out var value) ? Number(value) : null).FirstOrDefault(value => value is not null);
}
