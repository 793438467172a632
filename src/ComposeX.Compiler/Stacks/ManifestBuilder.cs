using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Manifests;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Validation;
using ComposeX.CloudFormation.Values;
using ComposeX.Model;

namespace ComposeX.Compiler.Stacks;

/// <summary>Writes down what deploying must know of the templates.</summary>
internal static class ManifestBuilder
{
    public static Manifest Build(Application application, IReadOnlyList<Template> templates, TemplateFormat format)
    {
        var root = templates[0];
        return new(application.StackName, Stacks(templates, format))
        {
            Parameters = [.. root.Parameters.Select(parameter => new ManifestParameter(parameter.Name, parameter.Type, parameter.Default, parameter.NoEcho, parameter.Origin))],
            Images = [.. ManifestImages.Of(application, templates)],
            Exports = [.. templates.SelectMany(Exports).OrderBy(export => export.Name, StringComparer.Ordinal)],
            Capabilities = [.. Capabilities(templates)],
        };
    }

    private static IReadOnlyList<ManifestStack> Stacks(IReadOnlyList<Template> templates, TemplateFormat format)
    {
        var nested = templates[0].Resources.Where(resource => resource.Type == "AWS::CloudFormation::Stack").ToDictionary(resource => resource.LogicalId, StringComparer.Ordinal);
        var byId = nested.ToDictionary(stack => stack.Key, stack => TemplateOf(stack.Value, templates, format), StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var stacks = new List<ManifestStack>();
        foreach (var id in nested.Keys.OrderBy(id => byId[id].Name, StringComparer.Ordinal))
        {
            Visit(id);
        }

        stacks.Add(Stack(templates[0], null, nested.Keys));
        return stacks;

        // What is depended on first; the validator has refused cycles.
        void Visit(string id)
        {
            if (!done.Add(id))
            {
                return;
            }

            var dependencies = nested[id].DependsOn.Concat(References.In(nested[id].Properties).Select(reference => reference.Name)).Where(nested.ContainsKey)
                .Distinct(StringComparer.Ordinal).OrderBy(other => byId[other].Name, StringComparer.Ordinal).ToList();
            dependencies.ForEach(Visit);
            stacks.Add(Stack(byId[id], id, dependencies));
        }

        ManifestStack Stack(Template template, string? id, IEnumerable<string> dependencies) => new(
            template.Name,
            id,
            TemplateFileName.Of(template.Name, format),
            [.. dependencies.Select(dependency => byId[dependency].Name).OrderBy(name => name, StringComparer.Ordinal)],
            [.. template.Resources.Select(resource => new ManifestResource(resource.LogicalId, resource.Type, resource.Origin))]);
    }

    private static Template TemplateOf(Resource stack, IReadOnlyList<Template> templates, TemplateFormat format) => templates.First(template =>
        stack.Properties["TemplateURL"] is CfnString url && string.Equals(url.Value, TemplateFileName.Of(template.Name, format), StringComparison.Ordinal));

    private static IEnumerable<ManifestExport> Exports(Template template) =>
        from output in template.Outputs
        where output.ExportName is not null
        select new ManifestExport(ExportName(output.ExportName), template.Name, output.Name, output.Origin);

    private static string ExportName(CfnValue? name) => name is CfnFunction { Argument: var argument }
        ? ((argument as CfnString ?? (argument as CfnList)?.Items[0] as CfnString)?.Value ?? "").Replace("${StackRoot}", "${AWS::StackName}")
        : "";

    private static IEnumerable<string> Capabilities(IReadOnlyList<Template> templates)
    {
        var iam = templates.SelectMany(template => template.Resources).Where(resource => resource.Type.StartsWith("AWS::IAM::", StringComparison.Ordinal)).ToList();
        string[] names = ["RoleName", "UserName", "GroupName", "ManagedPolicyName", "InstanceProfileName"];
        return iam.Count == 0 ? []
            : iam.Any(resource => names.Any(name => resource.Properties[name] is not null)) ? ["CAPABILITY_NAMED_IAM"]
            : ["CAPABILITY_IAM"];
    }
}
