using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;

namespace ComposeX.CloudFormation.Writing;

/// <summary>A template as one value, sections and members in the order in which both notations write them.</summary>
internal static class TemplateDocument
{
    public static CfnMap Of(Template template)
    {
        var cfn = new Cfn(template.Origin);
        return cfn.Map(
            ("AWSTemplateFormatVersion", cfn.String("2010-09-09")),
            ("Description", template.Description.Length == 0 ? null : cfn.String(template.Description)),
            ("Parameters", Section(cfn, template.Parameters, parameter => parameter.Name, Parameter)),
            ("Mappings", Section(cfn, template.Mappings, mapping => mapping.Name, mapping => mapping.Entries)),
            ("Conditions", Section(cfn, template.Conditions, condition => condition.Name, condition => condition.Expression)),
            ("Resources", Section(cfn, template.Resources, resource => resource.LogicalId, Resource)),
            ("Outputs", Section(cfn, template.Outputs, output => output.Name, Output)));
    }

    private static CfnMap? Section<T>(Cfn cfn, IReadOnlyList<T> entries, Func<T, string> name, Func<T, CfnValue> value) =>
        entries.Count == 0 ? null : cfn.Map(entries.Select(entry => (name(entry), (CfnValue?)value(entry))));

    private static CfnMap Parameter(Parameter parameter)
    {
        var cfn = new Cfn(parameter.Origin);
        return cfn.Map(
            ("Type", cfn.String(parameter.Type)),
            ("Description", Text(cfn, parameter.Description)),
            ("Default", Text(cfn, parameter.Default)),
            ("AllowedValues", Texts(cfn, parameter.AllowedValues)),
            ("AllowedPattern", Text(cfn, parameter.AllowedPattern)),
            ("NoEcho", parameter.NoEcho ? cfn.Boolean(true) : null));
    }

    private static CfnMap Resource(Resource resource)
    {
        var cfn = new Cfn(resource.Origin);
        return cfn.Map(
            ("Type", cfn.String(resource.Type)),
            ("Condition", Text(cfn, resource.Condition)),
            ("DependsOn", Texts(cfn, resource.DependsOn)),
            ("DeletionPolicy", Text(cfn, resource.DeletionPolicy)),
            ("UpdateReplacePolicy", Text(cfn, resource.UpdateReplacePolicy)),
            ("CreationPolicy", resource.CreationPolicy),
            ("UpdatePolicy", resource.UpdatePolicy),
            ("Metadata", resource.Metadata),
            ("Properties", resource.Properties.Members.Count == 0 ? null : resource.Properties));
    }

    private static CfnMap Output(Output output)
    {
        var cfn = new Cfn(output.Origin);
        return cfn.Map(
            ("Description", Text(cfn, output.Description)),
            ("Condition", Text(cfn, output.Condition)),
            ("Value", output.Value),
            ("Export", output.ExportName is { } name ? cfn.Map(("Name", name)) : null));
    }

    private static CfnString? Text(Cfn cfn, string? text) => text is null ? null : cfn.String(text);

    private static CfnList? Texts(Cfn cfn, IReadOnlyList<string> texts) => texts.Count == 0 ? null : cfn.Strings(texts);
}
