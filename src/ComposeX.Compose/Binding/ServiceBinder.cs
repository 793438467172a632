using System.Globalization;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Binding;

/// <summary>Binds a service of the canonical model.</summary>
internal static class ServiceBinder
{
    public static ComposeService Bind(YamlEntry entry, YamlMapping node) => new(entry.Name, node, entry.Key.Location)
    {
        Image = node.Text("image"),
        Build = node.Block("build", Build),
        ContainerName = node.Text("container_name"),
        Command = node.List("command"),
        Entrypoint = node.List("entrypoint"),
        Environment = node.Variables("environment"),
        Ports = [.. node.Mappings("ports").Select(Port)],
        Expose = node.Texts("expose"),
        HealthCheck = node.Block("healthcheck", HealthCheck),
        Deploy = node.Block("deploy", DeployBinder.Bind),
        DependsOn = [.. node.Entries("depends_on").Select(Dependency)],
        Labels = node.Variables("labels"),
        Cpus = node.Decimal("cpus"),
        MemoryLimit = node.Long("mem_limit"),
        MemoryReservation = node.Long("mem_reservation"),
        User = node.Text("user"),
        WorkingDirectory = node.Text("working_dir"),
        ReadOnly = node.Boolean("read_only"),
        Init = node.Boolean("init"),
        Tty = node.Boolean("tty"),
        StdinOpen = node.Boolean("stdin_open"),
        StopGracePeriod = node.Time("stop_grace_period"),
        Platform = node.Text("platform"),
        Hostname = node.Text("hostname"),
        DomainName = node.Text("domainname"),
        NetworkMode = node.Text("network_mode"),
        Restart = node.Text("restart"),
        StopSignal = node.Text("stop_signal"),
        PullPolicy = node.Text("pull_policy"),
        Ipc = node.Text("ipc"),
        Pid = node.Text("pid"),
        Runtime = node.Text("runtime"),
        Privileged = node.Boolean("privileged"),
        Scale = node.Integer("scale"),
        SharedMemorySize = node.Long("shm_size"),
        MemorySwapLimit = node.Long("memswap_limit"),
        MemorySwappiness = node.Long("mem_swappiness"),
        CpuShares = node.Long("cpu_shares"),
        PidsLimit = node.Long("pids_limit"),
        Logging = node.Block("logging", (logging, at) => new ComposeLogging(logging.Text("driver"), logging.Variables("options"), logging, at)),
        Networks = [.. node.Entries("networks").Select(Network)],
        Volumes = [.. node.Mappings("volumes").Select(Mount)],
        Secrets = [.. node.Mappings("secrets").Where(mount => mount["source"] is YamlScalar).Select(FileMount)],
        Configs = [.. node.Mappings("configs").Where(mount => mount["source"] is YamlScalar).Select(FileMount)],
        Ulimits = [.. node.Entries("ulimits").Select(Ulimit)],
        Sysctls = node.Variables("sysctls"),
        Devices = [.. node.Mappings("devices").Where(device => device["source"] is YamlScalar).Select(Device)],
        ExtraHosts = node.Texts("extra_hosts"),
        CapAdd = node.Texts("cap_add"),
        CapDrop = node.Texts("cap_drop"),
        Dns = node.Texts("dns"),
        DnsSearch = node.Texts("dns_search"),
        DnsOptions = node.Texts("dns_opt"),
        Links = node.Texts("links"),
        Profiles = node.Texts("profiles"),
        SecurityOptions = node.Texts("security_opt"),
        Tmpfs = node.Texts("tmpfs"),
        Extensions = node.Extensions(),
    };

    private static ComposeBuild Build(YamlMapping build, Location at) => new(build.Text("context") ?? new Located<string>("", at), build, at)
    {
        Dockerfile = build.Text("dockerfile"),
        DockerfileInline = build.Text("dockerfile_inline"),
        Target = build.Text("target"),
        Args = build.Variables("args"),
        Labels = build.Variables("labels"),
        Platforms = build.Texts("platforms"),
        Tags = build.Texts("tags"),
        AdditionalContexts = build.Variables("additional_contexts"),
    };

    private static ComposePort Port(YamlMapping port) => new(
        port.Integer("target") ?? new Located<int>(0, port.Location),
        port.Text("published"),
        port.Text("protocol")?.Value ?? "tcp",
        port.Location)
    {
        Name = port.Text("name")?.Value,
        HostIp = port.Text("host_ip")?.Value,
        Mode = port.Text("mode")?.Value,
        AppProtocol = port.Text("app_protocol")?.Value,
    };

    private static ComposeHealthCheck HealthCheck(YamlMapping check, Location at) => new(check.List("test")?.Value, at)
    {
        Interval = check.Time("interval"),
        Timeout = check.Time("timeout"),
        StartPeriod = check.Time("start_period"),
        StartInterval = check.Time("start_interval"),
        Retries = check.Integer("retries"),
        Disable = check.IsTrue("disable"),
    };

    private static ComposeDependency Dependency(YamlEntry entry)
    {
        var node = entry.Value.AsMapping();
        return new ComposeDependency(
            entry.Name,
            node?.Text("condition")?.Value ?? "service_started",
            node?.Boolean("required")?.Value ?? true,
            node.IsTrue("restart"),
            entry.Key.Location);
    }

    private static ComposeServiceNetwork Network(YamlEntry entry) =>
        new(entry.Name, entry.Value.AsMapping(), entry.Key.Location) { Aliases = entry.Value.AsMapping()?.Texts("aliases") ?? [] };

    private static ComposeMount Mount(YamlMapping mount) => new(
        mount.Text("type")?.Value ?? "volume",
        mount.Text("source"),
        mount.Text("target") ?? new Located<string>("", mount.Location),
        mount.IsTrue("read_only"),
        mount,
        mount.Location)
    {
        TmpfsSize = mount["tmpfs"].AsMapping()?.Long("size"),
        SubPath = mount["volume"].AsMapping()?.Text("subpath") ?? mount["image"].AsMapping()?.Text("subpath"),
    };

    private static ComposeFileMount FileMount(YamlMapping mount) => new(
        mount.Text("source") ?? new Located<string>("", mount.Location),
        mount.Text("target"),
        mount,
        mount.Location)
    {
        Uid = mount.Text("uid"),
        Gid = mount.Text("gid"),
        Mode = mount.Text("mode"),
    };

    private static ComposeUlimit Ulimit(YamlEntry entry) => entry.Value is YamlMapping both
        ? new ComposeUlimit(entry.Name, both.Long("soft")?.Value ?? 0, both.Long("hard")?.Value ?? 0, entry.Key.Location)
        : new ComposeUlimit(entry.Name, Number(entry.Value), Number(entry.Value), entry.Key.Location);

    private static long Number(YamlNode node) =>
        node is YamlScalar scalar && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static ComposeDevice Device(YamlMapping device) => new(
        device.Text("source") ?? new Located<string>("", device.Location),
        device.Text("target"),
        device.Text("permissions")?.Value,
        device.Location);
}
