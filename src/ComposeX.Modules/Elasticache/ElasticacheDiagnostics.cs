using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elasticache;

/// <summary>Findings about caches.</summary>
public static class ElasticacheDiagnostics
{
    public static Diagnostic NothingSaid(string cache, Location location) =>
        Diagnostic.Error("CXELASTICACHE01", location, $"Nothing says what the cache \"{cache}\" is to be. Write \"MacroParameters\" with an \"Engine\", such as valkey, or \"Properties\", or \"Lookup\" for one that exists.");

    public static Diagnostic NoEngine(string cache, Location location) =>
        Diagnostic.Error("CXELASTICACHE02", location, $"The cache \"{cache}\" must have an \"Engine\": valkey, redis or memcached.");

    public static Diagnostic UnknownEngine(string engine, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXELASTICACHE03", location, $"ElastiCache has no engine \"{engine}\".{Spelling.Hint(engine, known)} It has {string.Join(", ", known)}.");

    public static Diagnostic ValkeyIsNoCluster(Location location) =>
        Diagnostic.Error("CXELASTICACHE04", location, "AWS runs \"valkey\" in replication groups and serverless caches only, and these properties are of a cache cluster. Write \"NumCacheClusters\" and \"ReplicationGroupDescription\" in place of \"NumCacheNodes\", or use \"MacroParameters\".");

    public static Diagnostic MemcachedIsNoGroup(Location location) =>
        Diagnostic.Error("CXELASTICACHE05", location, "AWS makes no replication groups of \"memcached\". Write the properties of a cache cluster, with \"NumCacheNodes\", or choose valkey.");

    public static Diagnostic OneNode(long nodes, Location location) =>
        Diagnostic.Error("CXELASTICACHE06", location, FormattableString.Invariant($"A cache cluster of redis has one node, and not {nodes}. For replicas make it a replication group: \"MacroParameters\" with \"ReplicationGroup\" beside \"NumCacheNodes\"."));

    public static Diagnostic TwoFlavours(Location location) =>
        Diagnostic.Error("CXELASTICACHE07", location, "A cache is either a \"ReplicationGroup\" or a \"ServerlessCache\". Remove one of them.");

    public static Diagnostic LiteralToken(Location location) =>
        Diagnostic.Error("CXELASTICACHE08", location, "An \"AuthToken\" is a secret, and whoever reads the template could read this one. Refer to where it is kept: {{resolve:secretsmanager:<secret>:SecretString:<key>}}.");

    public static Diagnostic TokenWithoutTls(Location location) =>
        Diagnostic.Error("CXELASTICACHE09", location, "AWS takes an \"AuthToken\" only with encryption in transit. Remove \"TransitEncryptionEnabled: false\", or the token.");

    public static Diagnostic KeyWithoutEncryption(Location location) =>
        Diagnostic.Error("CXELASTICACHE10", location, "\"AtRestEncryptionEnabled: false\" contradicts \"KmsKeyId\". Remove one of them.");

    public static Diagnostic FailoverAlone(Location location) =>
        Diagnostic.Error("CXELASTICACHE11", location, "\"AutomaticFailoverEnabled\" needs a replica that can take over. Set \"NumCacheClusters\" to 2 or more, or remove it.");

    public static Diagnostic ZonesWithoutFailover(Location location) =>
        Diagnostic.Error("CXELASTICACHE12", location, "\"MultiAZEnabled\" needs \"AutomaticFailoverEnabled: true\". Set it, or remove \"MultiAZEnabled\".");

    public static Diagnostic ShardsWithoutFailover(Location location) =>
        Diagnostic.Error("CXELASTICACHE13", location, "A replication group with shards always fails over. Remove \"AutomaticFailoverEnabled: false\".");

    public static Diagnostic TwoParameterGroups(Location location) =>
        Diagnostic.Error("CXELASTICACHE14", location, "A cache has one parameter group. Remove \"CacheParameterGroupName\", or \"ParameterGroup\" under \"MacroParameters\".");

    public static Diagnostic ParametersOfServerless(Location location) =>
        Diagnostic.Error("CXELASTICACHE15", location, "A serverless cache has no parameters to set. Remove \"ParameterGroup\".");

    public static Diagnostic NotAList(string property, Location location) =>
        Diagnostic.Error("CXELASTICACHE16", location, $"\"{property}\" must be a list, so that the cache's own security group can stand beside yours.");

    public static Diagnostic SubnetGroupReplaced(string? name, Location location) =>
        Diagnostic.Warning("CXELASTICACHE17", location, $"The cache gets a subnet group in the VPC of its services, in place of {(name is null ? "this one" : $"\"{name}\"")}. Remove \"CacheSubnetGroupName\"; \"Settings: Subnets\" chooses among the VPC's subnets.");

    public static Diagnostic NoSnapshots(Location location) =>
        Diagnostic.Error("CXELASTICACHE18", location, "There are no snapshots of a cluster of memcached. Write \"Delete\" or \"Retain\".");

    internal static Diagnostic NotOfFlavour(string attribute, string cache, CachePlan plan, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXELASTICACHE19", location, $"\"{cache}\" is {plan.Flavour.Words()} of {plan.Engine}{(plan.HasShards ? " with shards" : "")}, which has no \"{attribute}\". It has {string.Join(", ", known)}.");

    public static Diagnostic NotEncrypted(string cache, Location location) =>
        Diagnostic.Note("CXELASTICACHE20", location, $"\"{cache}\" is a single node of redis, of which AWS encrypts neither the data nor the way to it. For that make it a replication group: \"ReplicationGroup\" under \"MacroParameters\". Clients then speak TLS.");

    public static Diagnostic TooOld(string what, Location location) =>
        Diagnostic.Warning("CXELASTICACHE21", location, $"AWS encrypts no cache with \"{what}\", so this one is not encrypted. Choose a newer one.");

    public static Diagnostic OnlyName(string cache, string attribute, Location location) =>
        Diagnostic.Error("CXELASTICACHE22", location, $"\"Use\" says the name of \"{cache}\" and not its \"{attribute}\". Write \"Lookup\" in place of \"Use\": the lock file then knows where it is.");

    public static Diagnostic NoRule(string cache, Location location) =>
        Diagnostic.Warning("CXELASTICACHE23", location, $"\"Use\" does not say which security group \"{cache}\" has, so no rule lets its services in. Write \"Lookup\" in place of \"Use\", or add the rules where the cache was made.");

    public static Diagnostic IgnoredForExisting(string key, string cache, Location location) =>
        Diagnostic.Warning("CXELASTICACHE24", location, $"The cache \"{cache}\" exists already, so nothing is made of \"{key}\". Remove it, or remove \"Lookup\" or \"Use\".");
}
