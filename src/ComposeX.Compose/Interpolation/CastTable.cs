using ComposeX.Compose.Trees;

namespace ComposeX.Compose.Interpolation;

/// <summary>Which attributes turn text into a number or a truth value, quoted or not, after variables were replaced.</summary>
internal static class CastTable
{
    public static PathTable<Cast> Table { get; } = new()
    {
        { "services.*.cpu_count", Cast.Integer },
        { "services.*.cpu_percent", Cast.Float },
        { "services.*.cpu_period", Cast.Integer },
        { "services.*.cpu_quota", Cast.Integer },
        { "services.*.cpu_rt_period", Cast.Integer },
        { "services.*.cpu_rt_runtime", Cast.Integer },
        { "services.*.cpu_shares", Cast.Integer },
        { "services.*.cpus", Cast.Single },
        { "services.*.depends_on.*.required", Cast.Boolean },
        { "services.*.depends_on.*.restart", Cast.Boolean },
        { "services.*.deploy.placement.max_replicas_per_node", Cast.Integer },
        { "services.*.deploy.replicas", Cast.Integer },
        { "services.*.deploy.restart_policy.max_attempts", Cast.Integer },
        { "services.*.deploy.rollback_config.max_failure_ratio", Cast.Float },
        { "services.*.deploy.rollback_config.parallelism", Cast.Integer },
        { "services.*.deploy.update_config.max_failure_ratio", Cast.Float },
        { "services.*.deploy.update_config.parallelism", Cast.Integer },
        { "services.*.healthcheck.disable", Cast.Boolean },
        { "services.*.healthcheck.retries", Cast.Integer },
        { "services.*.init", Cast.Boolean },
        { "services.*.oom_kill_disable", Cast.Boolean },
        { "services.*.oom_score_adj", Cast.Integer },
        { "services.*.pids_limit", Cast.Integer },
        { "services.*.ports.[].target", Cast.Integer },
        { "services.*.privileged", Cast.Boolean },
        { "services.*.read_only", Cast.Boolean },
        { "services.*.scale", Cast.Integer },
        { "services.*.stdin_open", Cast.Boolean },
        { "services.*.tty", Cast.Boolean },
        { "services.*.ulimits.*", Cast.Integer },
        { "services.*.ulimits.*.hard", Cast.Integer },
        { "services.*.ulimits.*.soft", Cast.Integer },
        { "services.*.volumes.[].read_only", Cast.Boolean },
        { "services.*.volumes.[].volume.nocopy", Cast.Boolean },
        { "networks.*.attachable", Cast.Boolean },
        { "networks.*.enable_ipv4", Cast.Boolean },
        { "networks.*.enable_ipv6", Cast.Boolean },
        { "networks.*.external", Cast.Boolean },
        { "networks.*.internal", Cast.Boolean },
        { "volumes.*.external", Cast.Boolean },
        { "secrets.*.external", Cast.Boolean },
        { "configs.*.external", Cast.Boolean },
    };
}
