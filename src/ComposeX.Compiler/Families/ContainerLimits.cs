using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>Limits of a container's processes, and kernel parameters of its namespaces.</summary>
internal static class ContainerLimits
{
    // The kernel's own ceiling, which nobody can raise on Fargate.
    private const long MostFiles = 1_048_576;

    private static readonly string[] _limits =
    [
        "core", "cpu", "data", "fsize", "locks", "memlock", "msgqueue", "nice", "nofile", "nproc", "rss", "rtprio", "rttime", "sigpending", "stack",
    ];

    private static readonly string[] _ipc =
    [
        "kernel.msgmax", "kernel.msgmnb", "kernel.msgmni", "kernel.sem", "kernel.shmall", "kernel.shmmax", "kernel.shmmni", "kernel.shm_rmid_forced",
    ];

    public static CfnList? Ulimits(ComposeService service, ComputePlatform platform, DiagnosticBag diagnostics) => service.Ulimits.Count == 0
        ? null
        : new CfnList([.. service.Ulimits.Select(limit => Ulimit(limit, service, platform, diagnostics))], service.Ulimits[0].Origin);

    public static CfnList? SystemControls(ComposeService service, DiagnosticBag diagnostics)
    {
        foreach (var unknown in service.Sysctls.Where(parameter => !IsOfContainer(parameter.Name)))
        {
            diagnostics.Add(ContainerDiagnostics.NoSystemControl(unknown.Name, service.Name, unknown.NameOrigin));
        }

        var controls = service.Sysctls.Where(parameter => IsOfContainer(parameter.Name)).Select(SystemControl).ToList();
        return controls.Count == 0 ? null : new CfnList(controls, controls[0].Origin);
    }

    private static CfnMap Ulimit(ComposeUlimit limit, ComposeService service, ComputePlatform platform, DiagnosticBag diagnostics)
    {
        if (Array.IndexOf(_limits, limit.Name) < 0)
        {
            diagnostics.Add(ContainerDiagnostics.UnknownLimit(limit.Name, _limits, limit.Origin));
        }

        // -1 is without limit.
        if ((ulong)limit.Soft > (ulong)limit.Hard)
        {
            diagnostics.Add(ContainerDiagnostics.SoftOverHard(limit.Name, service.Name, limit.Origin));
        }

        var most = limit.Name == "nofile" && platform == ComputePlatform.Fargate ? MostFiles : long.MaxValue;
        if ((ulong)limit.Hard > (ulong)most && most != long.MaxValue)
        {
            diagnostics.Add(FamilyDiagnostics.Clamped("ulimits.nofile", service.Name, "1048576", "at most 1048576", limit.Origin));
        }

        var cfn = new Cfn(limit.Origin);
        return cfn.Map(
            ("Name", cfn.String(limit.Name)),
            ("SoftLimit", cfn.Number(AtMost(limit.Soft, most))),
            ("HardLimit", cfn.Number(AtMost(limit.Hard, most))));
    }

    private static long AtMost(long value, long most) => most != long.MaxValue && (ulong)value > (ulong)most ? most : value;

    private static bool IsOfContainer(string parameter) =>
        parameter.StartsWith("net.", StringComparison.Ordinal) || parameter.StartsWith("fs.mqueue.", StringComparison.Ordinal) || Array.IndexOf(_ipc, parameter) >= 0;

    private static CfnMap SystemControl(ComposeVariable parameter) => new Cfn(parameter.NameOrigin).Map(
        ("Namespace", new CfnString(parameter.Name, parameter.NameOrigin)),
        ("Value", new CfnString(parameter.Value ?? "", parameter.ValueOrigin)));
}
