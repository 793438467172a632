using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>What RDS refuses and its published schema does not say.</summary>
internal static class RdsChecks
{
    public static void Check(DatabasePlan plan, DiagnosticBag diagnostics)
    {
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
