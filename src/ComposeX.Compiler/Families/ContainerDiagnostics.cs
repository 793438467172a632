using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>Findings about what a container asks of the machine it runs on.</summary>
public static class ContainerDiagnostics
{
    public static Diagnostic UnknownCapability(string capability, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CX2219", location, $"\"{capability}\" is no capability of Linux.{Spelling.Hint(capability, known)}");

    public static Diagnostic CapabilityNotOnFargate(string capability, string service, Location location) =>
        Diagnostic.Warning("CX2220", location, $"Fargate adds no capability but SYS_PTRACE, so \"{service}\" runs without \"{capability}\". Remove it, or run the family on instances (x-ec2) with the deploy label ecs.compute.platform: EC2.");

    public static Diagnostic AddedAndDropped(string capability, string service, Location location) =>
        Diagnostic.Error("CX2221", location, $"\"{service}\" both adds and drops the capability \"{capability}\". Remove it from \"cap_add\" or \"cap_drop\".");

    public static Diagnostic UnknownLimit(string limit, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CX2222", location, $"ECS knows no limit \"{limit}\".{Spelling.Hint(limit, known)} It knows {string.Join(", ", known)}.");

    public static Diagnostic SoftOverHard(string limit, string service, Location location) =>
        Diagnostic.Error("CX2223", location, $"The soft limit \"{limit}\" of \"{service}\" is above its hard limit. Lower \"soft\" or raise \"hard\".");

    public static Diagnostic NoSystemControl(string parameter, string service, Location location) =>
        Diagnostic.Warning("CX2224", location, $"ECS cannot set \"{parameter}\" for a container, so \"{service}\" runs without it. It takes net.*, fs.mqueue.* and the kernel.* parameters of System V IPC; set others in the instances' own image.");

    public static Diagnostic GpuCount(string service, Location location) =>
        Diagnostic.Warning("CX2242", location, $"ECS needs to know how many GPUs \"{service}\" takes, so it gets 1. Write \"count\" with a number.");
}
