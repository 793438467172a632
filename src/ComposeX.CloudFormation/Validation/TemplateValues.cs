using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;

namespace ComposeX.CloudFormation.Validation;

/// <summary>All values of a template in which functions may stand.</summary>
internal static class TemplateValues
{
    public static IEnumerable<CfnValue> All(Template template) =>
    [
        .. template.Conditions.Select(condition => condition.Expression),
        .. template.Resources.SelectMany(resource => resource.Metadata is { } metadata ? new CfnValue[] { metadata, resource.Properties } : [resource.Properties]),
        .. template.Outputs.SelectMany(output => output.ExportName is { } name ? new[] { output.Value, name } : [output.Value]),
    ];
}
