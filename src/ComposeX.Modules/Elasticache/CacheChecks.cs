using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elasticache;

/// <summary>What ElastiCache refuses and its published schema does not say.</summary>
internal static class CacheChecks
{
    public static void Check(CachePlan plan, Declaration declaration, DiagnosticBag diagnostics)
    {
        var properties = plan.Properties;
        if (plan is { Flavour: CacheFlavour.Cluster, IsMemcached: false } && properties["NumCacheNodes"] is { } nodes && nodes.Whole() > 1)
        {
            diagnostics.Add(ElasticacheDiagnostics.OneNode(nodes.Whole() ?? 0, nodes.Origin));
        }

        if (plan.Flavour == CacheFlavour.ReplicationGroup)
        {
            CheckFailover(plan, diagnostics);
            CheckSecrets(properties, diagnostics);
        }

        CheckParameterGroup(plan, diagnostics);
        if (plan is { Flavour: CacheFlavour.Cluster, IsMemcached: true } && declaration.DeletionPolicy is { Value: "Snapshot" } policy)
        {
            diagnostics.Add(ElasticacheDiagnostics.NoSnapshots(policy.Origin));
        }
    }

    private static void CheckFailover(CachePlan plan, DiagnosticBag diagnostics)
    {
        var properties = plan.Properties;
        var failover = properties["AutomaticFailoverEnabled"];
        if (plan.HasShards && failover.IsFalse())
        {
            diagnostics.Add(ElasticacheDiagnostics.ShardsWithoutFailover(failover!.Origin));
        }
        else if (!plan.HasShards && failover.IsTrue() && properties["NumCacheClusters"].Whole() < 2)
        {
            diagnostics.Add(ElasticacheDiagnostics.FailoverAlone(failover!.Origin));
        }

        if (properties["MultiAZEnabled"] is { } zones && zones.IsTrue() && (failover is null ? !plan.HasShards : failover.IsFalse()))
        {
            diagnostics.Add(ElasticacheDiagnostics.ZonesWithoutFailover(zones.Origin));
        }
    }

    private static void CheckSecrets(CfnMap properties, DiagnosticBag diagnostics)
    {
        if (properties["AuthToken"] is { } token)
        {
            if (token is CfnNumber or CfnBoolean || (token is CfnString text && !IsSecretReference(text.Value)) || (token is CfnFunction { Name: "Fn::Sub" or "Fn::Join" } built && !IsBuiltOfSecret(built)))
            {
                diagnostics.Add(ElasticacheDiagnostics.LiteralToken(token.Origin));
            }

            if (properties["TransitEncryptionEnabled"] is { } transit && transit.IsFalse())
            {
                diagnostics.Add(ElasticacheDiagnostics.TokenWithoutTls(transit.Origin));
            }
        }

        if (properties["KmsKeyId"] is not null && properties["AtRestEncryptionEnabled"] is { } rest && rest.IsFalse())
        {
            diagnostics.Add(ElasticacheDiagnostics.KeyWithoutEncryption(rest.Origin));
        }
    }

    // CloudFormation reads it from where it is kept when it deploys.
    private static bool IsSecretReference(string text) =>
        text.StartsWith("{{resolve:secretsmanager:", StringComparison.Ordinal) || text.StartsWith("{{resolve:ssm-secure:", StringComparison.Ordinal);

    private static bool IsBuiltOfSecret(CfnFunction function) => function.Argument switch
    {
        CfnString text => IsSecretReference(text.Value),
        CfnList { Items: [CfnString text, CfnMap] } => IsSecretReference(text.Value),
        CfnList { Items: [CfnString, CfnList parts] } => parts.Items.FirstOrDefault() is CfnString first && IsSecretReference(first.Value),
        _ => false,
    };

    private static void CheckParameterGroup(CachePlan plan, DiagnosticBag diagnostics)
    {
        if (plan.ParameterGroup is not { } group)
        {
            return;
        }

        if (plan.Flavour == CacheFlavour.Serverless)
        {
            diagnostics.Add(ElasticacheDiagnostics.ParametersOfServerless(group.Origin));
        }
        else if (plan.Properties["CacheParameterGroupName"] is { } name)
        {
            diagnostics.Add(ElasticacheDiagnostics.TwoParameterGroups(name.Origin));
        }
    }
}
