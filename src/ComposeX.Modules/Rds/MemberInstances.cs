using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Reading;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>The instances of an Aurora cluster: they compute, and all that is kept belongs to the cluster.</summary>
internal static class MemberInstances
{
    private const string ServerlessClass = "db.serverless";

    private static readonly string[] OfCluster =
    [
        "AllocatedStorage", "BackupRetentionPeriod", "CopyTagsToSnapshot", "DBAllocatedStorage", "DBClusterIdentifier", "DBName", "DBSnapshotIdentifier",
        "DBSubnetGroupName", "DeletionProtection", "EnableCloudwatchLogsExports", "EnableIAMDatabaseAuthentication", "Engine", "EngineVersion", "Iops", "KmsKeyId",
        "ManageMasterUserPassword", "MasterUserPassword", "MasterUserSecret", "MasterUsername", "MaxAllocatedStorage", "MultiAZ", "Port", "PreferredBackupWindow",
        "StorageEncrypted", "StorageThroughput", "StorageType", "VPCSecurityGroups",
    ];

    /// <summary>One entry of <c>MacroParameters.Instances</c>, without what only its cluster can have.</summary>
    public static CfnMap Read(YamlMapping item, DiagnosticBag diagnostics)
    {
        foreach (var entry in item.Entries.Where(entry => OfCluster.Contains(entry.Name, StringComparer.Ordinal)))
        {
            diagnostics.Add(RdsDiagnostics.NotOfMember(entry.Name, entry.Key.Location));
        }

        return KmsKeys.Completed(PropertiesReader.Read(item, DatabasePlan.InstanceType, item.Location)).Without(OfCluster);
    }

    public static IReadOnlyList<SynthesizedResource> Of(DatabasePlan plan, Declaration declaration, string? deletionPolicy) => !plan.Engine.IsAurora ? [] :
        [.. Wanted(plan).Select((instance, index) => Instance(plan, declaration, instance, index + 1, deletionPolicy))];

    public static bool IsServerless(DatabasePlan plan) => plan.Serverless is not null || plan.Properties[DatabaseProperties.Serverless] is not null;

    public static bool IsServerless(CfnMap instance) => instance["DBInstanceClass"] is CfnString { Value: ServerlessClass };

    // The second one is the other's standby, and reads until then.
    private static IReadOnlyList<CfnMap> Wanted(DatabasePlan plan)
    {
        var instances = plan.Instances.Count > 0 ? plan.Instances : [new CfnMap([], plan.Properties.Origin)];
        return plan.IsMultiAz && instances.Count == 1 ? [instances[0], instances[0]] : instances;
    }

    /// <summary>How many there are.</summary>
    public static int Count(DatabasePlan plan) => plan.Engine.IsAurora ? Wanted(plan).Count : 0;

    private static SynthesizedResource Instance(DatabasePlan plan, Declaration declaration, CfnMap written, int number, string? deletionPolicy)
    {
        var cfn = new Cfn(plan.Instances.Count > 0 ? written.Origin : declaration.Origin);
        var properties = cfn.Map(("DBClusterIdentifier", cfn.Ref(declaration.LogicalId())), ("Engine", cfn.String(plan.Engine.Name)));
        properties = written.Members.Aggregate(properties, (map, member) => map with { Members = [.. map.Members, member] })
            .OrElse("DBInstanceClass", cfn.String(IsServerless(plan) ? ServerlessClass : plan.Engine.InstanceClass))
            .OrElse("AutoMinorVersionUpgrade", cfn.Boolean(true))
            .OrElse("PubliclyAccessible", cfn.Boolean(false));
        return new(declaration.LogicalId("Instance" + number.ToString(CultureInfo.InvariantCulture)), DatabasePlan.InstanceType, properties, Home.OfKey(declaration.Module.Key), cfn.Origin)
        {
            DeletionPolicy = deletionPolicy,
            UpdateReplacePolicy = deletionPolicy == DeletionPolicies.KeepOnceMade ? DeletionPolicies.Keep : deletionPolicy,
        };
    }
}
