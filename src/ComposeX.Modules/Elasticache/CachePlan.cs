using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;

namespace ComposeX.Modules.Elasticache;

/// <summary>A new cache, before it has a place in the network.</summary>
/// <param name="Engine"><c>redis</c>, <c>valkey</c> or <c>memcached</c>.</param>
/// <param name="Properties">Its properties with the defaults.</param>
/// <param name="ParameterGroup">The properties of its parameter group, or null.</param>
/// <param name="SubnetSet">The subnets it is wanted in, or null.</param>
internal sealed record CachePlan(CacheFlavour Flavour, string Engine, CfnMap Properties, CfnMap? ParameterGroup, Located<string>? SubnetSet)
{
    public const string Memcached = "memcached";

    private const int RedisPort = 6379;
    private const int MemcachedPort = 11211;

    public bool IsMemcached => Engine == Memcached;

    /// <summary>Whether clients must speak TLS.</summary>
    public bool IsTls => Flavour == CacheFlavour.Serverless || Properties["TransitEncryptionEnabled"].IsTrue();

    /// <summary>Whether its data is spread over shards, so that clients ask where what is.</summary>
    public bool HasShards => Flavour == CacheFlavour.ReplicationGroup && Shards.In(Properties, ParameterGroup);

    public CfnValue Port => Flavour != CacheFlavour.Serverless && Properties["Port"] is { } port ? port : new Cfn(Properties.Origin).Number(DefaultPort);

    /// <summary>The last port that clients need: a serverless cache answers readers one above.</summary>
    public CfnValue LastPort => Flavour == CacheFlavour.Serverless ? new Cfn(Properties.Origin).Number(DefaultPort + 1) : Port;

    private int DefaultPort => IsMemcached ? MemcachedPort : RedisPort;
}
