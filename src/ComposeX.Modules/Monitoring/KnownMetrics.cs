using System.Collections.Generic;

namespace ComposeX.Modules.Monitoring;

/// <summary>The metrics that CloudWatch's own dashboards know, of Java and of nginx. The Java exporter has renamed some of its own; both names are taken.</summary>
internal static class KnownMetrics
{
    private static readonly string[] Task = ["ClusterName", "TaskDefinitionFamily"];

    /// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContainerInsights-Prometheus-metrics.html</summary>
    public static IReadOnlyList<MetricRule> OfJava(IReadOnlyList<string> labels, string matcher) =>
    [
        new(labels, matcher, [Task],
        [
            "^jvm_threads_(current|daemon)$",
            "^jvm_classes_(currently_)?loaded$",
            "^java_lang_operatingsystem_(availableprocessors|freephysicalmemorysize|freeswapspacesize|openfiledescriptorcount|processcpuload|systemcpuload|totalphysicalmemorysize|totalswapspacesize)$",
            "^catalina_manager_(activesessions|rejectedsessions)$",
            "^jvm_gc_collection_seconds_(count|sum)$",
            "^catalina_globalrequestprocessor_(bytesreceived|bytessent|errorcount|processingtime|requestcount)$",
        ]),
        new(labels, matcher, [[.. Task, "area"]], ["^jvm_memory_(bytes_used|used_bytes)$"]),
        new(labels, matcher, [[.. Task, "pool"]], ["^jvm_memory_pool_(bytes_used|used_bytes)$"]),
    ];

    public static IReadOnlyList<MetricRule> OfNginx(IReadOnlyList<string> labels, string matcher) => [new(labels, matcher, [Task], ["^nginx_.*$"])];
}
