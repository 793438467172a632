using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elasticache;

/// <summary>What a cache gets when nobody says otherwise: encryption where AWS has it, and a snapshot a day where there is data to keep.</summary>
internal static class CacheDefaults
{
    private const int LongestName = 31;

    // AWS keeps one snapshot of a cache without charge.
    private const int Snapshots = 1;

    // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html
    private static readonly Regex OldNode = new(@"^cache\.(t1|m1|m2|m3|c1|r3)\.", RegexOptions.CultureInvariant);

    private static readonly Regex OldEngine = new(@"^(2\.|3\.2\.[0-5]$|3\.2\.10$|3\.0)", RegexOptions.CultureInvariant);

    public static CfnMap Complete(CachePlan plan, Declaration declaration, DiagnosticBag diagnostics) => plan.Flavour switch
    {
        CacheFlavour.Cluster => Cluster(plan, declaration, diagnostics),
        CacheFlavour.ReplicationGroup => Group(plan, declaration, diagnostics),
        _ => Serverless(plan, declaration),
    };

    private static CfnMap Cluster(CachePlan plan, Declaration declaration, DiagnosticBag diagnostics)
    {
        if (plan.IsMemcached)
        {
            return plan.Properties;
        }

        diagnostics.Add(ElasticacheDiagnostics.NotEncrypted(declaration.Name, (plan.Properties["Engine"] ?? plan.Properties).Origin));
        return WithSnapshots(plan.Properties, declaration);
    }

    private static CfnMap Group(CachePlan plan, Declaration declaration, DiagnosticBag diagnostics)
    {
        var cfn = new Cfn(declaration.Origin);
        var properties = plan.Properties.WithDefault("ReplicationGroupDescription", cfn.String($"Cache {declaration.Name}"));
        if (plan.HasShards)
        {
            properties = properties.WithDefault("AutomaticFailoverEnabled", cfn.Boolean(true));
        }

        // What it is made of decides.
        if (properties["PrimaryClusterId"] is not null || properties["GlobalReplicationGroupId"] is not null)
        {
            return properties;
        }

        if (OldPart(properties) is { } old)
        {
            diagnostics.Add(ElasticacheDiagnostics.TooOld(old.Value, old.Origin));
            return WithSnapshots(properties, declaration);
        }

        return WithSnapshots(properties
            .WithDefault("AtRestEncryptionEnabled", cfn.Boolean(true))
            .WithDefault("TransitEncryptionEnabled", cfn.Boolean(true)), declaration);
    }

    private static CfnMap Serverless(CachePlan plan, Declaration declaration)
    {
        var cfn = new Cfn(declaration.Origin);
        return WithSnapshots(plan.Properties.WithDefault("ServerlessCacheName", Name(declaration.Name, cfn)), declaration);
    }

    private static CfnString? OldPart(CfnMap properties) =>
        properties["CacheNodeType"] is CfnString node && OldNode.IsMatch(node.Value) ? node
        : properties["EngineVersion"] is CfnString version && OldEngine.IsMatch(version.Value) ? version
        : null;

    private static CfnMap WithSnapshots(CfnMap properties, Declaration declaration) =>
        properties["CacheNodeType"] is CfnString node && node.Value.StartsWith("cache.t1.", StringComparison.Ordinal)
            ? properties
            : properties.WithDefault("SnapshotRetentionLimit", new Cfn(declaration.Origin).Number(Snapshots));

    // AWS makes no name for one. The stack's own id tells deployments apart.
    private static CfnFunction Name(string name, Cfn cfn)
    {
        var id = cfn.Function("Fn::Select", cfn.List(cfn.Number(2), cfn.Function("Fn::Split", cfn.List(cfn.String("/"), cfn.Pseudo("AWS::StackId")))));
        return cfn.Join("-", [cfn.String(Plain(name)), cfn.Function("Fn::Select", cfn.List(cfn.Number(0), cfn.Function("Fn::Split", cfn.List(cfn.String("-"), id))))]);
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var character in name.ToLowerInvariant().Select(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? character : '-'))
        {
            if (character != '-' || (plain.Length > 0 && plain[plain.Length - 1] != '-'))
            {
                plain.Append(character);
            }
        }

        var text = plain.Length > 0 && char.IsLetter(plain[0]) ? plain.ToString() : "cache-" + plain;
        return (text.Length > LongestName ? text.Substring(0, LongestName) : text).TrimEnd('-');
    }
}
