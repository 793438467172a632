using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;

namespace ComposeX.CloudFormation.Validation;

/// <summary>The names that a template uses.</summary>
internal sealed record TemplateUses(HashSet<string> References, HashSet<string> Conditions, HashSet<string> Mappings)
{
    public static TemplateUses Of(Template template)
    {
        var values = TemplateValues.All(template).ToList();
        var conditions = values.SelectMany(Validation.References.Conditions).Select(name => name.Value)
            .Concat(template.Resources.Select(resource => resource.Condition).OfType<string>())
            .Concat(template.Outputs.Select(output => output.Condition).OfType<string>());
        return new TemplateUses(
            new HashSet<string>(values.SelectMany(Validation.References.In).Select(reference => reference.Name), StringComparer.Ordinal),
            new HashSet<string>(conditions, StringComparer.Ordinal),
            new HashSet<string>(values.SelectMany(MappingsIn), StringComparer.Ordinal));
    }

    private static IEnumerable<string> MappingsIn(CfnValue value) => ValueWalk.SelfAndDescendants(value)
        .OfType<CfnFunction>()
        .Select(function => function is { Name: "Fn::FindInMap", Argument: CfnList { Items: [CfnString name, ..] } } ? name.Value : null)
        .OfType<string>();
}
