using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>
/// Families whose tasks only a rule starts. Their ECS service is put together like any other, for others copy what it says, and then
/// left out. What was asked of it and means nothing to a task alone is reported.
/// </summary>
internal static class WithoutService
{
    private static readonly string[] OfServices = ["LoadBalancers", "ServiceRegistries", "DeploymentConfiguration"];

    /// <summary>What is asked of families, without waiting for services that will not be there.</summary>
    public static IReadOnlyList<Contribution> Filter(IReadOnlyList<Contribution> contributions, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        ReportConnect(contributions, surroundings, diagnostics);
        var families = FamiliesOf(surroundings);
        if (families.Count == 0)
        {
            return contributions;
        }

        foreach (var family in families.Values)
        {
            var pointless = contributions.OfType<SetOnService>().Where(set => set.Family == family && IsPointless(set)).Select(set => (set.Property, set.Origin))
                .Concat(CapacityRange.ReplicasOf(family) is { Value: not 0 } replicas ? [("deploy.replicas", replicas.Origin)] : [])
                .Concat(family.Services.Select(service => service.Deploy?.UpdateConfig).OfType<ComposeUpdateConfig>().Select(config => ("deploy.update_config", config.Origin)));
            diagnostics.AddRange(pointless.Distinct().Select(set => FamilyDiagnostics.OfServices(set.Item1, family.Name, set.Item2)));
        }

        foreach (var wait in contributions.OfType<DependOn>().Where(wait => families.ContainsKey(wait.On.Service())))
        {
            diagnostics.Add(FamilyDiagnostics.WaitsForNothing(wait.Family.Name, wait.On.Name, wait.Origin));
        }

        return [.. contributions.Where(contribution => contribution is not DependOn wait || !families.ContainsKey(wait.On.Service()))];
    }

    /// <summary>The application without those services. Who waits for one waits for what it would have waited for.</summary>
    public static Synthesized Remove(Synthesized synthesis, Surroundings surroundings)
    {
        var families = FamiliesOf(surroundings);
        if (families.Count == 0)
        {
            return synthesis;
        }

        var dropped = synthesis.Resources.Where(resource => families.ContainsKey(resource.LogicalId)).ToLookup(resource => resource.LogicalId, StringComparer.Ordinal);
        return synthesis with
        {
            Resources = [.. synthesis.Resources.Where(resource => !dropped.Contains(resource.LogicalId)).Select(resource => resource with
            {
                DependsOn = [.. resource.DependsOn.SelectMany(id => dropped.Contains(id) ? dropped[id].First().DependsOn : [id]).Distinct(StringComparer.Ordinal)],
            })],
        };
    }

    private static IReadOnlyDictionary<string, Family> FamiliesOf(Surroundings surroundings) =>
        surroundings.Families.Where(family => !surroundings.HasService(family)).ToDictionary(family => family.Service(), StringComparer.Ordinal);

    // What no room was asked for stands at the family itself.
    private static bool IsPointless(SetOnService set) => Array.IndexOf(OfServices, set.Property) >= 0 && set.Origin != set.Family.Origin;

    // Service Connect's proxy is only in tasks that a service starts.
    private static void ReportConnect(IReadOnlyList<Contribution> contributions, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        foreach (var (_, start) in surroundings.Offers<TaskStartOffer>())
        {
            foreach (var family in surroundings.Resolve(start.Target.Value))
            {
                var others = contributions.OfType<OpenIngress>().Select(edge => (edge.Source as FamilySource)?.From == family ? edge.Family.Name : family.Name)
                    .Where(name => name != family.Name).Distinct(StringComparer.Ordinal).ToList();
                if (others.Count > 0 && contributions.OfType<SetOnService>().Any(set => set.Family == family && set.Property == "ServiceConnectConfiguration"))
                {
                    diagnostics.Add(FamilyDiagnostics.NotConnected(family.Name, others, start.Target.Origin));
                }
            }
        }
    }
}
