using System;
using System.Collections.Generic;
using ComposeX.CloudFormation.Schema;

namespace ComposeX.Deploy.Plans;

/// <summary>Resource types that hold what cannot be made again from a template: data, keys, identities.</summary>
internal static class StatefulTypes
{
    /// <summary>Those that AWS's published data does not mark.</summary>
    private static readonly HashSet<string> Unmarked = new(StringComparer.Ordinal)
    {
        "AWS::AmazonMQ::Broker",
        "AWS::Cassandra::Keyspace",
        "AWS::Cassandra::Table",
        "AWS::Cognito::IdentityPool",
        "AWS::DAX::Cluster",
        "AWS::DocDBElastic::Cluster",
        "AWS::ECR::Repository",
        "AWS::ElastiCache::ServerlessCache",
        "AWS::Events::Archive",
        "AWS::FSx::Volume",
        "AWS::KMS::ReplicaKey",
        "AWS::Lightsail::Database",
        "AWS::MSK::Cluster",
        "AWS::MSK::ServerlessCluster",
        "AWS::MemoryDB::Cluster",
        "AWS::OpenSearchServerless::Collection",
        "AWS::RDS::GlobalCluster",
        "AWS::RedshiftServerless::Namespace",
        "AWS::Route53::HostedZone",
        "AWS::S3Express::DirectoryBucket",
        "AWS::S3Tables::TableBucket",
        "AWS::Timestream::Database",
        "AWS::Timestream::InfluxDBInstance",
        "AWS::Timestream::Table",
    };

    public static bool Contains(string type) => Unmarked.Contains(type) || SchemaCatalogue.Default.Find(type) is { IsStateful: true };
}
