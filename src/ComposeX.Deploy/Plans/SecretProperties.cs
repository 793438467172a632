using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Deploy.Templates;
using ComposeX.Syntax;

namespace ComposeX.Deploy.Plans;

/// <summary>
/// The properties that hold a secret parameter's value. What AWS shows of them is shown to nobody: the value that the
/// stack has now is one that we never knew, so that it cannot be found and masked.
/// </summary>
internal sealed class SecretProperties
{
    private const string Hidden = "****";

    private readonly HashSet<(string Stack, string Resource, string Property)> _properties = [];

    public SecretProperties(OutputFolder folder, Origins origins)
    {
        foreach (var stack in folder.Manifest.Stacks)
            Add(origins.NameOf(stack.LogicalId ?? ""), new SourceFile(stack.TemplateFile, folder.Templates[stack.TemplateFile]));
    }

    public Plan Hide(Plan plan) => plan with { Changes = [.. plan.Changes.Select(change => change with { Properties = [.. change.Properties.Select(property => Hide(change, property))] })] };

    private PlannedProperty Hide(PlannedChange change, PlannedProperty property) => _properties.Contains((change.Stack, change.LogicalId, property.Name))
        ? property with { Before = property.Before is null ? null : Hidden, After = property.After is null ? null : Hidden }
        : property;

    private void Add(string stack, SourceFile template)
    {
        if (YamlReader.Read(template, []) is not [YamlMapping root, ..])
            return;
        var secrets = Members(root["Parameters"]).Where(parameter => parameter.Value is YamlMapping { } declared && declared["NoEcho"] is YamlScalar { Text: "true" }).Select(parameter => parameter.Name).ToList();
        if (secrets.Count == 0)
            return;
        foreach (var resource in Members(root["Resources"]))
        {
            foreach (var property in Members((resource.Value as YamlMapping)?["Properties"]).Where(property => Mentions(property.Value, secrets)))
                _properties.Add((stack, resource.Name, property.Name));
        }
    }

    private static IReadOnlyList<YamlEntry> Members(YamlNode? node) => node is YamlMapping mapping ? mapping.Entries : [];

    // "Ref", "!Ref", "Fn::Sub" and "!Sub" alike; a word that happens to be the same hides a property too many, which harms nobody.
    private static bool Mentions(YamlNode node, IReadOnlyList<string> names) => node switch
    {
        YamlScalar scalar => names.Any(name => string.Equals(scalar.Text, name, StringComparison.Ordinal) || scalar.Text.Contains("${" + name + "}", StringComparison.Ordinal)),
        YamlSequence sequence => sequence.Items.Any(item => Mentions(item, names)),
        YamlMapping mapping => mapping.Entries.Any(entry => Mentions(entry.Value, names)),
        YamlAlias alias => Mentions(alias.Target, names),
        _ => false,
    };
}
