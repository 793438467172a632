using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.Compose.Projects;
using ComposeX.Model;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>Turns each family, with all that was asked of it, into a task definition, a service, and what these need.</summary>
internal static class FamilySynthesizer
{
    public static Synthesized Synthesize(Application application, IReadOnlyList<Contribution> contributions, DiagnosticBag diagnostics)
    {
        if (application.Families.Count == 0 || Surroundings.Of(application, diagnostics) is not { } surroundings)
        {
            return new Synthesized();
        }

        var all = contributions.Concat(application.Families.SelectMany(family => DependencyEdges.Of(family, application.Families))).ToList();
        var asked = all.ToLookup(contribution => contribution.Family.Name, StringComparer.Ordinal);
        var edgesFrom = all.OfType<OpenIngress>().ToLookup(edge => edge.From.Name, StringComparer.Ordinal);
        var families = application.Families.Select(family => Synthesize(family, [.. asked[family.Name]], [.. edgesFrom[family.Name]], surroundings, diagnostics));
        return Synthesized.Join([ImageParameters(application), .. families]);
    }

    private static Synthesized Synthesize(
        Family family, IReadOnlyList<Contribution> asked, IReadOnlyList<OpenIngress> edges, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        FamilyChecks.Check(family, diagnostics);
        UnmappedAttributes.Report(family, diagnostics);
        var size = TaskSizing.Of(family, diagnostics);
        var variables = VariableFold.Fold(family, [.. asked.OfType<SetVariable>()], diagnostics);
        var policies = TaskPolicies.Of(family, surroundings, [.. asked.OfType<GrantStatement>()]);
        return Synthesized.Of(
        [
            .. TaskNetwork.Of(family, surroundings, [.. asked.OfType<OpenIngress>()]),
            .. TaskRoles.Of(family),
            TaskLogs.Of(family),
            .. policies,
            TaskDefinition.Of(family, size, variables, diagnostics),
            EcsService.Of(family, surroundings, [.. policies.Select(policy => policy.LogicalId), .. WaitsFor(asked, edges), .. surroundings.Network.Routes]),
        ]);
    }

    // Other services, and the way to them: a task that starts before its rules exist would find nobody.
    private static IEnumerable<string> WaitsFor(IReadOnlyList<Contribution> asked, IReadOnlyList<OpenIngress> edges) => asked.OfType<DependOn>()
        .Select(dependency => dependency.On.Service())
        .Concat(edges.Select(TaskNetwork.RuleId))
        .Distinct(StringComparer.Ordinal);

    // The image is a parameter so that a deploy can put in the digest of what it pushed.
    private static Synthesized ImageParameters(Application application) => new()
    {
        Parameters = [.. application.Families
            .SelectMany(family => family.Services)
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
