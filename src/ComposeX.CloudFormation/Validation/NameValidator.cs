using System;
using System.Collections.Generic;
using ComposeX.CloudFormation.Templates;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Checks the names that a template gives, and that none is given twice.</summary>
internal static class NameValidator
{
    public static void Check(Template template, DiagnosticBag diagnostics)
    {
        // Parameters and resources share one room of names: Ref takes both.
        var referable = new Dictionary<string, (string, Location)>(StringComparer.Ordinal);
        foreach (var parameter in template.Parameters)
            Check("parameter", parameter.Name, parameter.Origin, referable, diagnostics);
        foreach (var resource in template.Resources)
            Check("resource", resource.LogicalId, resource.Origin, referable, diagnostics);
        var mappings = new Dictionary<string, (string, Location)>(StringComparer.Ordinal);
        foreach (var mapping in template.Mappings)
            Check("mapping", mapping.Name, mapping.Origin, mappings, diagnostics);
        var conditions = new Dictionary<string, (string, Location)>(StringComparer.Ordinal);
        foreach (var condition in template.Conditions)
            Check("condition", condition.Name, condition.Origin, conditions, diagnostics);
        var outputs = new Dictionary<string, (string, Location)>(StringComparer.Ordinal);
        foreach (var output in template.Outputs)
            Check("output", output.Name, output.Origin, outputs, diagnostics);
    }

    private static void Check(string kind, string name, Location origin, Dictionary<string, (string Kind, Location Origin)> names, DiagnosticBag diagnostics)
    {
        if (!LogicalId.IsValid(name))
            diagnostics.Add(TemplateContentDiagnostics.InvalidName(kind, name, origin));
        if (names.TryGetValue(name, out var first))
            diagnostics.Add(TemplateContentDiagnostics.DuplicateName(name, first.Kind, first.Origin, origin));
        else
            names.Add(name, (kind, origin));
    }
}
