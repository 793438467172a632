using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>A way from one task to another.</summary>
/// <param name="Targets">The services that are reached there.</param>
/// <param name="IsOrdered">Whether the reached one starts first, because the other waits for it.</param>
internal sealed record Reach(Family From, Family To, IReadOnlyList<ComposeService> Targets, bool IsOrdered, Location Origin)
{
    /// <summary>Every way in the application: by <c>depends_on</c> and <c>links</c>, and by <c>x-network.Ingress.Services</c>.</summary>
    public static IReadOnlyList<Reach> All(Surroundings surroundings) =>
        [.. surroundings.Families.SelectMany(family => ByDependency(family, surroundings).Concat(ByIngress(family, surroundings)))];

    // Compose has made links dependencies already.
    private static IEnumerable<Reach> ByDependency(Family family, Surroundings surroundings) =>
        from service in family.Services
        from dependency in service.DependsOn
        where !family.Services.Any(sibling => IsNamed(sibling, dependency.Service))
        from other in surroundings.FamiliesOf(dependency.Service)
        select new Reach(family, other, [.. other.Services.Where(target => IsNamed(target, dependency.Service))], true, dependency.Origin);

    private static IEnumerable<Reach> ByIngress(Family family, Surroundings surroundings) =>
        from service in family.Services
        from reacher in NetworkKey.Reachers(service)
        from other in surroundings.Resolve(reacher.Name.Value)
        where !string.Equals(other.Name, family.Name, StringComparison.Ordinal)
        select new Reach(other, family, family.Services, reacher.Waits, reacher.Name.Origin);

    private static bool IsNamed(ComposeService service, string name) => string.Equals(service.Name, name, StringComparison.Ordinal);
}
