using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>What machine a task needs: Fargate, an instance or one outside of AWS, its processor and its operating system.</summary>
internal static class TaskPlatform
{
    /// <summary>The properties of the task definition that say so.</summary>
    public static IEnumerable<(string, CfnValue?)> Of(FamilyRequest request, DiagnosticBag diagnostics)
    {
        var family = request.Family;
        var cfn = new Cfn(family.Origin);
        var platform = family.Platform();
        yield return ("NetworkMode", HostNetwork.Of(family) is { } host ? new CfnString(host.Value, host.Origin) : cfn.String(platform == ComputePlatform.External ? "bridge" : "awsvpc"));
        yield return ("RequiresCompatibilities", cfn.Strings([platform switch
        {
            ComputePlatform.Ec2 => "EC2",
            ComputePlatform.ManagedInstances => "MANAGED_INSTANCES",
            ComputePlatform.External => "EXTERNAL",
            _ => "FARGATE",
        }]));
        yield return ("RuntimePlatform", RuntimePlatform(platform, cfn));
        yield return ("PidMode", Namespace("pid", service => service.Pid, ["host", "task"], family, diagnostics));
        yield return ("IpcMode", Namespace("ipc", service => service.Ipc, ["host", "task", "none"], family, diagnostics));
    }

    /// <summary>Whether the task runs on Windows.</summary>
    public static bool IsWindows(FamilyRequest request) => request.Asked<SetOnTask>().Any(set =>
        set is { Property: "RuntimePlatform", Value: CfnMap platform } && platform["OperatingSystemFamily"] is CfnString system && system.Value.StartsWith("WINDOWS", StringComparison.Ordinal));

    // On instances of one's own the machine is what the cluster has, unless a service asks for one.
    private static CfnMap? RuntimePlatform(ComputePlatform platform, Cfn cfn) => platform is ComputePlatform.Fargate or ComputePlatform.ManagedInstances
        ? cfn.Map(("CpuArchitecture", cfn.String("X86_64")), ("OperatingSystemFamily", cfn.String("LINUX")))
        : null;

    // What containers of one task share, Compose says of each container.
    private static CfnString? Namespace(string attribute, Func<ComposeService, Located<string>?> read, string[] modes, Family family, DiagnosticBag diagnostics)
    {
        const string Service = "service:";
        var onInstances = family.Platform() != ComputePlatform.Fargate;
        CfnString? mode = null;
        foreach (var service in family.Services)
        {
            if (read(service) is not { Value.Length: > 0 } asked || asked.Value is "private" or "shareable")
            {
                continue;
            }

            var isSibling = asked.Value.StartsWith(Service, StringComparison.Ordinal) && family.Services.Any(other => asked.Value == Service + other.Name);
            var wanted = isSibling ? "task" : asked.Value;
            if (Array.IndexOf(modes, wanted) >= 0 && (onInstances || (attribute == "pid" && wanted == "task")))
            {
                mode ??= new CfnString(wanted, asked.Origin);
            }
            else
            {
                diagnostics.Add(AttributeDiagnostics.NoSuchMode(attribute, asked.Value, service.Name, WayOut(asked.Value, Service), asked.Origin));
            }
        }

        return mode;
    }

    private static string WayOut(string asked, string service) => asked.StartsWith(service, StringComparison.Ordinal)
        ? "Put both services into one family with the deploy label ecs.task.family; sharing memory needs instances too, declared under x-ec2, with ecs.compute.platform: EC2 or MANAGED_INSTANCES"
        : "Run the family on instances, declared under x-ec2, with the deploy label ecs.compute.platform: EC2 or MANAGED_INSTANCES";
}
