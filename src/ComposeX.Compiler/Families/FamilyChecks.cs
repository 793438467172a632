using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>What Compose takes, ECS refuses, and AWS's published schema does not say.</summary>
internal static class FamilyChecks
{
    private static readonly Regex _name = new("^[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant);

    public static void Check(Family family, DiagnosticBag diagnostics)
    {
        if (!_name.IsMatch(family.Name))
        {
            diagnostics.Add(FamilyDiagnostics.BadName(family.Name, family.Origin));
        }

        if (!family.Services.Any(service => ContainerOrder.IsEssential(service, family)))
        {
            diagnostics.Add(FamilyDiagnostics.NothingEssential(family.Name, family.Origin));
        }

        foreach (var service in family.Services)
        {
            CheckNameAndPorts(service, diagnostics);
            CheckLabels(service, diagnostics);
            CheckModes(service, family, diagnostics);
            CheckHealthAndRestarts(service, diagnostics);
        }
    }

    private static void CheckNameAndPorts(ComposeService service, DiagnosticBag diagnostics)
    {
        if (!_name.IsMatch(service.Name))
        {
            diagnostics.Add(FamilyDiagnostics.BadName(service.Name, service.Origin));
        }

        foreach (var port in service.Ports.Where(port => !ContainerPort.IsPort(port.Target.Value)))
        {
            diagnostics.Add(FamilyDiagnostics.NoPort(port.Target.Value.ToString(CultureInfo.InvariantCulture), port.Target.Origin));
        }

        foreach (var port in service.Expose.Where(port => ContainerPort.Exposed(port) is null))
        {
            diagnostics.Add(FamilyDiagnostics.NoPort(port.Value, port.Origin));
        }
    }

    private static void CheckLabels(ComposeService service, DiagnosticBag diagnostics)
    {
        if (service.DeployLabel(DeployLabels.ComputePlatform) is { } platform && ComputePlatformExtensions.Read(platform) is null)
        {
            diagnostics.Add(FamilyDiagnostics.UnknownComputePlatform(platform.Value ?? "", platform.ValueOrigin));
        }

        if (service.DeployLabel(DeployLabels.Essential) is { } essential && ContainerOrder.IsEssential(essential) is null)
        {
            diagnostics.Add(FamilyDiagnostics.NoTruth(DeployLabels.Essential, essential.Value ?? "", essential.ValueOrigin));
        }
    }

    private static void CheckModes(ComposeService service, Family family, DiagnosticBag diagnostics)
    {
        const string Service = "service:";
        if (service.Deploy?.Mode is { Value: not "replicated" } mode && (mode.Value != "global" || family.Platform() == ComputePlatform.Fargate))
        {
            diagnostics.Add(AttributeDiagnostics.UnknownMode(mode.Value, service.Name, mode.Origin));
        }

        if (HostNetwork.Of(family) is { } host)
        {
            if (service.NetworkMode is { Value: "host" })
            {
                diagnostics.Add(FamilyDiagnostics.SharesTheNetwork(family.Name, host.Origin));
            }
        }
        else if (service.NetworkMode is { Value: not ("" or "bridge" or "default" or "awsvpc") } network && !family.Services.Any(other => network.Value == Service + other.Name))
        {
            diagnostics.Add(AttributeDiagnostics.NoSuchMode("network_mode", network.Value, service.Name, network.Value.StartsWith(Service, StringComparison.Ordinal)
                ? "Put both services into one family with the deploy label ecs.task.family: the containers of a task share its network"
                : network.Value == "host" ? "Every task has a network interface of its own; name its ports under \"ports\". Only on instances, declared under x-ec2, can it have theirs"
                : "Every task has a network interface of its own; name its ports under \"ports\"", network.Origin));
        }
    }

    private static void CheckHealthAndRestarts(ComposeService service, DiagnosticBag diagnostics)
    {
        if (service.HealthCheck is { Disable: false, Test: null } check)
        {
            diagnostics.Add(AttributeDiagnostics.HealthCheckOfTheImage(service.Name, check.Origin));
        }

        // Dependencies that other attributes imply ask for it too, and nobody wrote that.
        var implied = service.Links.Select(link => link.Origin).Concat(new[] { service.NetworkMode, service.Ipc, service.Pid }.OfType<Located<string>>().Select(mode => mode.Origin)).ToList();
        foreach (var dependency in service.DependsOn.Where(dependency => dependency.Restart && !implied.Contains(dependency.Origin)))
        {
            diagnostics.Add(AttributeDiagnostics.Impossible("depends_on.restart", service.Name, "A deployment starts new tasks of what has changed only", dependency.Origin));
        }
    }
}
