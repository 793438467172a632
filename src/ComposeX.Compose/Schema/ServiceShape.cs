using static ComposeX.Compose.Schema.Shapes;

namespace ComposeX.Compose.Schema;

/// <summary>A service, attribute by attribute.</summary>
internal static class ServiceShape
{
    private static readonly Shape _ulimits = MapOf(Object("a limit", ("hard!", IntegerOrText), ("soft!", IntegerOrText)).Or(Kinds.Integer | Kinds.Text)) with
    {
        KeyRule = IsLimitName,
        IsOpen = true,
    };

    private static readonly Shape _extraHosts = MapOf(TextList.Or(Kinds.Text)).Or(TextSet);

    private static readonly Shape _fileMounts = ListOf(Object("a mount",
        ("gid", Text),
        ("mode", NumberOrText),
        ("source", Text),
        ("target", Text),
        ("uid", Text)).Or(Kinds.Text));

    private static readonly Shape _hook = Object("a hook",
        ("command!", Command),
        ("environment", KeyValues),
        ("privileged", BooleanOrText),
        ("user", Text),
        ("working_dir", Text));

    private static readonly Shape _preStartHook = Object("a hook",
        ("command", Command),
        ("environment", KeyValues),
        ("image", Text),
        ("per_replica", BooleanOrText),
        ("privileged", BooleanOrText),
        ("user", Text),
        ("working_dir", Text));

    private static readonly Shape _gpus = ListOf(Object("a GPU",
        ("capabilities", TextSet),
        ("count", IntegerOrText),
        ("device_ids", TextSet),
        ("driver", Text),
        ("options", KeyValues)) with
    { IsOpen = true }).Or(OneOf("all"));

    private static readonly Shape _build = Object("\"build\"",
        ("additional_contexts", KeyValues),
        ("args", KeyValues),
        ("cache_from", TextList),
        ("cache_to", TextList),
        ("context", Text),
        ("dockerfile", Text),
        ("dockerfile_inline", Text),
        ("entitlements", TextList),
        ("extra_hosts", _extraHosts),
        ("isolation", Text),
        ("labels", KeyValues),
        ("network", Text),
        ("no_cache", BooleanOrText),
        ("no_cache_filter", TextOrSet),
        ("platforms", TextList),
        ("privileged", BooleanOrText),
        ("provenance", BooleanOrText),
        ("pull", BooleanOrText),
        ("sbom", BooleanOrText),
        ("secrets", _fileMounts),
        ("shm_size", IntegerOrText),
        ("ssh", KeyValues),
        ("tags", TextList),
        ("target", Text),
        ("ulimits", _ulimits)).Or(Kinds.Text);

    private static readonly Shape _blockLimits = ListOf(Object("a limit", ("path", Text), ("rate", IntegerOrText)) with { TakesExtensions = false });

    private static readonly Shape _blockWeights = ListOf(Object("a weight", ("path", Text), ("weight", IntegerOrText)) with { TakesExtensions = false });

    private static readonly Shape _blkioConfig = Object("\"blkio_config\"",
        ("device_read_bps", _blockLimits),
        ("device_read_iops", _blockLimits),
        ("device_write_bps", _blockLimits),
        ("device_write_iops", _blockLimits),
        ("weight", IntegerOrText),
        ("weight_device", _blockWeights)) with
    { TakesExtensions = false };

    private static readonly Shape _dependsOn = (MapOf(Object("a dependency",
        ("condition!", OneOf("service_started", "service_healthy", "service_completed_successfully")),
        ("required", Boolean),
        ("restart", BooleanOrText))) with
    { KeyRule = IsResourceName }).Or(TextSet);

    private static readonly Shape _develop = Object("\"develop\"",
        ("watch", ListOf(Object("a watch",
            ("action!", OneOf("rebuild", "sync", "restart", "sync+restart", "sync+exec")),
            ("exec", _hook),
            ("ignore", TextOrSet),
            ("include", TextOrSet),
            ("initial_sync", Boolean),
            ("path!", Text),
            ("target", Text))))).Or(Kinds.Null);

    private static readonly Shape _devices = ListOf(Object("a device",
        ("permissions", Text),
        ("source!", Text),
        ("target", Text)).Or(Kinds.Text));

    private static readonly Shape _envFile = ListOf((Object("an env file",
        ("format", Text),
        ("path!", Text),
        ("required", BooleanOrText)) with
    { TakesExtensions = false }).Or(Kinds.Text)).Or(Kinds.Text);

    private static readonly Shape _healthCheck = Object("\"healthcheck\"",
        ("disable", BooleanOrText),
        ("interval", Time),
        ("retries", NumberOrText),
        ("start_interval", Time),
        ("start_period", Time),
        ("test", TextList.Or(Kinds.Text)),
        ("timeout", Time));

    private static readonly Shape _models = (MapOf(Object("a model of a service", ("endpoint_var", Text), ("model_var", Text)).Or(Kinds.Null)) with { KeyRule = IsResourceName, IsOpen = true }).Or(TextSet);

    private static readonly Shape _networks = (MapOf(Object("a network of a service",
        ("aliases", TextSet),
        ("driver_opts", DriverOptions),
        ("gw_priority", Number),
        ("interface_name", Text),
        ("ipv4_address", Text),
        ("ipv6_address", Text),
        ("link_local_ips", TextSet),
        ("mac_address", Text),
        ("priority", Number)).Or(Kinds.Null)) with
    { KeyRule = IsResourceName }).Or(TextSet);

    private static readonly Shape _ports = ListOf(Object("a port",
        ("app_protocol", Text),
        ("host_ip", Text),
        ("mode", Text),
        ("name", Text),
        ("protocol", Text),
        ("published", IntegerOrText),
        ("target!", IntegerOrText)).Or(Kinds.Integer | Kinds.Text)) with
    { IsUnique = true };

    private static readonly Shape _providerOption = new(Kinds.Text | Kinds.Integer | Kinds.Number | Kinds.Boolean);

    private static readonly Shape _provider = Object("\"provider\"",
        ("options", MapOf(ListOf(_providerOption).Or(_providerOption))),
        ("type!", Text));

    private static readonly Shape _volumes = ListOf(Object("a volume of a service",
        ("bind", Object("\"bind\"",
            ("create_host_path", BooleanOrText),
            ("propagation", Text),
            ("recursive", OneOf("enabled", "disabled", "writable", "readonly")),
            ("selinux", OneOf("z", "Z")))),
        ("consistency", Text),
        ("image", Object("\"image\"", ("subpath", Text))),
        ("read_only", BooleanOrText),
        ("source", Text),
        ("target!", Text),
        ("tmpfs", Object("\"tmpfs\"", ("mode", NumberOrText), ("size", IntegerOrText with { Least = 0 }))),
        ("type!", OneOf("bind", "volume", "tmpfs", "cluster", "npipe", "image")),
        ("volume", Object("\"volume\"", ("labels", KeyValues), ("nocopy", BooleanOrText), ("subpath", Text)))).Or(Kinds.Text)) with
    { IsUnique = true };

    public static Shape Service { get; } = Object("a service",
        ("annotations", KeyValues),
        ("attach", BooleanOrText),
        ("blkio_config", _blkioConfig),
        ("build", _build),
        ("cap_add", TextSet),
        ("cap_drop", TextSet),
        ("cgroup", OneOf("host", "private")),
        ("cgroup_parent", Text),
        ("command", Command),
        ("configs", _fileMounts),
        ("container_name", Text with { Rule = (TextRules.IsContainerName, "letters, digits, \"_\", \".\" and \"-\", at least two, the first a letter or digit") }),
        ("cpu_count", IntegerOrText with { Least = 0 }),
        ("cpu_percent", IntegerOrText with { Least = 0, Most = 100 }),
        ("cpu_period", NumberOrText),
        ("cpu_quota", NumberOrText),
        ("cpu_rt_period", NumberOrText),
        ("cpu_rt_runtime", NumberOrText),
        ("cpu_shares", NumberOrText),
        ("cpus", NumberOrText),
        ("cpuset", Text),
        ("credential_spec", Object("\"credential_spec\"", ("config", Text), ("file", Text), ("registry", Text))),
        ("depends_on", _dependsOn),
        ("deploy", DeployShape.Deploy),
        ("develop", _develop),
        ("device_cgroup_rules", TextSet),
        ("devices", _devices),
        ("dns", TextOrSet),
        ("dns_opt", TextSet),
        ("dns_search", TextOrSet),
        ("domainname", Text),
        ("entrypoint", Command),
        ("env_file", _envFile),
        ("environment", KeyValues),
        ("expose", ListOf(IntegerOrText) with { IsUnique = true }),
        ("extends", (Object("\"extends\"", ("file", Text), ("service!", Text)) with { IsOpen = true }).Or(Kinds.Text)),
        ("external_links", TextSet),
        ("extra_hosts", _extraHosts),
        ("gpus", _gpus),
        ("group_add", ListOf(NumberOrText) with { IsUnique = true }),
        ("healthcheck", _healthCheck),
        ("hostname", Text),
        ("image", Text),
        ("init", BooleanOrText),
        ("ipc", Text),
        ("isolation", Text),
        ("label_file", TextList.Or(Kinds.Text)),
        ("labels", KeyValues),
        ("links", TextSet),
        ("logging", Object("\"logging\"", ("driver", Text), ("options", MapOf(NumberOrText.Or(Kinds.Null | Kinds.Timestamp))))),
        ("mac_address", Text),
        ("mem_limit", NumberOrText),
        ("mem_reservation", IntegerOrText),
        ("mem_swappiness", IntegerOrText),
        ("memswap_limit", NumberOrText),
        ("models", _models),
        ("network_mode", Text),
        ("networks", _networks),
        ("oom_kill_disable", BooleanOrText),
        ("oom_score_adj", IntegerOrText with { Least = -1000, Most = 1000 }),
        ("pid", TextOrNull),
        ("pids_limit", NumberOrText),
        ("platform", Text),
        ("ports", _ports),
        ("post_start", ListOf(_hook)),
        ("pre_start", ListOf(_preStartHook)),
        ("pre_stop", ListOf(_hook)),
        ("privileged", BooleanOrText),
        ("profiles", TextSet),
        ("provider", _provider),
        ("pull_policy", Text with { Rule = (TextRules.IsPullPolicy, "\"always\", \"never\", \"build\", \"if_not_present\", \"missing\", \"refresh\", \"daily\", \"weekly\" or \"every_12h\" with any duration") }),
        ("pull_refresh_after", Text),
        ("read_only", BooleanOrText),
        ("restart", Text),
        ("runtime", Text),
        ("scale", IntegerOrText),
        ("secrets", _fileMounts),
        ("security_opt", TextSet),
        ("shm_size", NumberOrText),
        ("stdin_open", BooleanOrText),
        ("stop_grace_period", Time),
        ("stop_signal", Text),
        ("storage_opt", new Shape(Kinds.Mapping) { IsOpen = true }),
        ("sysctls", KeyValues),
        ("tmpfs", TextOrSet),
        ("tty", BooleanOrText),
        ("ulimits", _ulimits),
        ("use_api_socket", Boolean),
        ("user", Text),
        ("userns_mode", Text),
        ("uts", Text),
        ("volumes", _volumes),
        ("volumes_from", TextSet),
        ("working_dir", Text));
}
