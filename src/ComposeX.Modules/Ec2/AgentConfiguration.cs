using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Modules.Ec2;

/// <summary>The files that make a machine a host of this cluster's tasks, as texts in which <c>${Cluster}</c> stands for the cluster's name.</summary>
internal static class AgentConfiguration
{
    /// <summary><c>/etc/sysconfig/docker</c>, which the service of Amazon Linux 2023 reads too.</summary>
    public static string Docker { get; } = Lines(
    [
        "DAEMON_MAXFILES=1048576",
        "OPTIONS=\"--default-ulimit nofile=32768:65536\"",
        "DAEMON_PIDFILE_TIMEOUT=10",
    ]);

    private static readonly (string Name, string Value)[] Defaults =
    [
        ("ECS_ENABLE_TASK_IAM_ROLE", "true"),
        ("ECS_ENABLE_TASK_IAM_ROLE_NETWORK_HOST", "true"),
        ("ECS_ENABLE_TASK_ENI", "true"),
        ("ECS_AWSVPC_BLOCK_IMDS", "true"),
        ("ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE", "true"),
        ("ECS_ENABLE_SPOT_INSTANCE_DRAINING", "true"),
        ("ECS_ENABLE_CONTAINER_METADATA", "true"),
        ("ECS_TASK_METADATA_RPS_LIMIT", "300,400"),
        ("ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION", "15m"),
        ("ECS_IMAGE_CLEANUP_INTERVAL", "10m"),
        ("ECS_NUM_IMAGES_DELETE_PER_CYCLE", "100"),
        ("ECS_ENABLE_UNTRACKED_IMAGE_CLEANUP", "true"),
        ("ECS_UPDATES_ENABLED", "true"),
        ("ECS_AVAILABLE_LOGGING_DRIVERS", "[\"awsfirelens\",\"awslogs\",\"fluentd\",\"gelf\",\"journald\",\"json-file\",\"none\",\"splunk\",\"syslog\"]"),
    ];

    /// <summary><c>/etc/ecs/ecs.config</c>.</summary>
    public static string Agent(InstanceGroup group) => Lines(
    [
        "ECS_CLUSTER=${Cluster}",
        .. Defaults
            .Concat(group.Image.HasGpu ? [("ECS_ENABLE_GPU_SUPPORT", "true")] : [])
            .Concat(group.Labels.Count > 0 ? [("ECS_INSTANCE_ATTRIBUTES", Json(group.Labels))] : [])
            .Where(setting => !group.Agent.Any(own => string.Equals(own.Key, setting.Item1, StringComparison.Ordinal)))
            .Select(setting => $"{setting.Item1}={setting.Item2}"),
        .. group.Agent.Select(own => $"{own.Key}={own.Value}"),
    ]);

    // Names and values have been checked to be without quotes.
    private static string Json(IReadOnlyList<KeyValuePair<string, string>> labels) =>
        $"{{{string.Join(",", labels.Select(label => $"\"{label.Key.Replace("\\", "\\\\")}\":\"{label.Value.Replace("\\", "\\\\")}\""))}}}";

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
