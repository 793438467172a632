using System;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Elasticache;

/// <summary>Tells a replication group whose data is spread over shards (cluster mode).</summary>
internal static class Shards
{
    public static bool In(CfnMap properties, CfnMap? parameterGroup) =>
        properties["ClusterMode"] is CfnString { Value: "enabled" }
        || properties["NumNodeGroups"].Whole() > 1
        || properties["NodeGroupConfiguration"] is CfnList { Items.Count: > 1 }
        || (properties["CacheParameterGroupName"] is CfnString name && name.Value.EndsWith(".cluster.on", StringComparison.Ordinal))
        || (parameterGroup?["Properties"] as CfnMap)?["cluster-enabled"] is CfnString { Value: "yes" };
}
