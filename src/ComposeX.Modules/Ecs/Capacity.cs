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
    private const string Property = "CapacityProviderStrategy";

    private const string Spot = "FARGATE_SPOT";

    public static IEnumerable<Contribution> Of(Family family, IReadOnlyList<EcsSettings> settings, CapacityGroups groups, ClusterOffer cluster, bool isWindows, DiagnosticBag diagnostics)
    {
        if (CapacityStrategy.Merge(family, settings, diagnostics) is { Items.Count: > 0 } strategy && !IsOfElsewhere(strategy, family, diagnostics))
        {
            CapacityStrategy.Check(strategy, family, cluster, groups, diagnostics);
            foreach (var spot in CapacityStrategy.Providers(strategy).Where(provider => isWindows && provider.Value == Spot))
            {
                diagnostics.Add(EcsDiagnostics.NoSpotForWindows(spot.Origin));
            }

            return [new SetOnService(family, Property, groups.Resolve(strategy), strategy.Origin)];
        }

        var origin = family.Services.Select(service => service.DeployLabel(DeployLabels.ComputePlatform)).FirstOrDefault(label => label is not null)?.ValueOrigin ?? family.Origin;
        if (OwnGroup(family, groups, cluster, origin, diagnostics) is { } provider)
        {
            var cfn = new Cfn(origin);
            return [new SetOnService(family, Property, cfn.List(cfn.Map(("CapacityProvider", provider with { Origin = origin }), ("Weight", cfn.Number(1)))), origin)];
        }

        return LaunchType(family, cluster, isWindows, diagnostics) is { } type
            ? [new SetOnService(family, "LaunchType", new CfnString(type, origin), origin)]
            : [];
    }

    // Where one group can be meant, it is: a strategy makes it grow, which a launch type would not. Daemons make nothing grow.
    private static CfnValue? OwnGroup(Family family, CapacityGroups groups, ClusterOffer cluster, Location origin, DiagnosticBag diagnostics)
    {
        var platform = family.Platform();
        if (platform is not (ComputePlatform.Ec2 or ComputePlatform.ManagedInstances) || Daemon.Of(family) is not null
            || (platform == ComputePlatform.Ec2 && cluster.DefaultProviders is { Count: > 0 } defaults && !defaults.Any(CapacityStrategy.IsFargate)))
        {
            return null;
        }

        var open = groups.Open(platform);
        if (open.Count > 1)
        {
            var names = open.Select(group => group.Name).ToList();
            diagnostics.Add(platform == ComputePlatform.ManagedInstances
                ? EcsDiagnostics.WhichManagedInstances(family.Name, names, origin)
                : EcsDiagnostics.WhichGroup(family.Name, names, origin));
        }
        else if (open.Count == 0 && platform == ComputePlatform.ManagedInstances)
        {
            diagnostics.Add(EcsDiagnostics.NoManagedInstances(family.Name, origin));
        }

        return open.Count == 1 ? open[0].Offer.Provider : null;
    }

    // A service in several families may have a strategy for those on Fargate.
    private static bool IsOfElsewhere(CfnList strategy, Family family, DiagnosticBag diagnostics)
    {
        var platform = family.Platform();
        if (platform == ComputePlatform.Fargate || (platform != ComputePlatform.External && !CapacityStrategy.Providers(strategy).All(provider => CapacityStrategy.IsFargate(provider.Value))))
        {
            return false;
        }

        diagnostics.Add(EcsDiagnostics.StrategyOfElsewhere(family.Name, platform == ComputePlatform.External ? "machines outside of AWS" : "EC2 instances", strategy.Origin));
        return true;
    }

    private static string? LaunchType(Family family, ClusterOffer cluster, bool isWindows, DiagnosticBag diagnostics)
    {
        var providers = cluster.DefaultProviders;
        switch (family.Platform())
        {
            case ComputePlatform.External:
                return "EXTERNAL";
            // By a provider or not at all, and that has been said.
            case ComputePlatform.ManagedInstances:
                return null;
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
