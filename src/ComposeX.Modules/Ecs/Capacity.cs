using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary>
/// Where a family's tasks find room: its own strategy, else the cluster's, else a launch type. A launch type is said only where no
/// strategy of the cluster is known to fit, for ECS takes either.
/// </summary>
internal static class Capacity
{
    private const string Spot = "FARGATE_SPOT";

    public static IEnumerable<Contribution> Of(Family family, IReadOnlyList<EcsSettings> settings, ClusterOffer cluster, bool isWindows, DiagnosticBag diagnostics)
    {
        if (CapacityStrategy.Merge(family, settings, diagnostics) is { Items.Count: > 0 } strategy && !IsOfElsewhere(strategy, family, diagnostics))
        {
            CapacityStrategy.Check(strategy, family, cluster, diagnostics);
            foreach (var spot in CapacityStrategy.Providers(strategy).Where(provider => isWindows && provider.Value == Spot))
            {
                diagnostics.Add(EcsDiagnostics.NoSpotForWindows(spot.Origin));
            }

            return [new SetOnService(family, "CapacityProviderStrategy", strategy, strategy.Origin)];
        }

        var origin = family.Services.Select(service => service.DeployLabel(DeployLabels.ComputePlatform)).FirstOrDefault(label => label is not null)?.ValueOrigin ?? family.Origin;
        return LaunchType(family, cluster, isWindows, diagnostics) is { } type
            ? [new SetOnService(family, "LaunchType", new CfnString(type, origin), origin)]
            : [];
    }

    // A service in several families may have a strategy for those on Fargate.
    private static bool IsOfElsewhere(CfnList strategy, Family family, DiagnosticBag diagnostics)
    {
        var platform = family.Platform();
        if (platform == ComputePlatform.Fargate || (platform == ComputePlatform.Ec2 && !CapacityStrategy.Providers(strategy).All(provider => CapacityStrategy.IsFargate(provider.Value))))
        {
            return false;
        }

        diagnostics.Add(EcsDiagnostics.StrategyOfElsewhere(family.Name, platform == ComputePlatform.Ec2 ? "EC2 instances" : "machines outside of AWS", strategy.Origin));
        return true;
    }

    private static string? LaunchType(Family family, ClusterOffer cluster, bool isWindows, DiagnosticBag diagnostics)
    {
        var providers = cluster.DefaultProviders;
        switch (family.Platform())
        {
            case ComputePlatform.External:
                return "EXTERNAL";
            case ComputePlatform.Ec2:
                return providers is { Count: > 0 } && !providers.Any(CapacityStrategy.IsFargate) ? null : "EC2";
            case var _ when providers is null || (isWindows && providers.Contains(Spot, StringComparer.Ordinal)):
                return "FARGATE";
            case var _ when providers.Any(CapacityStrategy.IsFargate):
                return null;
        }

        if (cluster.CapacityProviders is { } known && !known.Any(CapacityStrategy.IsFargate))
        {
            diagnostics.Add(EcsDiagnostics.ClusterWithoutFargate(family.Name, family.Origin));
        }

        return "FARGATE";
    }
}
