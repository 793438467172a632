using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Schema;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Checks that names stand for something: parameters, resources, their attributes, conditions, mappings.</summary>
internal sealed class ReferenceValidator(TemplateScope scope, DiagnosticBag diagnostics)
{
    public void Check(Reference reference, string function, ValuePlace place)
    {
        if (reference.Attribute is not null)
            CheckAttribute(reference, function, place);
        else if (!scope.IsReferable(reference.Name))
            diagnostics.Add(FunctionDiagnostics.UnknownName(reference.Name, reference.Origin, scope.ReferableNames));
        else
            CheckPlace(reference, place);
    }

    public void CheckCondition(CfnString name)
    {
        if (!scope.Conditions.ContainsKey(name.Value))
            diagnostics.Add(FunctionDiagnostics.UnknownCondition(name.Value, name.Origin, scope.Conditions.Keys));
    }

    public void CheckMapping(CfnString name, CfnValue first, CfnValue second)
    {
        if (!scope.Mappings.TryGetValue(name.Value, out var mapping))
            diagnostics.Add(FunctionDiagnostics.UnknownMapping(name.Value, name.Origin, scope.Mappings.Keys));
        else if (first is CfnString top && Entry(name.Value, mapping.Entries, top) is { } entry && entry is CfnMap inner && second is CfnString key)
            Entry(name.Value, inner, key);
    }

    /// <summary>What is imported is known before any resource is made.</summary>
    public void CheckImport(CfnValue name)
    {
        foreach (var reference in References.In(name).Where(reference => scope.Resources.ContainsKey(reference.Name)))
            diagnostics.Add(FunctionDiagnostics.ResourceInCondition(reference.Name, reference.Origin, "the name of what is imported"));
    }

    private CfnValue? Entry(string mapping, CfnMap entries, CfnString key)
    {
        if (entries[key.Value] is { } entry)
            return entry;
        diagnostics.Add(FunctionDiagnostics.UnknownMappingKey(mapping, key.Value, key.Origin, entries.Members.Select(member => member.Name)));
        return null;
    }

    private void CheckAttribute(Reference reference, string function, ValuePlace place)
    {
        if (!scope.Resources.TryGetValue(reference.Name, out var resource))
        {
            // A pseudo parameter has no dot, and of a parameter there is nothing to get.
            var known = function == "Fn::GetAtt" ? scope.Resources.Keys : scope.ReferableNames;
            diagnostics.Add(FunctionDiagnostics.UnknownResource(reference.Name, reference.Origin, known));
            return;
        }

        CheckPlace(reference, place);
        if (reference.Attribute is { Length: > 0 } attribute)
            CheckAttribute(reference, resource, attribute);
    }

    private void CheckAttribute(Reference reference, Resource resource, string attribute)
    {
        if (Attributes(resource) is { } known && !known.Contains(attribute))
            diagnostics.Add(FunctionDiagnostics.UnknownAttribute(reference.Name, resource.Type, attribute, reference.Origin, known));
    }

    /// <summary>What can be got of a resource, or null when that cannot be known.</summary>
    private List<string>? Attributes(Resource resource)
    {
        if (resource.Type == ResourceTypes.Stack)
            return scope.Nested(resource) is { } nested ? [.. nested.Outputs.Select(output => "Outputs." + output.Name)] : null;
        return ResourceTypes.IsCustom(resource.Type) ? null : SchemaCatalogue.Default.Find(resource.Type)?.Attributes.Keys.ToList();
    }

    private void CheckPlace(Reference reference, ValuePlace place)
    {
        if (place is ValuePlace.Condition or ValuePlace.ExportName && scope.Resources.ContainsKey(reference.Name))
            diagnostics.Add(FunctionDiagnostics.ResourceInCondition(reference.Name, reference.Origin, FunctionRules.Describe(place)));
    }
}
