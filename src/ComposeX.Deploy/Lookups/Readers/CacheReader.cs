using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using ComposeX.Deploy.Aws.Query;
using ComposeX.Deploy.Aws.Wire;

namespace ComposeX.Deploy.Lookups.Readers;

/// <summary>Reads clusters and replication groups of ElastiCache, which Cloud Control does not know. Both have the names of CloudFormation's attributes.</summary>
internal static class CacheReader
{
    /// <summary>A cluster; one that is a member of a replication group has the group's endpoints, which outlast the node that is primary now.</summary>
    public static async Task<JsonObject?> ReadClusterAsync(Reading reading)
    {
        var cluster = await ClusterAsync(reading, reading.LastPart).ConfigureAwait(false);
        var node = cluster.Children("CacheNodes").FirstOrDefault();
        var groupId = cluster.Text("ReplicationGroupId");
        var read = groupId is null ? new JsonObject() : await GroupAsync(reading, groupId).ConfigureAwait(false);
        read["ClusterName"] = cluster.Text("CacheClusterId");
        read["Arn"] = cluster.Text("ARN");
        read["Engine"] = cluster.Text("Engine");
        read["ReplicationGroupId"] = groupId;
        read["TransitEncryptionEnabled"] ??= cluster.Text("TransitEncryptionEnabled");
        read["ConfigurationEndpoint"] = read["ConfigurationEndPoint"]?.DeepClone() ?? Endpoint(cluster["ConfigurationEndpoint"]);
        read["RedisEndpoint"] = read["PrimaryEndPoint"]?.DeepClone() ?? Endpoint(node["Endpoint"]);
        AddGroups(read, cluster);
        return read;
    }

    public static async Task<JsonObject?> ReadGroupAsync(Reading reading) => await GroupAsync(reading, reading.LastPart).ConfigureAwait(false);

    private static async Task<JsonObject> GroupAsync(Reading reading, string id)
    {
        var answer = await reading.Aws[AwsService.Caches].QueryAsync("DescribeReplicationGroups", [("ReplicationGroupId", id)], reading.Cancellation).ConfigureAwait(false);
        var group = answer.Children("ReplicationGroups").First();
        var shard = group.Children("NodeGroups").FirstOrDefault();
        var read = new JsonObject
        {
            ["ReplicationGroupId"] = group.Text("ReplicationGroupId"),
            ["Arn"] = group.Text("ARN"),
            ["ConfigurationEndPoint"] = Endpoint(group["ConfigurationEndpoint"]),
            ["PrimaryEndPoint"] = Endpoint(shard["PrimaryEndpoint"]),
            ["ReaderEndPoint"] = Endpoint(shard["ReaderEndpoint"]),
            ["ReadEndPoint"] = ReadEndpoints(shard),
            ["KmsKeyId"] = group.Text("KmsKeyId"),
            ["TransitEncryptionEnabled"] = group.Text("TransitEncryptionEnabled"),
        };

        // The group itself does not say its security groups; its members do.
        if (group.Texts("MemberClusters", "ClusterId") is [var member, ..])
            AddGroups(read, await ClusterAsync(reading, member).ConfigureAwait(false));
        return read;
    }

    private static async Task<QueryElement> ClusterAsync(Reading reading, string id)
    {
        var answer = await reading.Aws[AwsService.Caches].QueryAsync("DescribeCacheClusters", [("CacheClusterId", id), ("ShowCacheNodeInfo", "true")], reading.Cancellation).ConfigureAwait(false);
        return answer.Children("CacheClusters").First();
    }

    private static void AddGroups(JsonObject read, QueryElement cluster)
    {
        var groups = cluster.Children("SecurityGroups").Select(group => group.Text("SecurityGroupId")).OfType<string>().Order(StringComparer.Ordinal).ToList();
        read["SecurityGroupIds"] = new JsonArray([.. groups.Select(group => JsonValue.Create(group))]);
        read["VpcSecurityGroupIds"] = read["SecurityGroupIds"]!.DeepClone();
    }

    private static JsonObject ReadEndpoints(QueryElement shard)
    {
        var endpoints = shard.Children("NodeGroupMembers").Select(member => Endpoint(member["ReadEndpoint"])).OfType<JsonObject>().ToList();
        JsonArray All(string name) => [.. endpoints.Select(endpoint => endpoint[name]?.DeepClone())];
        return new JsonObject { ["Addresses"] = All("Address"), ["Ports"] = All("Port") };
    }

    private static JsonObject? Endpoint(QueryElement endpoint) =>
        endpoint.Text("Address") is { Length: > 0 } address ? new JsonObject { ["Address"] = address, ["Port"] = endpoint.Text("Port") } : null;
}
