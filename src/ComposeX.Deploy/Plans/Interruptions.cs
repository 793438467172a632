using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Deploy.Plans;

/// <summary>
/// Says what a change interrupts. CloudFormation tells whether a resource is replaced; what the services do with a
/// change in place is AWS's documentation, of which this is what applications are made of.
/// </summary>
internal static class Interruptions
{
    private const string Moved = "a new one takes its place; whoever uses the old one must find the new one";

    /// <summary>What becomes of those that answer somebody when they are replaced or removed.</summary>
    private static readonly Dictionary<string, (string? Replaced, string? Removed)> Answering = new(StringComparer.Ordinal)
    {
        ["AWS::ECS::Service"] = ("a new service starts its tasks, then the old one stops its own", "its tasks are stopped"),
        ["AWS::ECS::Cluster"] = ("the services in it are replaced with it", "nothing can run in it any more"),
        ["AWS::RDS::DBInstance"] = ("a new, empty database under another address takes its place", "the database is gone for all who use it"),
        ["AWS::RDS::DBCluster"] = ("a new, empty database under another address takes its place", "the database is gone for all who use it"),
        ["AWS::DocDB::DBInstance"] = ("its connections break", "its connections break"),
        ["AWS::DocDB::DBCluster"] = ("a new, empty database under another address takes its place", "the database is gone for all who use it"),
        ["AWS::Neptune::DBInstance"] = ("its connections break", "its connections break"),
        ["AWS::Neptune::DBCluster"] = ("a new, empty database under another address takes its place", "the database is gone for all who use it"),
        ["AWS::ElastiCache::CacheCluster"] = ("a new, empty cache under another address takes its place", "the cache is gone for all who use it"),
        ["AWS::ElastiCache::ReplicationGroup"] = ("a new, empty cache under another address takes its place", "the cache is gone for all who use it"),
        ["AWS::ElastiCache::ServerlessCache"] = ("a new, empty cache under another address takes its place", "the cache is gone for all who use it"),
        ["AWS::OpenSearchService::Domain"] = ("a new, empty domain under another address takes its place", "the domain is gone for all who use it"),
        ["AWS::MSK::Cluster"] = ("new brokers under other addresses take its place", "the brokers are gone for all who use them"),
        ["AWS::AmazonMQ::Broker"] = ("a new broker under another address takes its place", "the broker is gone for all who use it"),
        ["AWS::EFS::FileSystem"] = ("a new, empty file system takes its place", "tasks that mount it cannot start"),
        ["AWS::EFS::MountTarget"] = ("tasks in its subnet lose the file system until the new one is there", "tasks in its subnet cannot mount the file system"),
        ["AWS::ElasticLoadBalancingV2::LoadBalancer"] = ("it gets another address; names that point to the old one must follow", "it answers no more"),
        ["AWS::ElasticLoadBalancingV2::Listener"] = ("its port is closed for a moment", "its port is closed"),
        ["AWS::ElasticLoadBalancingV2::ListenerRule"] = ("its requests go to the next rule for a moment", "its requests go to the next rule"),
        ["AWS::ElasticLoadBalancingV2::TargetGroup"] = ("its services roll to register with the new one", null),
        ["AWS::EC2::Instance"] = ("a new machine with another address takes its place", "the machine is gone"),
        ["AWS::AutoScaling::AutoScalingGroup"] = ("new machines take the place of all of its own", "its machines are stopped, with the tasks on them"),
        ["AWS::EC2::NatGateway"] = ("connections through it break", "connections through it break"),
        ["AWS::EC2::VPC"] = ("all that is in it is replaced with it", null),
        ["AWS::EC2::Subnet"] = ("all that is in it is replaced with it", null),
        ["AWS::EC2::VPCEndpoint"] = ("connections through it break", "connections through it break"),
        ["AWS::SQS::Queue"] = (Moved, "nobody can send to it or read from it any more"),
        ["AWS::SNS::Topic"] = (Moved, "nobody can publish to it any more"),
        ["AWS::DynamoDB::Table"] = (Moved, "nobody can read or write it any more"),
        ["AWS::Kinesis::Stream"] = (Moved, "nobody can read or write it any more"),
        ["AWS::S3::Bucket"] = (Moved, "nobody can read or write it any more"),
        ["AWS::SecretsManager::Secret"] = (Moved, "tasks that read it cannot start"),
        ["AWS::Route53::RecordSet"] = ("the name is not resolved for a moment", "the name is resolved no more"),
        ["AWS::ServiceDiscovery::Service"] = ("the name is not resolved until its tasks are registered anew", "the name is resolved no more"),
        ["AWS::ServiceDiscovery::PrivateDnsNamespace"] = ("the names in it are not resolved until their tasks are registered anew", "the names in it are resolved no more"),
        ["AWS::ServiceDiscovery::HttpNamespace"] = ("the names in it are not found until their tasks are registered anew", "the names in it are found no more"),
        ["AWS::Cognito::UserPool"] = ("its users must sign up anew", "nobody can sign in any more"),
    };

    /// <summary>Properties that are changed in place, and not without somebody noticing.</summary>
    private static readonly (string Type, InterruptionKind Kind, string Text, string[] Properties)[] InPlace =
    [
        ("AWS::ECS::Service", InterruptionKind.Rolls, "the service rolls: new tasks take the place of those that run", ["TaskDefinition", "ForceNewDeployment", "LoadBalancers", "NetworkConfiguration", "PlatformVersion", "ServiceConnectConfiguration", "ServiceRegistries", "VolumeConfigurations", "VpcLatticeConfigurations"]),
        ("AWS::RDS::DBInstance", InterruptionKind.Restarts, "the database may restart, at once or in its maintenance window", ["CACertificateIdentifier", "DBInstanceClass", "DBParameterGroupName", "EngineVersion", "LicenseModel", "OptionGroupName", "ProcessorFeatures", "StorageType"]),
        ("AWS::RDS::DBCluster", InterruptionKind.Restarts, "the database may restart, at once or in its maintenance window", ["DBClusterInstanceClass", "DBClusterParameterGroupName", "EngineVersion", "Port", "StorageType"]),
        ("AWS::DocDB::DBInstance", InterruptionKind.Restarts, "the database may restart, at once or in its maintenance window", ["CACertificateIdentifier", "DBInstanceClass"]),
        ("AWS::DocDB::DBCluster", InterruptionKind.Restarts, "the database may restart, at once or in its maintenance window", ["DBClusterParameterGroupName", "EngineVersion", "Port"]),
        ("AWS::Neptune::DBInstance", InterruptionKind.Restarts, "the database may restart, at once or in its maintenance window", ["DBInstanceClass", "DBParameterGroupName"]),
        ("AWS::Neptune::DBCluster", InterruptionKind.Restarts, "the database may restart, at once or in its maintenance window", ["DBClusterParameterGroupName", "EngineVersion"]),
        ("AWS::ElastiCache::ReplicationGroup", InterruptionKind.Restarts, "its nodes are exchanged; connections break for a moment", ["CacheNodeType", "Engine", "EngineVersion", "TransitEncryptionEnabled", "TransitEncryptionMode"]),
        ("AWS::ElastiCache::CacheCluster", InterruptionKind.Restarts, "its nodes are exchanged; what they hold may be lost", ["CacheNodeType", "EngineVersion"]),
        ("AWS::OpenSearchService::Domain", InterruptionKind.Rolls, "the domain moves to new nodes, which takes long; it answers meanwhile", ["AdvancedOptions", "ClusterConfig", "EBSOptions", "EncryptionAtRestOptions", "EngineVersion", "NodeToNodeEncryptionOptions", "VPCOptions"]),
        ("AWS::MSK::Cluster", InterruptionKind.Rolls, "its brokers restart one after the other", ["BrokerNodeGroupInfo", "ConfigurationInfo", "EncryptionInfo", "KafkaVersion"]),
        ("AWS::AmazonMQ::Broker", InterruptionKind.Restarts, "the broker restarts, at once or in its maintenance window", ["Configuration", "EngineVersion", "HostInstanceType", "Users"]),
        ("AWS::EC2::Instance", InterruptionKind.Restarts, "the machine stops and starts", ["InstanceType", "EbsOptimized", "Tenancy"]),
        ("AWS::AutoScaling::AutoScalingGroup", InterruptionKind.Rolls, "its machines are exchanged as far as its update policy says; else only new ones differ", ["LaunchConfigurationName", "LaunchTemplate", "MixedInstancesPolicy", "VPCZoneIdentifier"]),
    ];

    /// <summary>The types that something is known of.</summary>
    public static IEnumerable<string> Types => Answering.Keys.Concat(InPlace.Select(known => known.Type)).Distinct(StringComparer.Ordinal);

    public static Interruption? Of(PlannedChange change) => change.Kind switch
    {
        ChangeKind.Remove => Answering.GetValueOrDefault(change.Type).Removed is { } text ? new(InterruptionKind.Stops, text) : null,
        ChangeKind.Replace => Answering.GetValueOrDefault(change.Type).Replaced is { } text ? new(InterruptionKind.Replaced, text) : null,
        ChangeKind.MayReplace => Answering.GetValueOrDefault(change.Type).Replaced is { } text ? new(InterruptionKind.Perhaps, "it is perhaps replaced: then " + text) : null,
        ChangeKind.Modify => Changed(change),
        _ => null,
    };

    private static Interruption? Changed(PlannedChange change)
    {
        foreach (var known in InPlace.Where(known => known.Type == change.Type))
        {
            if (change.Properties.Any(property => known.Properties.Contains(property.Name)))
                return new(known.Kind, known.Text);
        }

        return change.Properties.FirstOrDefault(property => property.Recreation == "Conditionally") is { } unsure
            ? new(InterruptionKind.Perhaps, $"whether \"{unsure.Name}\" can be changed without a break CloudFormation finds out while it is at it")
            : null;
    }
}
