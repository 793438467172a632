using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.Compiler.Rooms;
using ComposeX.Compose.Projects;
using ComposeX.Model;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>Turns each family, with all that was asked of it, into a task definition, a service, and what these need.</summary>
internal static class FamilySynthesizer
{
    public static Synthesized Synthesize(Application application, ModuleSet rooms, IReadOnlyList<Contribution> contributions, DiagnosticBag diagnostics)
    {
        if (application.Surroundings is not { Network: { } network, Cluster: { } cluster })
        {
            return new Synthesized();
        }

        var ofServices = Synthesized.Join(rooms.ServiceModules.Select(module => module.SynthesizeAll(application.Surroundings, diagnostics)));
        var wanted = WithoutService.Filter([.. contributions.Concat(ofServices.Contributions)
            .Concat(application.Families.SelectMany(family => DependencyEdges.Of(family, application.Surroundings, diagnostics).Concat(ServiceTags.Of(family, diagnostics))))], application.Surroundings, diagnostics);
        var all = FamilyOrder.WithoutCircles(application.Families, wanted, diagnostics);
        var asked = all.ToLookup(contribution => contribution.Family.Name, StringComparer.Ordinal);
        var edgesFrom = all.OfType<OpenIngress>().ToLookup(edge => (edge.Source as FamilySource)?.From.Name, StringComparer.Ordinal);
        var resources = ofServices.Resources.ToLookup(resource => resource.Home);
        var families = application.Families.Select(family => Synthesize(
            new FamilyRequest(family, network, cluster, application.Project.Name, [.. asked[family.Name]], [.. edgesFrom[family.Name]], [.. resources[Home.Of(family)]])
            { HasService = application.Surroundings.HasService(family) }, rooms, diagnostics));
        return Synthesized.Join([ofServices with { Contributions = [] }, ImageParameters(application), .. families]);
    }

    private static Synthesized Synthesize(FamilyRequest request, ModuleSet rooms, DiagnosticBag diagnostics)
    {
        FamilyChecks.Check(request.Family, diagnostics);
        UnmappedAttributes.Report(request.Family, rooms, diagnostics);
        UnreadKeys.Report(request.Family, rooms.ServiceKeys, diagnostics);
        var variables = VariableFold.Fold(request, diagnostics);
        var policies = TaskPolicies.Of(request);
        return Synthesized.Of(
        [
            .. TaskNetwork.Of(request),
            .. TaskRoles.Of(request),
            .. policies,
            TaskDefinition.Of(request, variables, diagnostics),
            EcsService.Of(request, WaitsFor(request, policies), diagnostics),
        ]);
    }

    // Permissions, other services, and the way to them: a task that starts before its rules exist would find nobody.
    private static IReadOnlyList<string> WaitsFor(FamilyRequest request, IReadOnlyList<SynthesizedResource> policies) =>
    [
        .. policies.Concat(request.Resources.Where(resource => resource.Type == "AWS::IAM::Policy")).Select(policy => policy.LogicalId)
            .Concat(request.Asked<DependOn>().Select(dependency => dependency.On.Service()))
            .Concat(request.EdgesFrom.Select(TaskNetwork.RuleId))
            .Concat(request.Asked<WaitFor>().Select(wait => wait.LogicalId))
            .Concat(request.Network.Routes)
            .Distinct(StringComparer.Ordinal),
    ];

    private static Synthesized ImageParameters(Application application) => new()
    {
        Parameters = [.. application.Families
            .SelectMany(family => family.Services)
            .Where(service => service.Build is not null)
            .GroupBy(service => service.Name, StringComparer.Ordinal)
            .Select(group => ImageParameter(group.First()))],
    };

    private static Parameter ImageParameter(ComposeService service) =>
        new(FamilyNames.ImageParameter(service), "String", service.Image?.Origin ?? service.Build?.Origin ?? service.Origin)
        {
            Description = $"The image that the containers of {service.Name} run",
            Default = service.Image?.Value,
        };
}
