using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary>The capacity provider strategy of a family: what its services ask for, each provider once.</summary>
internal static class CapacityStrategy
{
    private static readonly string[] FargateProviders = ["FARGATE", "FARGATE_SPOT"];

    public static bool IsFargate(string provider) => Array.IndexOf(FargateProviders, provider) >= 0;

    public static IEnumerable<CfnString> Providers(CfnList strategy) => strategy.Items.OfType<CfnMap>().Select(item => item["CapacityProvider"]).OfType<CfnString>();

    public static CfnList? Merge(Family family, IReadOnlyList<EcsSettings> settings, DiagnosticBag diagnostics)
    {
        var merged = new List<CfnValue>();
        var strategies = settings.Select(said => Verbatim.Read("CapacityProviderStrategy", said.CapacityProviderStrategy)).OfType<CfnList>().ToList();
        foreach (var item in strategies.SelectMany(strategy => strategy.Items))
        {
            var twin = merged.OfType<CfnMap>().FirstOrDefault(other => CfnValueComparer.Default.Equals(other["CapacityProvider"]!, (item as CfnMap)?["CapacityProvider"]!));
            if (twin is null)
            {
                merged.Add(item);
            }
            else if (!CfnValueComparer.Default.Equals(twin, item))
            {
                diagnostics.Add(EcsDiagnostics.Disagreement("CapacityProviderStrategy", (twin["CapacityProvider"] as CfnString)?.Value ?? "", family.Name, twin.Origin, item.Origin));
            }
        }

        return strategies.Count == 0 ? null : new CfnList(WithOneBase(merged, diagnostics), strategies[0].Origin);
    }

    public static void Check(CfnList strategy, Family family, ClusterOffer cluster, CapacityGroups groups, DiagnosticBag diagnostics)
    {
        foreach (var provider in Providers(strategy))
        {
            CheckProvider(provider, family, cluster, groups, diagnostics);
        }

        foreach (var item in strategy.Items.OfType<CfnMap>().Where(item => item["CapacityProvider"] is null))
        {
            diagnostics.Add(EcsDiagnostics.NoProvider(item.Origin));
        }

        if (strategy.Items.Count > 1 && strategy.Items.OfType<CfnMap>().All(item => item["Weight"] is null or CfnNumber { Text: "0" }))
        {
            diagnostics.Add(EcsDiagnostics.NoWeight(strategy.Origin));
        }
    }

    private static void CheckProvider(CfnString provider, Family family, ClusterOffer cluster, CapacityGroups groups, DiagnosticBag diagnostics)
    {
        var platform = family.Platform();
        if (groups.Find(provider.Value) is { } group)
        {
            CheckGroup(provider, group, family, groups, diagnostics);
        }
        else if (cluster.CapacityProviders?.Concat(groups.Names).Distinct(StringComparer.Ordinal).ToList() is { } known && !known.Contains(provider.Value, StringComparer.Ordinal))
        {
            diagnostics.Add(EcsDiagnostics.UnknownProvider(provider.Value, known, provider.Origin));
        }
        else if (provider.Value.StartsWith("FARGATE", StringComparison.OrdinalIgnoreCase) && !IsFargate(provider.Value))
        {
            diagnostics.Add(EcsDiagnostics.UnknownProvider(provider.Value, FargateProviders, provider.Origin));
        }
        else if (IsFargate(provider.Value) != (platform == ComputePlatform.Fargate))
        {
            diagnostics.Add(EcsDiagnostics.OtherPlatform(provider.Value, family.Name, platform == ComputePlatform.Fargate, provider.Origin));
        }
    }

    private static void CheckGroup(CfnString provider, CapacityOffer group, Family family, CapacityGroups groups, DiagnosticBag diagnostics)
    {
        var platform = family.Platform();
        if (group.Provider is null)
        {
            diagnostics.Add(EcsDiagnostics.GroupWithoutProvider(provider.Value, provider.Origin));
        }
        else if (!groups.IsOpen(group))
        {
            diagnostics.Add(EcsDiagnostics.GroupOfElsewhere(provider.Value, provider.Origin));
        }
        else if (platform is ComputePlatform.Ec2 or ComputePlatform.ManagedInstances && platform != group.Platform)
        {
            diagnostics.Add(EcsDiagnostics.OtherInstances(provider.Value, family.Name, group.Platform == ComputePlatform.ManagedInstances ? "MANAGED_INSTANCES" : "EC2", provider.Origin));
        }
        else if (platform == ComputePlatform.Fargate)
        {
            diagnostics.Add(EcsDiagnostics.OtherPlatform(provider.Value, family.Name, true, provider.Origin));
        }
    }

    // ECS takes one base in a strategy. The first stands, so that services which each have theirs can share a task.
    private static IReadOnlyList<CfnValue> WithOneBase(IReadOnlyList<CfnValue> items, DiagnosticBag diagnostics)
    {
        var first = items.OfType<CfnMap>().FirstOrDefault(HasBase);
        foreach (var other in items.OfType<CfnMap>().Where(item => HasBase(item) && !ReferenceEquals(item, first)))
        {
            diagnostics.Add(EcsDiagnostics.SecondBase((first?["CapacityProvider"] as CfnString)?.Value ?? "", other["Base"]!.Origin));
        }

        return [.. items.Select(item => item is CfnMap map && HasBase(map) && !ReferenceEquals(map, first) ? map with { Members = [.. map.Members.Where(member => member.Name != "Base")] } : item)];
    }

    private static bool HasBase(CfnMap item) => item["Base"] is not null and not CfnNumber { Text: "0" };
}
