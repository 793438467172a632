using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Amazon.Runtime;

namespace ComposeX.Deploy.Lookups.Readers;

/// <summary>
/// Reads a resource as CloudFormation would describe it. Cloud Control can for most types; a type that it cannot read, reads
/// only in part, or reads with more than anybody needs (the value of a parameter), is read by its own service.
/// </summary>
internal static class ResourceReader
{
    private static readonly Dictionary<string, Func<Reading, Task<JsonObject?>>> OwnServices = new(StringComparer.Ordinal)
    {
        ["AWS::CertificateManager::Certificate"] = CertificateReader.ReadAsync,
        ["AWS::ECS::Cluster"] = ClusterReader.ReadAsync,
        ["AWS::EFS::FileSystem"] = FileSystemReader.ReadAsync,
        ["AWS::ElastiCache::CacheCluster"] = CacheReader.ReadClusterAsync,
        ["AWS::ElastiCache::ReplicationGroup"] = CacheReader.ReadGroupAsync,
        ["AWS::ElasticLoadBalancingV2::LoadBalancer"] = LoadBalancerReader.ReadAsync,
        ["AWS::KMS::Key"] = KeyReader.ReadAsync,
        ["AWS::Route53::HostedZone"] = HostedZoneReader.ReadAsync,
        ["AWS::SQS::Queue"] = QueueReader.ReadAsync,
        ["AWS::SSM::Parameter"] = ParameterReader.ReadAsync,
        ["AWS::SecretsManager::Secret"] = SecretReader.ReadAsync,
        ["AWS::ServiceDiscovery::HttpNamespace"] = NamespaceReader.ReadAsync,
        ["AWS::ServiceDiscovery::PrivateDnsNamespace"] = NamespaceReader.ReadAsync,
        ["AWS::ServiceDiscovery::PublicDnsNamespace"] = NamespaceReader.ReadAsync,
    };

    private static readonly string[] Absent = ["NotFound", "NonExistent", "DoesNotExist", "NoSuch"];

    /// <summary>What AWS says of the resource; null when it is not there.</summary>
    public static async Task<JsonObject?> ReadAsync(Reading reading)
    {
        try
        {
            return await OwnServices.GetValueOrDefault(reading.Query.Type, CloudControlReader.ReadAsync)(reading).ConfigureAwait(false);
        }
        catch (AmazonServiceException refused) when (refused.ErrorCode is { } code && code != "TypeNotFoundException" && Absent.Any(word => code.Contains(word, StringComparison.Ordinal)))
        {
            return null;
        }
    }
}
