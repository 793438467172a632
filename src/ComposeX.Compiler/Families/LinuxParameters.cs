using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>What only Linux has: capabilities, an init process, and on instances shared memory, swap and devices of the host.</summary>
internal static class LinuxParameters
{
    private static readonly (char Letter, string Permission)[] _permissions = [('r', "read"), ('w', "write"), ('m', "mknod")];

    public static CfnMap? Of(ComposeService service, ComputePlatform platform, DiagnosticBag diagnostics)
    {
        var onInstances = platform != ComputePlatform.Fargate;
        var parameters = new Cfn(service.Origin).Map(
            ("Capabilities", Capabilities.Of(service, platform, diagnostics)),
            ("InitProcessEnabled", service.Init is { Value: true } init ? new CfnBoolean(true, init.Origin) : null),
            ("SharedMemorySize", onInstances && service.SharedMemorySize is { } size ? new Cfn(size.Origin).Number(TaskSizing.MiB(size) ?? 0) : null),
            ("MaxSwap", onInstances ? MaxSwap(service) : null),
            ("Swappiness", onInstances && service.MemorySwappiness is { } swappiness ? new Cfn(swappiness.Origin).Number(swappiness.Value) : null),
            ("Devices", onInstances && service.Devices.Count > 0 ? new CfnList([.. service.Devices.Select(Device)], service.Devices[0].Origin) : null));
        return parameters.Members.Count == 0 ? null : parameters;
    }

    // Compose says memory and swap together; without a limit of memory, swap alone is not said.
    private static CfnNumber? MaxSwap(ComposeService service) =>
        service.MemorySwapLimit is { Value: > 0 } both && TaskSizing.MemoryMiB(service) is { } memory
            ? new Cfn(both.Origin).Number(Math.Max(0, (TaskSizing.MiB(both) ?? 0) - memory))
            : null;

    private static CfnMap Device(ComposeDevice device) => new Cfn(device.Origin).Map(
        ("HostPath", new CfnString(device.Source.Value, device.Source.Origin)),
        ("ContainerPath", device.Target is { } target ? new CfnString(target.Value, target.Origin) : null),
        ("Permissions", new Cfn(device.Origin).Strings(_permissions
            .Where(pair => (device.Permissions ?? "rwm").Contains(pair.Letter))
            .Select(pair => pair.Permission))));
}
