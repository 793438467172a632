using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;

namespace ComposeX.CloudFormation.Validation;

/// <summary>What a name can mean in one template, and which other template a nested stack is made of.</summary>
internal sealed class TemplateScope
{
    private readonly IReadOnlyDictionary<string, Template> _templates;

    public TemplateScope(Template template, IReadOnlyDictionary<string, Template> templates)
    {
        _templates = templates;
        Template = template;
        Parameters = ByName(template.Parameters, parameter => parameter.Name);
        Mappings = ByName(template.Mappings, mapping => mapping.Name);
        Conditions = ByName(template.Conditions, condition => condition.Name);
        Resources = ByName(template.Resources, resource => resource.LogicalId);
    }

    public Template Template { get; }

    public IReadOnlyDictionary<string, Parameter> Parameters { get; }

    public IReadOnlyDictionary<string, Mapping> Mappings { get; }

    public IReadOnlyDictionary<string, Condition> Conditions { get; }

    public IReadOnlyDictionary<string, Resource> Resources { get; }

    /// <summary>All that <c>Ref</c> can name.</summary>
    public IEnumerable<string> ReferableNames => Resources.Keys.Concat(Parameters.Keys).Concat(PseudoParameters.Names);

    public bool IsReferable(string name) =>
        Resources.ContainsKey(name) || Parameters.ContainsKey(name) || PseudoParameters.Names.Contains(name);

    /// <summary>The template behind a nested stack, when it is one of those that are validated together.</summary>
    public Template? Nested(Resource resource) =>
        resource.Type == ResourceTypes.Stack
        && resource.Properties["TemplateURL"] is CfnString url
        && TemplateFileName.TemplateOf(url.Value.StartsWith("./", StringComparison.Ordinal) ? url.Value.Substring(2) : url.Value) is { } name
        && _templates.TryGetValue(name, out var template)
            ? template
            : null;

    // A second one of a name is reported elsewhere; references mean the first.
    private static SortedDictionary<string, T> ByName<T>(IEnumerable<T> items, Func<T, string> name)
    {
        var named = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!named.ContainsKey(name(item)))
                named.Add(name(item), item);
        }

        return named;
    }
}
