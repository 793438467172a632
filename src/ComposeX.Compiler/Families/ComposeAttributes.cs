using System;
using System.Collections.Generic;
using System.Linq;
using static ComposeX.Compiler.Families.AttributeFate;

namespace ComposeX.Compiler.Families;

/// <summary>Every attribute of a service in the Compose Specification, and what becomes of it. The README beside this is checked against it.</summary>
internal static class ComposeAttributes
{
    private const string Instances = "Run the family on instances, declared under x-ec2, with the deploy label ecs.compute.platform: EC2 or MANAGED_INSTANCES";
    private const string Discovery = "Let services find each other by service discovery, and order them with \"depends_on\"";
    private const string Sizing = "Write \"deploy.resources.limits.cpus\"";

    public static IReadOnlyList<ComposeAttribute> All { get; } =
    [
        new("annotations", AnotherWay, "Write \"labels\", which containers do have on ECS"),
        new("attach", Left, "of a terminal only"),
        new("blkio_config", Impossible, "Choose a task size or a volume with the throughput that is needed"),
        new("build", Carried, "the image that a deployment builds and pushes; a parameter `<Service>Image` holds its name"),
        new("cap_add", Carried, "`LinuxParameters.Capabilities.Add`; on Fargate only `SYS_PTRACE`"),
        new("cap_drop", Carried, "`LinuxParameters.Capabilities.Drop`"),
        new("cgroup", Impossible, "ECS chooses the control group itself"),
        new("cgroup_parent", Impossible, "ECS chooses the control group itself"),
        new("command", Carried, "`Command`"),
        new("configs", OfARoom, "Put the file into the image with \"build\" and \"dockerfile_inline\", or hand its text over in \"environment\""),
        new("container_name", Carried, "the label `container_name` of the container, whose name is the service's"),
        new("cpu_count", AnotherWay, Sizing),
        new("cpu_percent", AnotherWay, Sizing),
        new("cpu_period", AnotherWay, Sizing),
        new("cpu_quota", AnotherWay, Sizing),
        new("cpu_rt_period", Impossible, Sizing),
        new("cpu_rt_runtime", Impossible, Sizing),
        new("cpu_shares", InstancesOnly, Sizing),
        new("cpus", Carried, "`Cpu`"),
        new("cpuset", Impossible, Sizing),
        new("credential_spec", Impossible, "Set the container's CredentialSpecs, an ARN, outside of this file"),
        new("depends_on", Carried, "in one task `DependsOn`; across tasks the order of stacks and a rule of the security group"),
        new("deploy", Carried, "see its parts"),
        new("deploy.endpoint_mode", AnotherWay, Discovery),
        new("deploy.labels", Carried, "`ecs.*`: see below; others are tags of the service"),
        new("deploy.mode", Carried, "`global` on instances: `SchedulingStrategy: DAEMON`"),
        new("deploy.placement", Carried, "see its parts"),
        new("deploy.placement.constraints", OfARoom, "On instances `PlacementConstraints`; Fargate places tasks by itself"),
        new("deploy.placement.max_replicas_per_node", OfARoom, "On instances 1 keeps tasks apart; else ask for as much CPU or memory as makes so many fit"),
        new("deploy.placement.preferences", OfARoom, "On instances `PlacementStrategies`; Fargate spreads tasks over availability zones by itself"),
        new("deploy.replicas", Carried, "`DesiredCount`, the most that a service of the family asks for"),
        new("deploy.resources", Carried, "see its parts"),
        new("deploy.resources.limits", Carried, "see its parts"),
        new("deploy.resources.limits.cpus", Carried, "`Cpu`"),
        new("deploy.resources.limits.memory", Carried, "`Memory`"),
        new("deploy.resources.limits.pids", AnotherWay, "Write \"ulimits\" with \"nproc\""),
        new("deploy.resources.reservations", Carried, "see its parts"),
        new("deploy.resources.reservations.cpus", Carried, "`Cpu`, the larger of limit and reservation"),
        new("deploy.resources.reservations.devices", InstancesOnly, Instances),
        new("deploy.resources.reservations.generic_resources", Impossible, "Reserve GPUs with \"devices\""),
        new("deploy.resources.reservations.memory", Carried, "`MemoryReservation`"),
        new("deploy.restart_policy", Carried, "see its parts"),
        new("deploy.restart_policy.condition", Carried, "`RestartPolicy`, as for `restart`"),
        new("deploy.restart_policy.delay", Impossible, "ECS waits longer after each failed start by itself"),
        new("deploy.restart_policy.max_attempts", Impossible, "A deployment that keeps failing is rolled back by the circuit breaker"),
        new("deploy.restart_policy.window", Carried, "`RestartPolicy.RestartAttemptPeriod`, 60 to 1800 seconds"),
        .. UpdateConfig("deploy.rollback_config", "ECS goes back as it goes forward: see \"update_config\""),
        new("deploy.update_config", Carried, "see its parts"),
        new("deploy.update_config.delay", Impossible, "ECS goes on when new tasks are healthy"),
        new("deploy.update_config.failure_action", Carried, "circuit breaker: back to what ran before, unless `pause` or `continue`"),
        new("deploy.update_config.max_failure_ratio", Impossible, "The circuit breaker has a threshold of its own"),
        new("deploy.update_config.monitor", Impossible, "ECS watches health checks until a deployment is done"),
        new("deploy.update_config.order", Carried, "`stop-first`: `MaximumPercent: 100`, and room below; else new tasks start first"),
        new("deploy.update_config.parallelism", Carried, "with `stop-first`: `MinimumHealthyPercent`"),
        new("develop", Left, "of a developer's machine only"),
        new("device_cgroup_rules", Impossible, Instances + " and name the \"devices\""),
        new("devices", InstancesOnly, Instances),
        new("dns", AnotherWay, "Set the resolvers of the whole VPC with a DHCP options set; only tasks on EXTERNAL have their own"),
        new("dns_opt", Impossible, "Set the resolver's options in the image"),
        new("dns_search", AnotherWay, "Set the domain of the whole VPC with a DHCP options set; only tasks on EXTERNAL have their own"),
        new("domainname", Impossible, Discovery),
        new("entrypoint", Carried, "`EntryPoint`"),
        new("env_file", Carried, "merged into `Environment`"),
        new("environment", Carried, "`Environment`, sorted; `x-sqs::orders::Url` and `${AWS::Region}` are understood"),
        new("expose", Carried, "`PortMappings`"),
        new("extends", Carried, "merged when the file is loaded"),
        new("external_links", AnotherWay, Discovery),
        new("extra_hosts", AnotherWay, "Put the name into a private hosted zone of Route 53; only tasks on EXTERNAL have a hosts file"),
        new("gpus", InstancesOnly, Instances),
        new("group_add", Impossible, "Write the group in \"user\": \"1000:1000\""),
        new("healthcheck", Carried, "`HealthCheck`, with Compose's defaults for what is not said"),
        new("healthcheck.disable", Carried, "no `HealthCheck`"),
        new("healthcheck.interval", Carried, "`Interval`, 5 to 300 seconds"),
        new("healthcheck.retries", Carried, "`Retries`, 1 to 10"),
        new("healthcheck.start_interval", Impossible, "ECS checks every \"interval\" from the start"),
        new("healthcheck.start_period", Carried, "`StartPeriod`, up to 300 seconds"),
        new("healthcheck.test", Carried, "`Command`"),
        new("healthcheck.timeout", Carried, "`Timeout`, 2 to 60 seconds"),
        new("hostname", AnotherWay, "A task in a VPC is named by AWS. " + Discovery),
        new("image", Carried, "a parameter `<Service>Image` of the root; its default is the image"),
        new("init", Carried, "`LinuxParameters.InitProcessEnabled`"),
        new("ipc", Carried, "on instances `IpcMode`"),
        new("isolation", Impossible, "ECS runs Windows containers with process isolation"),
        new("label_file", Carried, "merged into `DockerLabels`"),
        new("labels", Carried, "`DockerLabels`"),
        new("links", Carried, "in one task an order, as `depends_on`; across tasks a rule of the security group; on EXTERNAL `Links` too"),
        new("logging", OfARoom, "Without it, containers write to CloudWatch Logs"),
        new("mac_address", Impossible, "AWS gives a task its network interface"),
        new("mem_limit", Carried, "`Memory`"),
        new("mem_reservation", Carried, "`MemoryReservation`"),
        new("mem_swappiness", InstancesOnly, "Fargate has no swap"),
        new("memswap_limit", InstancesOnly, "Fargate has no swap"),
        new("models", Impossible, "Call a model of Amazon Bedrock, or run one as a service"),
        new("network_mode", Carried, "tasks are in the VPC (`awsvpc`); on instances `host` too; on EXTERNAL `bridge`"),
        new("networks", OfARoom, "All tasks run in the application subnets of the VPC"),
        new("oom_kill_disable", Impossible, "Raise the memory limit"),
        new("oom_score_adj", Impossible, "Raise the memory limit"),
        new("pid", Carried, "`service:` of the same task: `PidMode: task`; `host` on instances"),
        new("pids_limit", AnotherWay, "Write \"ulimits\" with \"nproc\""),
        new("platform", Carried, "`RuntimePlatform`"),
        new("ports", Carried, "`PortMappings`, on the container's port; on EXTERNAL also the published one"),
        new("post_start", AnotherWay, "Do it in the image's entrypoint"),
        new("pre_start", AnotherWay, "Make it a service of the same family, and depend on it with \"condition: service_completed_successfully\""),
        new("pre_stop", AnotherWay, "Do it when the process gets its stop signal, within \"stop_grace_period\""),
        new("privileged", InstancesOnly, Instances),
        new("profiles", Carried, "decides whether the service is there"),
        new("provider", Impossible, "Declare what it provides under an x-key"),
        new("pull_policy", Left, "ECS pulls the image of every new task, by digest"),
        new("pull_refresh_after", Left, "ECS pulls the image of every new task, by digest"),
        new("read_only", Carried, "`ReadonlyRootFilesystem`"),
        new("restart", Carried, "`RestartPolicy` in a task of several containers; a task that ends is always replaced"),
        new("runtime", Impossible, "Ask for \"gpus\" when they are what the runtime is for"),
        new("scale", Carried, "`DesiredCount`"),
        new("secrets", OfARoom, "Declare the secret in AWS Secrets Manager"),
        new("security_opt", InstancesOnly, "Fargate isolates each task in a machine of its own"),
        new("shm_size", InstancesOnly, Instances),
        new("stdin_open", Carried, "`Interactive`"),
        new("stop_grace_period", Carried, "`StopTimeout`, 2 to 120 seconds"),
        new("stop_signal", AnotherWay, "Write STOPSIGNAL in the image's Dockerfile, which ECS honours"),
        new("storage_opt", Carried, "`size`: `EphemeralStorage`, 21 to 200 GiB"),
        new("sysctls", Carried, "`SystemControls`: `net.*`, `fs.mqueue.*` and those of System V IPC"),
        new("tmpfs", OfARoom, "Write to the container's own file system"),
        new("tty", Carried, "`PseudoTerminal`"),
        new("ulimits", Carried, "`Ulimits`"),
        new("use_api_socket", Impossible, "There is no container engine to talk to; call AWS's own interfaces"),
        new("user", Carried, "`User`"),
        new("userns_mode", Impossible, "Fargate isolates each task in a machine of its own"),
        new("uts", Impossible, "AWS gives a task its host name"),
        new("volumes", OfARoom, "Write to the container's own file system"),
        new("volumes_from", Carried, "`VolumesFrom`, of the same task"),
        new("working_dir", Carried, "`WorkingDirectory`"),
    ];

    private static readonly Dictionary<string, ComposeAttribute> _byPath = All.ToDictionary(attribute => attribute.Path, StringComparer.Ordinal);

    private static readonly HashSet<string> _divided = new(
        All.Where(attribute => attribute.Path.IndexOf('.') > 0).Select(attribute => attribute.Path.Substring(0, attribute.Path.LastIndexOf('.'))), StringComparer.Ordinal);

    public static ComposeAttribute? Find(string path) => _byPath.TryGetValue(path, out var attribute) ? attribute : null;

    /// <summary>Whether the parts of an attribute have fates of their own.</summary>
    public static bool IsDivided(string path) => _divided.Contains(path);

    private static IEnumerable<ComposeAttribute> UpdateConfig(string path, string wayOut) =>
        new[] { path, path + ".delay", path + ".failure_action", path + ".max_failure_ratio", path + ".monitor", path + ".order", path + ".parallelism" }
            .Select(part => new ComposeAttribute(part, Impossible, wayOut));
}
