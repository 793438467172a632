using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Schema;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>
/// Finds what CloudFormation takes and a careful author would not write. Users cannot cause it, so it is for tests
/// over what this project generates.
/// </summary>
public static class TemplateLint
{
    public static void Check(IReadOnlyList<Template> templates, DiagnosticBag diagnostics)
    {
        var byName = new Dictionary<string, Template>(StringComparer.Ordinal);
        foreach (var template in templates)
            byName[template.Name] = template;
        foreach (var template in templates)
            Check(new TemplateScope(template, byName), diagnostics);
    }

    private static void Check(TemplateScope scope, DiagnosticBag diagnostics)
    {
        CheckUnused(scope.Template, diagnostics);
        foreach (var resource in scope.Template.Resources)
        {
            CheckDependencies(resource, scope, diagnostics);
            CheckPolicies(resource, diagnostics);
            RelationshipLint.Check(resource, scope, diagnostics);
            foreach (var (_, document) in PolicyDocuments.In(resource).Where(found => found.Document["Version"] is not CfnString { Value: "2012-10-17" }))
                diagnostics.Add(LintDiagnostics.PolicyVersion(resource.LogicalId, document.Origin));
        }

        foreach (var value in TemplateValues.All(scope.Template))
            CheckFunctions(value, diagnostics);
    }

    private static void CheckUnused(Template template, DiagnosticBag diagnostics)
    {
        var names = TemplateUses.Of(template);
        foreach (var parameter in template.Parameters.Where(parameter => !names.References.Contains(parameter.Name)))
            diagnostics.Add(LintDiagnostics.Unused("parameter", parameter.Name, parameter.Origin));
        foreach (var mapping in template.Mappings.Where(mapping => !names.Mappings.Contains(mapping.Name)))
            diagnostics.Add(LintDiagnostics.Unused("mapping", mapping.Name, mapping.Origin));
        foreach (var condition in template.Conditions.Where(condition => !names.Conditions.Contains(condition.Name)))
            diagnostics.Add(LintDiagnostics.Unused("condition", condition.Name, condition.Origin));
    }

    private static void CheckDependencies(Resource resource, TemplateScope scope, DiagnosticBag diagnostics)
    {
        var implied = References.In(resource.Properties).Select(reference => reference.Name).ToList();
        foreach (var name in resource.DependsOn.Where(name => implied.Contains(name, StringComparer.Ordinal)))
            diagnostics.Add(LintDiagnostics.RedundantDependency(resource.LogicalId, name, resource.Origin));
        foreach (var reference in References.In(resource.Properties))
        {
            if (scope.Resources.TryGetValue(reference.Name, out var target) && target.Condition is { } condition && condition != resource.Condition)
                diagnostics.Add(LintDiagnostics.ReferenceToConditional(resource.LogicalId, target.LogicalId, condition, reference.Origin));
        }
    }

    // Whoever keeps what is deleted wants to keep what is replaced.
    private static void CheckPolicies(Resource resource, DiagnosticBag diagnostics)
    {
        if (resource.DeletionPolicy is null != resource.UpdateReplacePolicy is null)
            diagnostics.Add(LintDiagnostics.PolicyWithoutPair(resource.LogicalId, resource.DeletionPolicy is null ? "DeletionPolicy" : "UpdateReplacePolicy", resource.Origin));
        if (resource.DeletionPolicy is null && SchemaCatalogue.Default.Find(resource.Type) is { IsStateful: true } && resource.Type != ResourceTypes.Stack)
            diagnostics.Add(LintDiagnostics.StatefulWithoutPolicy(resource.LogicalId, resource.Type, resource.Origin));
    }

    private static void CheckFunctions(CfnValue value, DiagnosticBag diagnostics)
    {
        foreach (var function in ValueWalk.SelfAndDescendants(value).OfType<CfnFunction>())
        {
            if (function is { Name: "Fn::Sub", Argument: CfnString or CfnList { Items: [CfnString, ..] } } && !SubText.Variables(TextOf(function)).Any())
                diagnostics.Add(LintDiagnostics.SubWithoutVariables(TextOf(function), function.Origin));
            if (function is { Name: "Fn::Join", Argument: CfnList { Items: [CfnString delimiter, CfnList { Items.Count: 1 }] } })
                diagnostics.Add(LintDiagnostics.JoinOfOne(delimiter.Value, function.Origin));
        }
    }

    private static string TextOf(CfnFunction sub) => sub.Argument switch
    {
        CfnString text => text.Value,
        CfnList { Items: [CfnString text, ..] } => text.Value,
        _ => "",
    };
}
