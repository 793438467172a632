namespace ComposeX.Modules.Elasticache;

/// <summary>The three things that ElastiCache calls a cache.</summary>
internal enum CacheFlavour
{
    /// <summary>Nodes of memcached, or one node of Redis: <c>AWS::ElastiCache::CacheCluster</c>.</summary>
    Cluster,

    /// <summary>Redis or Valkey with as many replicas and shards as one likes: <c>AWS::ElastiCache::ReplicationGroup</c>.</summary>
    ReplicationGroup,

    /// <summary>A cache without nodes to look after: <c>AWS::ElastiCache::ServerlessCache</c>.</summary>
    Serverless,
}
