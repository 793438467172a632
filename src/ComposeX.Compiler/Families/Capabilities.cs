using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>Linux capabilities that a container gets or loses. Fargate takes any away and gives only one.</summary>
internal static class Capabilities
{
    private const string OnFargate = "SYS_PTRACE";

    // The allowed values of KernelCapabilities in the ECS API.
    private static readonly string[] _known =
    [
        "ALL", "AUDIT_CONTROL", "AUDIT_WRITE", "BLOCK_SUSPEND", "CHOWN", "DAC_OVERRIDE", "DAC_READ_SEARCH", "FOWNER", "FSETID", "IPC_LOCK", "IPC_OWNER", "KILL",
        "LEASE", "LINUX_IMMUTABLE", "MAC_ADMIN", "MAC_OVERRIDE", "MKNOD", "NET_ADMIN", "NET_BIND_SERVICE", "NET_BROADCAST", "NET_RAW", "SETFCAP", "SETGID",
        "SETPCAP", "SETUID", "SYS_ADMIN", "SYS_BOOT", "SYS_CHROOT", "SYS_MODULE", "SYS_NICE", "SYS_PACCT", "SYS_PTRACE", "SYS_RAWIO", "SYS_RESOURCE", "SYS_TIME",
        "SYS_TTY_CONFIG", "SYSLOG", "WAKE_ALARM",
    ];

    public static CfnMap? Of(ComposeService service, ComputePlatform platform, DiagnosticBag diagnostics)
    {
        var drop = Read(service.CapDrop, diagnostics);
        var add = Read(service.CapAdd, diagnostics).Where(capability => IsPossible(capability, drop, service, platform, diagnostics)).ToList();
        var cfn = new Cfn(service.Origin);
        return add.Count + drop.Count == 0 ? null : cfn.Map(("Add", List(add)), ("Drop", List(drop)));
    }

    private static List<Located<string>> Read(IReadOnlyList<Located<string>> names, DiagnosticBag diagnostics)
    {
        var read = names.Select(name => new Located<string>(Short(name.Value), name.Origin)).ToList();
        foreach (var unknown in read.Where(name => Array.IndexOf(_known, name.Value) < 0))
        {
            diagnostics.Add(ContainerDiagnostics.UnknownCapability(unknown.Value, _known, unknown.Origin));
        }

        return [.. read.GroupBy(name => name.Value, StringComparer.Ordinal).Select(group => group.First())];
    }

    private static bool IsPossible(Located<string> capability, List<Located<string>> drop, ComposeService service, ComputePlatform platform, DiagnosticBag diagnostics)
    {
        if (drop.Any(dropped => string.Equals(dropped.Value, capability.Value, StringComparison.Ordinal)))
        {
            diagnostics.Add(ContainerDiagnostics.AddedAndDropped(capability.Value, service.Name, capability.Origin));
        }
        else if (platform == ComputePlatform.Fargate && capability.Value != OnFargate && Array.IndexOf(_known, capability.Value) >= 0)
        {
            diagnostics.Add(ContainerDiagnostics.CapabilityNotOnFargate(capability.Value, service.Name, capability.Origin));
            return false;
        }

        return true;
    }

    // Docker takes capabilities with and without the kernel's own prefix.
    private static string Short(string name)
    {
        const string Prefix = "CAP_";
        var upper = name.Trim().ToUpperInvariant();
        return upper.StartsWith(Prefix, StringComparison.Ordinal) ? upper.Substring(Prefix.Length) : upper;
    }

    private static CfnList? List(List<Located<string>> names) =>
        names.Count == 0 ? null : new CfnList([.. names.Select(name => new CfnString(name.Value, name.Origin))], names[0].Origin);
}
