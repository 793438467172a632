using System;
using System.Collections.Generic;
using ComposeX.CloudFormation.Templates;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Finds what CloudFormation would refuse, each finding at the origin of the value it is about.</summary>
public static class TemplateValidator
{
    /// <summary>Checks the templates of one application, which may nest one another.</summary>
    public static void Validate(IReadOnlyList<Template> templates, DiagnosticBag diagnostics)
    {
        var byName = new Dictionary<string, Template>(StringComparer.Ordinal);
        foreach (var template in templates)
            byName[template.Name] = template;

        var exports = new ExportNames(diagnostics);
        foreach (var template in templates)
        {
            var scope = new TemplateScope(template, byName);
            NameValidator.Check(template, diagnostics);
            ParameterValidator.Check(template, diagnostics);
            ConditionValidator.Check(scope, diagnostics);
            ResourceValidator.Check(scope, diagnostics);
            OutputValidator.Check(scope, exports, diagnostics);
            CycleFinder.CheckConditions(scope, diagnostics);
            CycleFinder.CheckResources(scope, diagnostics);
            LimitValidator.Check(template, diagnostics);
        }
    }
}
