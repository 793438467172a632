using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Schema;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elasticache;

/// <summary>Which flavour somebody means.</summary>
internal static class Flavours
{
    private static readonly CacheFlavour[] All = [CacheFlavour.Cluster, CacheFlavour.ReplicationGroup, CacheFlavour.Serverless];

    public static string Type(this CacheFlavour flavour) => flavour switch
    {
        CacheFlavour.Cluster => "AWS::ElastiCache::CacheCluster",
        CacheFlavour.ReplicationGroup => "AWS::ElastiCache::ReplicationGroup",
        _ => "AWS::ElastiCache::ServerlessCache",
    };

    /// <summary>What users call it.</summary>
    public static string Words(this CacheFlavour flavour) => flavour switch
    {
        CacheFlavour.Cluster => "a cache cluster",
        CacheFlavour.ReplicationGroup => "a replication group",
        _ => "a serverless cache",
    };

    /// <summary>The flavour that has the most of the properties; the first of those that have them all. What it does not have is reported like any unknown property.</summary>
    public static CacheFlavour Of(YamlMapping properties) =>
        All.OrderByDescending(flavour => properties.Entries.Count(entry => Properties(flavour).ContainsKey(entry.Name))).First();

    private static IReadOnlyDictionary<string, PropertySchema> Properties(CacheFlavour flavour) =>
        SchemaCatalogue.Default.Find(flavour.Type())?.Properties ?? new Dictionary<string, PropertySchema>(StringComparer.Ordinal);
}
