using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Cluster;

/// <summary>What is made to log <c>execute-command</c>, and how the cluster is told.</summary>
/// <param name="Configuration">The cluster's <c>ExecuteCommandConfiguration</c>, or null when there is nothing to say.</param>
internal sealed record ExecLoggingPlan(CfnMap? Configuration, IReadOnlyList<SynthesizedResource> Resources)
{
    /// <param name="enabledBy">A family whose containers may be entered; null when there is none.</param>
    public static ExecLoggingPlan Of(NewCluster cluster, Location? enabledBy)
    {
        var (logGroup, bucket, key) = Wanted(cluster, enabledBy);
        if ((logGroup ?? bucket ?? key) is not { } origin)
        {
            return new(null, []);
        }

        var name = new ExecName(cluster.Properties["ClusterName"]);
        var cfn = new Cfn(origin);
        var logs = cfn.Map(
        [
            .. logGroup is null ? [] : new (string, CfnValue?)[]
            {
                ("CloudWatchLogGroupName", cfn.Ref(ExecLogGroup.LogicalId)),
                ("CloudWatchEncryptionEnabled", cfn.Boolean(key is not null)),
            },
            .. bucket is null ? [] : new (string, CfnValue?)[]
            {
                ("S3BucketName", cfn.Ref(ExecBucket.LogicalId)),
                ("S3KeyPrefix", name.Text("ecs/execute-logs/", cfn)),
                ("S3EncryptionEnabled", cfn.Boolean(true)),
            },
        ]);
        var configuration = cfn.Map(
            ("KmsKeyId", key is null ? null : cfn.GetAtt(ExecKey.LogicalId, "Arn")),
            ("Logging", cfn.String(logs.Members.Count == 0 ? "DEFAULT" : "OVERRIDE")),
            ("LogConfiguration", logs.Members.Count == 0 ? null : logs));
        return new(configuration,
        [
            .. key is { } keyOrigin ? ExecKey.Resources(name, cluster.Macros.KeyReuse is { Value: true }, new Cfn(keyOrigin)) : [],
            .. logGroup is { } groupOrigin ? [ExecLogGroup.Resource(name, cluster.Macros.RetentionInDays, key is not null, new Cfn(groupOrigin))] : (SynthesizedResource[])[],
            .. bucket is { } bucketOrigin ? ExecBucket.Resources(key is not null, new Cfn(bucketOrigin)) : [],
        ]);
    }

    /// <summary>What there is for a family that enables it.</summary>
    public static ExecLogging Offer(NewCluster cluster)
    {
        if (ClusterProperties.OwnExecuteCommand(cluster.Properties) is { } own)
        {
            var logs = own["LogConfiguration"] as CfnMap;
            return ExecArns.Of(logs?["CloudWatchLogGroupName"], logs?["S3BucketName"], logs?["S3KeyPrefix"], own["KmsKeyId"], own.Origin);
        }

        var (logGroup, bucket, key) = Wanted(cluster, cluster.Origin);
        var cfn = new Cfn(cluster.Origin);
        var name = new ExecName(cluster.Properties["ClusterName"]);
        return new ExecLogging
        {
            LogGroupArn = logGroup is null ? null : cfn.GetAtt(ExecLogGroup.LogicalId, "Arn"),
            BucketArn = bucket is null ? null : cfn.GetAtt(ExecBucket.LogicalId, "Arn"),
            ObjectsArn = bucket is null ? null : name.Below(cfn.GetAtt(ExecBucket.LogicalId, "Arn"), "/ecs/execute-logs/", "/*", cfn),
            KeyArn = key is null ? null : cfn.GetAtt(ExecKey.LogicalId, "Arn"),
        };
    }

    // Without a word about it, what is done in containers is logged as soon as something can be done there.
    private static (Location? LogGroup, Location? Bucket, Location? Key) Wanted(NewCluster cluster, Location? enabledBy)
    {
        if (ClusterProperties.OwnExecuteCommand(cluster.Properties) is not null)
        {
            return default;
        }

        var macros = cluster.Macros;
        Location? bucket = macros.Bucket is { Value: true } asked ? asked.Origin : null;
        var logGroup = macros.LogGroup is { } said ? said.Value ? said.Origin : null
            : bucket is null ? enabledBy : (Location?)null;
        return (logGroup, bucket, macros.Key is { Value: true } key ? key.Origin : null);
    }
}
