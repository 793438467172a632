using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>What RDS refuses and its published schema does not say.</summary>
internal static class RdsChecks
{
    private const string StorageGrows = "Aurora's storage grows by itself. Remove it";
    private const string OfInstances = "it is for each instance: write it under \"Instances\", in \"MacroParameters\"";

    // Properties of the one type that people write for the other, and what to write.
    private static readonly (string Property, string WayOut)[] NotOfAurora =
    [
        ("AllocatedStorage", StorageGrows), ("Iops", StorageGrows), ("MaxAllocatedStorage", StorageGrows),
        ("DBClusterInstanceClass", OfInstances), ("DBInstanceClass", OfInstances), ("PubliclyAccessible", OfInstances),
        ("DBName", "write DatabaseName"), ("DBParameterGroupName", "write DBClusterParameterGroupName"), ("DBSnapshotIdentifier", "write SnapshotIdentifier"),
        ("MultiAZ", "write it under \"MacroParameters\""), ("VPCSecurityGroups", "write VpcSecurityGroupIds"),
    ];

    private static readonly (string Property, string WayOut)[] NotOfInstances =
    [
        ("DatabaseName", "write DBName"), ("DBClusterParameterGroupName", "write DBParameterGroupName"), ("ServerlessV2ScalingConfiguration", "only Aurora is serverless. Remove it"),
        ("SnapshotIdentifier", "write DBSnapshotIdentifier"), ("VpcSecurityGroupIds", "write VPCSecurityGroups"),
    ];

    public static void Check(DatabasePlan plan, DiagnosticBag diagnostics)
    {
        foreach (var (property, wayOut) in plan.Engine.IsAurora ? NotOfAurora : plan.IsCluster ? [] : NotOfInstances)
        {
            if (plan.Properties.Members.FirstOrDefault(member => string.Equals(member.Name, property, StringComparison.Ordinal)) is { } written)
            {
                diagnostics.Add(RdsDiagnostics.OfOtherKind(property, plan.Engine.Name, plan.IsCluster, wayOut, written.NameOrigin));
            }
        }

        if (plan.Properties["EngineMode"] is CfnString { Value: "serverless" } mode)
        {
            diagnostics.Add(RdsDiagnostics.FirstServerless(mode.Origin));
        }
        else if (plan.IsCluster && plan.Properties["ScalingConfiguration"] is { } scaling)
        {
            diagnostics.Add(RdsDiagnostics.FirstServerless(scaling.Origin));
        }

        if (plan is { IsCluster: true, Engine: { IsAurora: false, RunsInMultiAzCluster: false } } && plan.Properties["DBClusterInstanceClass"] is { } instanceClass)
        {
            diagnostics.Add(RdsDiagnostics.NoMultiAzCluster(plan.Engine.Name, instanceClass.Origin));
        }

        foreach (var instance in plan.Instances.Where(instance => MemberInstances.IsServerless(instance) && !MemberInstances.IsServerless(plan)))
        {
            diagnostics.Add(RdsDiagnostics.ServerlessWithoutCapacity(instance["DBInstanceClass"]?.Origin ?? instance.Origin));
        }

        foreach (var log in ((plan.Properties["EnableCloudwatchLogsExports"] as CfnList)?.Items ?? []).OfType<CfnString>().Where(log => !plan.Engine.Logs.Contains(log.Value, StringComparer.Ordinal)))
        {
            diagnostics.Add(RdsDiagnostics.UnknownLog(log.Value, plan.Engine.Name, plan.Engine.Logs, log.Origin));
        }
    }
}
