using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Checks a template's resources: properties, functions, and what stands beside the properties.</summary>
internal static class ResourceValidator
{
    private static readonly IReadOnlyList<string> s_deletionPolicies = ["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"];

    private static readonly IReadOnlyList<string> s_replacePolicies = ["Delete", "Retain", "Snapshot"];

    public static void Check(TemplateScope scope, DiagnosticBag diagnostics)
    {
        if (scope.Template.Resources.Count == 0)
            diagnostics.Add(TemplateContentDiagnostics.NoResources(scope.Template));
        var functions = new FunctionValidator(scope, diagnostics);
        foreach (var resource in scope.Template.Resources)
        {
            CheckAttributes(resource, scope, diagnostics);
            functions.Check(resource.Properties, ValuePlace.Property);
            if (resource.Metadata is { } metadata)
                functions.Check(metadata, ValuePlace.Property);
            PropertyValidator.Check(resource, scope, diagnostics);
            PolicyDocuments.Check(resource, diagnostics);
            if (scope.Nested(resource) is { } nested)
                CheckNested(resource, nested, diagnostics);
        }
    }

    private static void CheckAttributes(Resource resource, TemplateScope scope, DiagnosticBag diagnostics)
    {
        if (resource.Condition is { } condition && !scope.Conditions.ContainsKey(condition))
            diagnostics.Add(FunctionDiagnostics.UnknownCondition(condition, resource.Origin, scope.Conditions.Keys));
        foreach (var dependency in resource.DependsOn.Where(name => !scope.Resources.ContainsKey(name)))
            diagnostics.Add(TemplateContentDiagnostics.UnknownDependency(resource.LogicalId, dependency, resource.Origin, scope.Resources.Keys));
        CheckPolicy("DeletionPolicy", resource.DeletionPolicy, s_deletionPolicies, resource, diagnostics);
        CheckPolicy("UpdateReplacePolicy", resource.UpdateReplacePolicy, s_replacePolicies, resource, diagnostics);
    }

    private static void CheckPolicy(string attribute, string? policy, IReadOnlyList<string> allowed, Resource resource, DiagnosticBag diagnostics)
    {
        if (policy is not null && !allowed.Contains(policy, StringComparer.Ordinal))
            diagnostics.Add(TemplateContentDiagnostics.InvalidPolicy(attribute, policy, resource.Origin, allowed));
        else if (policy == "Snapshot" && !ResourceTypes.HasSnapshots(resource.Type))
            diagnostics.Add(TemplateContentDiagnostics.NoSnapshot(attribute, resource.Type, resource.Origin));
    }

    private static void CheckNested(Resource stack, Template nested, DiagnosticBag diagnostics)
    {
        var passed = (stack.Properties["Parameters"] as CfnMap)?.Members ?? [];
        var known = nested.Parameters.Select(parameter => parameter.Name).ToList();
        foreach (var unknown in passed.Where(member => !known.Contains(member.Name, StringComparer.Ordinal)))
            diagnostics.Add(TemplateContentDiagnostics.UnknownNestedParameter(stack.LogicalId, nested.Name, unknown.Name, unknown.NameOrigin, known));
        var meant = passed.Select(member => Misspelling.Of(member.Name, known) ?? member.Name).ToList();
        foreach (var missing in nested.Parameters.Where(parameter => parameter.Default is null && !meant.Contains(parameter.Name)))
            diagnostics.Add(TemplateContentDiagnostics.MissingNestedParameter(stack.LogicalId, nested.Name, missing.Name, stack.Origin));
    }
}
