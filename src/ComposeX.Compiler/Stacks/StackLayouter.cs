using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.Model;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Stacks;

/// <summary>
/// Decides who lives in which stack, and replaces every symbol by what the resource's own stack can say: <c>Ref</c>, <c>Fn::GetAtt</c>,
/// or a parameter that the root fills with another stack's output. Which stack a resource is in depends only on its home.
/// </summary>
internal static class StackLayouter
{
    private const int MostNestedFamilies = 60;
    private const int NearLimit = 10;

    public static IReadOnlyList<Template> LayOutStacks(
        Application application, Synthesized synthesis, StackLayout? layout, TemplateFormat format, DiagnosticBag diagnostics)
    {
        diagnostics.AddRange(LogicalId.Clashes(Names(synthesis)));
        diagnostics.AddRange(ExportClashes(synthesis.Outputs));
        if (diagnostics.HasErrors)
        {
            return [];
        }

        var plan = new StackPlan(application.StackName, synthesis, layout ?? LayoutFor(application, diagnostics), format);
        var resources = synthesis.Resources.ToLookup(resource => plan.StackOf(resource.Home));
        var outputs = synthesis.Outputs.ToLookup(output => plan.StackOf(output.Home));
        foreach (var stack in plan.NestedStacks.Append(plan.Root))
        {
            Fill(stack, plan, resources[stack], outputs[stack]);
        }

        return [plan.Build(plan.Root, application.Project.Root.Location), .. plan.NestedStacks.Select(stack => plan.Build(stack, stack.Origin))];
    }

    // Above that many tasks the root of nested stacks runs into CloudFormation's limits.
    private static StackLayout LayoutFor(Application application, DiagnosticBag diagnostics)
    {
        var count = application.Families.Count;
        if (count > MostNestedFamilies - NearLimit)
        {
            diagnostics.Add(StackDiagnostics.ManyFamilies(count, MostNestedFamilies, application.Families[0].Origin));
        }

        return count > MostNestedFamilies ? StackLayout.Sharded : StackLayout.Nested;
    }

    private static void Fill(StackBuilder stack, StackPlan plan, IEnumerable<SynthesizedResource> resources, IEnumerable<SynthesizedOutput> outputs)
    {
        foreach (var resource in resources)
        {
            stack.Resources.Add(new Resource(resource.LogicalId, resource.Type, (CloudFormation.Values.CfnMap)plan.Resolve(resource.Properties, stack), resource.Origin)
            {
                DeletionPolicy = resource.DeletionPolicy,
                UpdateReplacePolicy = resource.UpdateReplacePolicy,
                Metadata = resource.Metadata is { } metadata ? (CloudFormation.Values.CfnMap)plan.Resolve(metadata, stack) : null,
                CreationPolicy = resource.CreationPolicy,
                UpdatePolicy = resource.UpdatePolicy,
                DependsOn = [.. resource.DependsOn.Select(id => plan.ResolveDependency(id, stack)).OfType<string>()],
            });
        }

        foreach (var output in outputs)
        {
            plan.Publish(output, stack);
        }
    }

    private static IEnumerable<NamedId> Names(Synthesized synthesis) =>
        synthesis.Parameters.Select(parameter => new NamedId($"the parameter {parameter.Name}", parameter.Name, parameter.Origin))
            .Concat(synthesis.Resources.Select((resource, index) => new NamedId($"{resource.Type} of {Describe(resource)}", resource.LogicalId, resource.Origin)));

    private static string Describe(SynthesizedResource resource) =>
        FormattableString.Invariant($"{(resource.Home.Kind == HomeKind.Root ? "the application" : resource.Home.Name)}, asked for in line {resource.Origin.Line}");

    private static IEnumerable<Diagnostic> ExportClashes(IEnumerable<SynthesizedOutput> outputs) => outputs
        .Where(output => output.ExportSuffix is not null)
        .GroupBy(output => output.ExportSuffix, StringComparer.Ordinal)
        .SelectMany(group => group.Skip(1).Select(output => (First: group.First(), Again: output)))
        .GroupBy(clash => (clash.First.Origin, clash.Again.Origin))
        .Select(clashes => clashes.First())
        .Select(clash => StackDiagnostics.ExportClash(clash.Again.ExportSuffix ?? "", clash.First.Origin, clash.Again.Origin));
}
