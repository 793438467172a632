using System;
using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Compose.Projects;

/// <summary>One service. A null member means that the user did not say.</summary>
/// <param name="Name">The key under <c>services</c>.</param>
/// <param name="Node">The service in canonical form; what is not bound to a member can be read there.</param>
/// <param name="Origin">The service's key.</param>
public sealed record ComposeService(string Name, YamlMapping Node, Location Origin)
{
    public Located<string>? Image { get; init; }

    public ComposeBuild? Build { get; init; }

    public Located<string>? ContainerName { get; init; }

    /// <summary>The command as arguments; null when not given, empty when cleared.</summary>
    public Located<IReadOnlyList<Located<string>>>? Command { get; init; }

    public Located<IReadOnlyList<Located<string>>>? Entrypoint { get; init; }

    /// <summary>Variables, env files merged in, in ordinal order of their names. A null value is taken from where Compose runs: unset.</summary>
    public IReadOnlyList<ComposeVariable> Environment { get; init; } = [];

    public IReadOnlyList<ComposePort> Ports { get; init; } = [];

    /// <summary>Exposed ports as <c>port</c> or <c>port/protocol</c>.</summary>
    public IReadOnlyList<Located<string>> Expose { get; init; } = [];

    public ComposeHealthCheck? HealthCheck { get; init; }

    public ComposeDeploy? Deploy { get; init; }

    public IReadOnlyList<ComposeDependency> DependsOn { get; init; } = [];

    /// <summary>Labels in ordinal order of their names.</summary>
    public IReadOnlyList<ComposeVariable> Labels { get; init; } = [];

    /// <summary>CPUs from the service's own <c>cpus</c>.</summary>
    public Located<decimal>? Cpus { get; init; }

    /// <summary><c>mem_limit</c> in bytes.</summary>
    public Located<long>? MemoryLimit { get; init; }

    /// <summary><c>mem_reservation</c> in bytes.</summary>
    public Located<long>? MemoryReservation { get; init; }

    public Located<string>? User { get; init; }

    public Located<string>? WorkingDirectory { get; init; }

    public Located<bool>? ReadOnly { get; init; }

    public Located<bool>? Init { get; init; }

    public Located<bool>? Tty { get; init; }

    public Located<bool>? StdinOpen { get; init; }

    public Located<TimeSpan>? StopGracePeriod { get; init; }

    public Located<string>? Platform { get; init; }

    public Located<string>? Hostname { get; init; }

    public Located<string>? DomainName { get; init; }

    public Located<string>? NetworkMode { get; init; }

    public Located<string>? Restart { get; init; }

    public Located<string>? StopSignal { get; init; }

    public Located<string>? PullPolicy { get; init; }

    public Located<string>? Ipc { get; init; }

    public Located<string>? Pid { get; init; }

    public Located<string>? Runtime { get; init; }

    public Located<bool>? Privileged { get; init; }

    /// <summary>How many containers, from the service's own <c>scale</c>.</summary>
    public Located<int>? Scale { get; init; }

    /// <summary><c>shm_size</c> in bytes.</summary>
    public Located<long>? SharedMemorySize { get; init; }

    /// <summary><c>memswap_limit</c> in bytes; -1 is without limit.</summary>
    public Located<long>? MemorySwapLimit { get; init; }

    /// <summary><c>mem_swappiness</c>, a percentage.</summary>
    public Located<long>? MemorySwappiness { get; init; }

    public Located<long>? CpuShares { get; init; }

    public Located<long>? PidsLimit { get; init; }

    public ComposeLogging? Logging { get; init; }

    /// <summary>The networks that the service is on.</summary>
    public IReadOnlyList<ComposeServiceNetwork> Networks { get; init; } = [];

    public IReadOnlyList<ComposeMount> Volumes { get; init; } = [];

    public IReadOnlyList<ComposeFileMount> Secrets { get; init; } = [];

    public IReadOnlyList<ComposeFileMount> Configs { get; init; } = [];

    public IReadOnlyList<ComposeUlimit> Ulimits { get; init; } = [];

    /// <summary>Kernel parameters in ordinal order of their names.</summary>
    public IReadOnlyList<ComposeVariable> Sysctls { get; init; } = [];

    public IReadOnlyList<ComposeDevice> Devices { get; init; } = [];

    /// <summary>Hosts as <c>name=address</c>.</summary>
    public IReadOnlyList<Located<string>> ExtraHosts { get; init; } = [];

    public IReadOnlyList<Located<string>> CapAdd { get; init; } = [];

    public IReadOnlyList<Located<string>> CapDrop { get; init; } = [];

    public IReadOnlyList<Located<string>> Dns { get; init; } = [];

    public IReadOnlyList<Located<string>> DnsSearch { get; init; } = [];

    public IReadOnlyList<Located<string>> DnsOptions { get; init; } = [];

    public IReadOnlyList<Located<string>> Links { get; init; } = [];

    public IReadOnlyList<Located<string>> Profiles { get; init; } = [];

    public IReadOnlyList<Located<string>> SecurityOptions { get; init; } = [];

    /// <summary>Temporary file systems as <c>path:options</c>.</summary>
    public IReadOnlyList<Located<string>> Tmpfs { get; init; } = [];

    /// <summary><c>x-*</c> keys of the service, in the order written.</summary>
    public IReadOnlyList<YamlEntry> Extensions { get; init; } = [];
}

/// <summary>How the image is built.</summary>
/// <param name="Context">The build context: an absolute path, or a URL.</param>
public sealed record ComposeBuild(Located<string> Context, YamlMapping Node, Location Origin)
{
    public Located<string>? Dockerfile { get; init; }

    public Located<string>? Target { get; init; }

    public Located<string>? DockerfileInline { get; init; }

    public IReadOnlyList<ComposeVariable> Args { get; init; } = [];

    public IReadOnlyList<ComposeVariable> Labels { get; init; } = [];

    public IReadOnlyList<Located<string>> Platforms { get; init; } = [];

    public IReadOnlyList<Located<string>> Tags { get; init; } = [];

    public IReadOnlyList<ComposeVariable> AdditionalContexts { get; init; } = [];
}

/// <summary>A variable or label.</summary>
public sealed record ComposeVariable(string Name, string? Value, Location NameOrigin, Location ValueOrigin);

/// <summary>One port mapping, one container port each.</summary>
/// <param name="Target">The port inside the container.</param>
/// <param name="Published">The port or range outside, as text, or null.</param>
/// <param name="Protocol"><c>tcp</c> or <c>udp</c>.</param>
public sealed record ComposePort(Located<int> Target, Located<string>? Published, string Protocol, Location Origin)
{
    public string? Name { get; init; }

    public string? HostIp { get; init; }

    public string? Mode { get; init; }

    public string? AppProtocol { get; init; }
}

/// <summary>A health check.</summary>
/// <param name="Test">The command with its kind first (<c>CMD</c>, <c>CMD-SHELL</c>, <c>NONE</c>), or null when only the times are given.</param>
public sealed record ComposeHealthCheck(IReadOnlyList<Located<string>>? Test, Location Origin)
{
    public Located<TimeSpan>? Interval { get; init; }

    public Located<TimeSpan>? Timeout { get; init; }

    public Located<TimeSpan>? StartPeriod { get; init; }

    public Located<TimeSpan>? StartInterval { get; init; }

    public Located<int>? Retries { get; init; }

    public bool Disable { get; init; }
}

/// <summary>The <c>deploy</c> block.</summary>
public sealed record ComposeDeploy(YamlMapping Node, Location Origin)
{
    public Located<string>? Mode { get; init; }

    public Located<int>? Replicas { get; init; }

    public IReadOnlyList<ComposeVariable> Labels { get; init; } = [];

    public ComposeResources? Limits { get; init; }

    public ComposeResources? Reservations { get; init; }

    public ComposeUpdateConfig? UpdateConfig { get; init; }

    public ComposeUpdateConfig? RollbackConfig { get; init; }

    public ComposeRestartPolicy? RestartPolicy { get; init; }

    public Located<string>? EndpointMode { get; init; }

    public IReadOnlyList<Located<string>> PlacementConstraints { get; init; } = [];
}

/// <summary>CPUs (1 is one core) and memory in bytes.</summary>
public sealed record ComposeResources(Located<decimal>? Cpus, Located<long>? Memory, Location Origin)
{
    public Located<int>? Pids { get; init; }

    /// <summary>GPUs and other devices that are reserved, as written.</summary>
    public IReadOnlyList<YamlMapping> Devices { get; init; } = [];
}

/// <summary>How an update is rolled out.</summary>
public sealed record ComposeUpdateConfig(YamlMapping Node, Location Origin)
{
    public Located<string>? FailureAction { get; init; }

    public Located<string>? Order { get; init; }

    public Located<int>? Parallelism { get; init; }

    public Located<TimeSpan>? Delay { get; init; }

    public Located<TimeSpan>? Monitor { get; init; }

    public Located<decimal>? MaxFailureRatio { get; init; }
}

/// <summary>When a container is started again.</summary>
public sealed record ComposeRestartPolicy(YamlMapping Node, Location Origin)
{
    public Located<string>? Condition { get; init; }

    public Located<TimeSpan>? Delay { get; init; }

    public Located<TimeSpan>? Window { get; init; }

    public Located<int>? MaxAttempts { get; init; }
}

/// <summary>What a service waits for.</summary>
/// <param name="Condition"><c>service_started</c>, <c>service_healthy</c> or <c>service_completed_successfully</c>.</param>
public sealed record ComposeDependency(string Service, string Condition, bool Required, bool Restart, Location Origin);
