using System;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Checks parameters: their types, and that a default is one of the values they take.</summary>
internal static class ParameterValidator
{
    public static void Check(Template template, DiagnosticBag diagnostics)
    {
        foreach (var parameter in template.Parameters)
        {
            if (!ParameterTypes.IsKnown(parameter.Type))
                diagnostics.Add(TemplateContentDiagnostics.UnknownParameterType(parameter, ParameterTypes.Names));
            else if (parameter.Default is { } value)
                CheckDefault(parameter, value, diagnostics);
        }
    }

    private static void CheckDefault(Parameter parameter, string value, DiagnosticBag diagnostics)
    {
        if (value.Length > Limits.ParameterValueLength)
            diagnostics.Add(TemplateContentDiagnostics.TooLong($"The default of the parameter \"{parameter.Name}\"", value.Length, Limits.ParameterValueLength, parameter.Origin));
        var values = parameter.Type is "CommaDelimitedList" || parameter.Type.StartsWith("List<", StringComparison.Ordinal) ? value.Split(',').Select(item => item.Trim()) : [value];
        if (values.Select(item => Fault(parameter, item)).FirstOrDefault(fault => fault is not null) is { } expected)
            diagnostics.Add(TemplateContentDiagnostics.DefaultNotAllowed(parameter, expected));
    }

    private static string? Fault(Parameter parameter, string value)
    {
        if (parameter.Type is "Number" or "List<Number>" && !Numbers.IsNumber(value))
            return "it takes numbers";
        if (parameter.AllowedValues.Count > 0 && !parameter.AllowedValues.Contains(value, StringComparer.Ordinal))
            return "it takes " + string.Join(", ", parameter.AllowedValues);
        return parameter.AllowedPattern is { } pattern && !Patterns.IsWholeMatch(value, pattern) ? $"it must match {pattern}" : null;
    }
}
