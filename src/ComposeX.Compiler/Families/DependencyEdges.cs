using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Compiler.Families;

/// <summary>
/// What <c>depends_on</c> means between tasks: the other family is stable first, and its ports can be reached from here.
/// Inside one task it is an order of containers, which the task definition says.
/// </summary>
internal static class DependencyEdges
{
    public static IEnumerable<Contribution> Of(Family family, Surroundings surroundings)
    {
        var edges =
            from service in family.Services
            from dependency in service.DependsOn
            where !family.Services.Any(sibling => IsNamed(sibling, dependency))
            from other in surroundings.FamiliesOf(dependency.Service)
            from target in other.Services
            where IsNamed(target, dependency)
            select (dependency, other, target);
        return edges.SelectMany(edge => Contributions(family, edge.dependency, edge.other, edge.target));
    }

    private static IEnumerable<Contribution> Contributions(Family family, ComposeDependency dependency, Family other, ComposeService target)
    {
        yield return new DependOn(family, other, dependency.Origin);
        foreach (var port in ContainerPort.Of(target))
        {
            yield return new OpenIngress(other, new FamilySource(family), port.Number, port.Protocol, dependency.Origin);
        }
    }

    private static bool IsNamed(ComposeService service, ComposeDependency dependency) => string.Equals(service.Name, dependency.Service, StringComparison.Ordinal);
}
