using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Meshes;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>
/// What <c>depends_on</c> means between tasks: the other family is stable first, and its ports can be reached from here.
/// Inside one task it is an order of containers, which the task definition says. A name that no service has may be a family's, which
/// means all of its services. <c>links</c> open the way only: tasks that link to each other's families have no order. Between nodes of a mesh
/// nothing opens a way but the mesh.
/// </summary>
internal static class DependencyEdges
{
    public static IEnumerable<Contribution> Of(Family family, Surroundings surroundings, DiagnosticBag diagnostics) =>
        from service in family.Services
        from dependency in service.DependsOn
        where !family.Services.Any(sibling => IsNamed(sibling, dependency))
        from target in Targets(dependency, surroundings)
        where IsOther(service, family, target.Other, dependency, diagnostics)
        from contribution in Contributions(family, service, dependency, target.Other, AreInMesh(family, target.Other, surroundings) ? [] : target.Services, diagnostics)
        select contribution;

    private static IEnumerable<(Family Other, IReadOnlyList<ComposeService> Services)> Targets(ComposeDependency dependency, Surroundings surroundings)
    {
        var ofService = surroundings.FamiliesOf(dependency.Service)
            .Select(other => (other, (IReadOnlyList<ComposeService>)[.. other.Services.Where(service => IsNamed(service, dependency))])).ToList();
        return ofService.Count > 0 || surroundings.FindFamily(dependency.Service) is not { } family ? ofService : [(family, family.Services)];
    }

    private static bool IsOther(ComposeService service, Family family, Family other, ComposeDependency dependency, DiagnosticBag diagnostics)
    {
        var isOther = !string.Equals(family.Name, other.Name, StringComparison.Ordinal);
        if (!isOther)
        {
            diagnostics.Add(FamilyDiagnostics.DependsOnOwnFamily(service.Name, family.Name, dependency.Origin));
        }

        return isOther;
    }

    private static IReadOnlyList<Contribution> Contributions(
        Family family, ComposeService service, ComposeDependency dependency, Family other, IReadOnlyList<ComposeService> targets, DiagnosticBag diagnostics)
    {
        if (dependency.Condition == "service_completed_successfully")
        {
            diagnostics.Add(FamilyDiagnostics.WaitsForTheEnd(service.Name, dependency.Service, dependency.Origin));
        }

        return
        [
            .. service.Links.Any(link => link.Origin == dependency.Origin) ? Array.Empty<Contribution>() : [new DependOn(family, other, dependency.Origin)],
            .. targets.SelectMany(ContainerPort.Of).Select(port => new OpenIngress(other, new FamilySource(family), port.Number, port.Protocol, dependency.Origin)),
        ];
    }

    private static bool AreInMesh(Family family, Family other, Surroundings surroundings) =>
        surroundings.Offers<MeshOffer>().Select(pair => MeshTopology.Of(pair.Offer.Plan, surroundings)).Any(mesh => mesh.Of(family) is not null && mesh.Of(other) is not null);

    private static bool IsNamed(ComposeService service, ComposeDependency dependency) => string.Equals(service.Name, dependency.Service, StringComparison.Ordinal);
}
