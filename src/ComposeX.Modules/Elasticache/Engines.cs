using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elasticache;

/// <summary>Which engine runs as what.</summary>
internal static class Engines
{
    private static readonly IReadOnlyList<string> All = ["valkey", "redis", CachePlan.Memcached];

    public static bool Check(Located<string> engine, CacheFlavour flavour, DiagnosticBag diagnostics)
    {
        var finding = !All.Contains(engine.Value, StringComparer.Ordinal) ? ElasticacheDiagnostics.UnknownEngine(engine.Value, All, engine.Origin)
            : flavour == CacheFlavour.Cluster && engine.Value == "valkey" ? ElasticacheDiagnostics.ValkeyIsNoCluster(engine.Origin)
            : flavour == CacheFlavour.ReplicationGroup && engine.Value == CachePlan.Memcached ? ElasticacheDiagnostics.MemcachedIsNoGroup(engine.Origin)
            : null;
        if (finding is not null)
        {
            diagnostics.Add(finding);
        }

        return finding is null;
    }
}
