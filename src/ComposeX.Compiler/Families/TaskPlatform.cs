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
    private const string Windows = "WINDOWS_SERVER_2022_CORE";

    /// <summary>The properties of the task definition that say so.</summary>
    public static IEnumerable<(string, CfnValue?)> Of(FamilyRequest request, DiagnosticBag diagnostics)
    {
        var family = request.Family;
        var cfn = new Cfn(family.Origin);
        var platform = family.Platform();
        yield return ("NetworkMode", cfn.String(platform == ComputePlatform.External ? "bridge" : "awsvpc"));
        yield return ("RequiresCompatibilities", cfn.Strings([platform switch
        {
            ComputePlatform.Ec2 => "EC2",
            ComputePlatform.External => "EXTERNAL",
            _ => "FARGATE",
        }]));
        yield return ("RuntimePlatform", RuntimePlatform(family, platform, cfn, diagnostics));
        yield return ("PidMode", Namespace("pid", service => service.Pid, ["host", "task"], family, diagnostics));
        yield return ("IpcMode", Namespace("ipc", service => service.Ipc, ["host", "task", "none"], family, diagnostics));
    }

    /// <summary>Whether the task runs on Windows: by a service's <c>platform</c>, or by what a room asked for.</summary>
    public static bool IsWindows(FamilyRequest request)
    {
        var asked = request.Asked<SetOnTask>().Where(set => set.Property == "RuntimePlatform").Select(set => (set.Value as CfnMap)?["OperatingSystemFamily"]).OfType<CfnString>().LastOrDefault();
        return asked?.Value.StartsWith("WINDOWS", StringComparison.Ordinal) ?? request.Family.Services.Any(service => Read(service.Platform?.Value ?? "")?.System == Windows);
    }

    // On instances the machine is what the cluster has, unless a service asks for one.
    private static CfnMap? RuntimePlatform(Family family, ComputePlatform platform, Cfn cfn, DiagnosticBag diagnostics)
    {
        var asked = family.Services.Select(service => service.Platform).OfType<Located<string>>().ToList();
        foreach (var unknown in asked.Where(text => Read(text.Value) is null))
        {
            diagnostics.Add(FamilyDiagnostics.UnknownPlatform(unknown.Value, unknown.Origin));
        }

        var known = asked.Where(text => Read(text.Value) is not null).ToList();
        foreach (var other in known.Skip(1).Where(text => Read(text.Value) != Read(known[0].Value)))
        {
            diagnostics.Add(FamilyDiagnostics.TwoPlatforms(family.Name, other.Value, known[0].Value, other.Origin));
        }

        if (known.Count == 0 && platform != ComputePlatform.Fargate)
        {
            return null;
        }

        var (architecture, system) = known.Count == 0 ? ("X86_64", "LINUX") : Read(known[0].Value) ?? ("X86_64", "LINUX");
        var at = new Cfn(known.Count == 0 ? cfn.Origin : known[0].Origin);
        return cfn.Map(("CpuArchitecture", at.String(architecture)), ("OperatingSystemFamily", at.String(system)));
    }

    private static (string Architecture, string System)? Read(string platform) => platform.ToLowerInvariant() switch
    {
        "linux" or "linux/amd64" or "linux/x86_64" or "linux/amd64/v2" or "linux/amd64/v3" or "amd64" or "x86_64" => ("X86_64", "LINUX"),
        "linux/arm64" or "linux/arm64/v8" or "linux/aarch64" or "arm64" or "aarch64" => ("ARM64", "LINUX"),
        "windows" or "windows/amd64" => ("X86_64", Windows),
        _ => null,
    };

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
        ? "Put both services into one family with the deploy label ecs.task.family; sharing memory needs instances too, with ecs.compute.platform: EC2"
        : "Run the family on instances with the deploy label ecs.compute.platform: EC2";
}
