using System.Linq;
using System.Text;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.CloudFormation.Writing;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Checks a template against CloudFormation's quotas.</summary>
internal static class LimitValidator
{
    public static void Check(Template template, DiagnosticBag diagnostics)
    {
        Count(template, "resources", template.Resources.Count, Limits.Resources, "Spread them over more stacks.", diagnostics);
        Count(template, "parameters", template.Parameters.Count, Limits.Parameters, "Spread its resources over more stacks.", diagnostics);
        Count(template, "outputs", template.Outputs.Count, Limits.Outputs, "Spread its resources over more stacks.", diagnostics);
        Count(template, "mappings", template.Mappings.Count, Limits.Mappings, "Join some of them.", diagnostics);
        foreach (var mapping in template.Mappings)
            Count(template, $"keys in the mapping \"{mapping.Name}\"", mapping.Entries.Members.Count, Limits.MappingAttributes, "Make two mappings of it.", diagnostics);
        var description = Encoding.UTF8.GetByteCount(template.Description);
        if (description > Limits.DescriptionLength)
            diagnostics.Add(TemplateContentDiagnostics.TooLong($"The description of the template \"{template.Name}\"", description, Limits.DescriptionLength, template.Origin));
        CheckSize(template, diagnostics);
    }

    private static void Count(Template template, string kind, int count, int limit, string wayOut, DiagnosticBag diagnostics)
    {
        if (count > limit)
            diagnostics.Add(TemplateContentDiagnostics.TooMany(template, kind, count, limit, wayOut));
    }

    // JSON is the longer notation: what fits in it fits in YAML.
    private static void CheckSize(Template template, DiagnosticBag diagnostics)
    {
        if (HasSymbols(template))
            return;
        var size = Encoding.UTF8.GetByteCount(TemplateWriter.Write(template, TemplateFormat.Json));
        if (size > Limits.TemplateSize)
            diagnostics.Add(TemplateContentDiagnostics.TooLarge(template, size));
    }

    private static bool HasSymbols(Template template) => ValueWalk.SelfAndDescendants(TemplateDocument.Of(template))
        .Any(value => value is CfnResourceReference or CfnParameterReference or CfnRootStackName or CfnSharedList);
}
