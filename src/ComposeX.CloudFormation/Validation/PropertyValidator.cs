using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Schema;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Checks the properties of one resource against AWS's schema of its type.</summary>
internal sealed class PropertyValidator(ResourceSchema schema, TemplateScope scope, DiagnosticBag diagnostics)
{
    public static void Check(Resource resource, TemplateScope scope, DiagnosticBag diagnostics)
    {
        var catalogue = SchemaCatalogue.Default;
        if (catalogue.Find(resource.Type) is { } schema)
            new PropertyValidator(schema, scope, diagnostics).CheckMembers(resource.Properties, schema.Properties, new PropertyPath(resource.Type, ""), ResourceTypes.IsCustom(resource.Type));
        else if (!ResourceTypes.IsCustom(resource.Type) && !ResourceTypes.IsThirdParty(resource.Type))
            diagnostics.Add(PropertyDiagnostics.UnknownType(resource.Type, resource.Origin, catalogue.TypeNames));
    }

    private void CheckMembers(CfnMap map, IReadOnlyDictionary<string, PropertySchema> properties, PropertyPath path, bool open = false)
    {
        foreach (var member in map.Members)
        {
            if (properties.TryGetValue(member.Name, out var property))
                CheckMember(member, property, path);
            else if (!open && member.Name != "Fn::Transform")
                diagnostics.Add(Unknown(member, properties, path));
        }

        var misspelt = map.Members.Select(member => Misspelling.Of(member.Name, properties.Keys)).ToList();
        foreach (var required in properties.Values.Where(property => property.Required && map[property.Name] is null && !misspelt.Contains(property.Name)))
            diagnostics.Add(PropertyDiagnostics.Missing(required.Name, path.Owner, map.Origin));
    }

    private void CheckMember(CfnMember member, PropertySchema property, PropertyPath path)
    {
        if (property.Required && member.Value is CfnFunction call && FunctionResults.Of(call, scope) == ResultKind.Nothing)
            diagnostics.Add(PropertyDiagnostics.Missing(property.Name, path.Owner, member.Value.Origin));
        else
            CheckValue(member.Value, property.Type, path.Member(member.Name));
    }

    private Diagnostic Unknown(CfnMember member, IReadOnlyDictionary<string, PropertySchema> properties, PropertyPath path) =>
        path.Path.Length == 0 && schema.Attributes.ContainsKey(member.Name)
            ? PropertyDiagnostics.ReadOnly(member.Name, schema.TypeName, member.NameOrigin)
            : PropertyDiagnostics.UnknownProperty(member.Name, path.Owner, member.NameOrigin, [.. properties.Keys]);

    private void CheckValue(CfnValue value, SchemaType type, PropertyPath path)
    {
        switch (value)
        {
            case CfnFunction function:
                CheckFunction(function, type, path);
                break;
            case CfnNull or CfnResourceReference or CfnParameterReference or CfnRootStackName or CfnSharedList:
                // Reported where functions are checked.
                break;
            default:
                CheckLiteral(value, type, path);
                break;
        }
    }

    private void CheckFunction(CfnFunction function, SchemaType type, PropertyPath path)
    {
        if (function is { Name: "Fn::If", Argument: CfnList { Items: [_, var first, var second] } })
        {
            CheckValue(first, type, path);
            CheckValue(second, type, path);
            return;
        }

        var result = FunctionResults.Of(function, scope);
        if (!Kinds.Fits(result, type))
            diagnostics.Add(PropertyDiagnostics.WrongResult(path.Path, function.Name, Kinds.Describe(result), Kinds.Describe(type), function.Origin));
    }

    private void CheckLiteral(CfnValue value, SchemaType type, PropertyPath path)
    {
        if (!Kinds.Fits(value, type))
        {
            diagnostics.Add(PropertyDiagnostics.WrongKind(path.Path, Kinds.Describe(value), Kinds.Describe(type), value.Origin));
            return;
        }

        switch (type)
        {
            case StringType text:
                Add(ScalarValidator.Check(value, text, path.Path));
                break;
            case NumberType number:
                Add(ScalarValidator.Check(value, number, path.Path));
                break;
            case ListType list when value is CfnList items:
                CheckList(items, list, path);
                break;
            case UnionType union:
                CheckUnion(value, union, path);
                break;
            default:
                if (value is CfnMap map)
                    CheckMap(map, type, path);
                break;
        }
    }

    private void CheckMap(CfnMap map, SchemaType type, PropertyPath path)
    {
        switch (type)
        {
            case ObjectReference reference when schema.NestedTypes.ContainsKey(reference.Name):
                CheckMembers(map, schema.Members(reference), path);
                break;
            case TagType:
                CheckMembers(map, TagMembers.All, path);
                break;
            case MapType entries:
                foreach (var member in map.Members)
                    CheckValue(member.Value, entries.Element, path.Member(member.Name));
                break;
        }
    }

    private void CheckList(CfnList list, ListType type, PropertyPath path)
    {
        for (var index = 0; index < list.Items.Count; index++)
            CheckValue(list.Items[index], type.Element, path.Item(index));
        ListLimits.Check(list, type, path.Path, diagnostics);
    }

    // The first option that finds nothing wrong is the one that was meant; if all do, the first of the right form speaks.
    private void CheckUnion(CfnValue value, UnionType union, PropertyPath path)
    {
        DiagnosticBag? spoken = null;
        foreach (var option in union.Options.Where(option => Kinds.Fits(value, option)))
        {
            var found = new DiagnosticBag();
            new PropertyValidator(schema, scope, found).CheckValue(value, option, path);
            if (found.Count == 0)
                return;
            spoken ??= found;
        }

        if (spoken is not null)
            diagnostics.AddRange(spoken);
    }

    private void Add(Diagnostic? diagnostic)
    {
        if (diagnostic is not null)
            diagnostics.Add(diagnostic);
    }
}
