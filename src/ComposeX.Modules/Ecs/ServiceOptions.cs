using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary>Properties of the ECS service that stand for themselves.</summary>
internal static class ServiceOptions
{
    public static IEnumerable<Contribution> Of(Family family, IReadOnlyList<EcsSettings> settings, DiagnosticBag diagnostics)
    {
        if (Agreement.Of(family, "PlatformVersion", settings.Select(said => said.PlatformVersion), diagnostics) is { } version)
        {
            if (family.Platform() != ComputePlatform.Fargate)
            {
                diagnostics.Add(EcsDiagnostics.OnlyOnFargate("PlatformVersion", family.Name, version.Origin));
            }

            yield return Set("PlatformVersion", new CfnString(version.Value, version.Origin));
        }

        if (Agreement.Of(family, "EnableECSManagedTags", settings.Select(said => said.EnableManagedTags), diagnostics) is { } tags)
        {
            yield return Set("EnableECSManagedTags", new CfnBoolean(tags.Value, tags.Origin));
        }

        if (Agreement.Of(family, "HealthCheckGracePeriod", settings.Select(said => said.HealthCheckGracePeriod), diagnostics) is { } grace)
        {
            yield return Set("HealthCheckGracePeriodSeconds", new Cfn(grace.Origin).Number(grace.Value));
        }

        if (Daemon.Of(family) is { } mode)
        {
            if (family.Platform() == ComputePlatform.ManagedInstances)
            {
                diagnostics.Add(EcsDiagnostics.NoDaemonOfManaged(family.Name, mode));
            }

            yield return Set("SchedulingStrategy", new CfnString("DAEMON", mode));
        }

        SetOnService Set(string property, CfnValue value) => new(family, property, value, value.Origin);
    }
}
