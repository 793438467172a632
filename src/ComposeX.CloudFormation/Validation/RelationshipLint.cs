using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Schema;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>Finds a <c>Ref</c> to a resource where AWS wants one of its attributes: the name of a role where its ARN belongs.</summary>
internal sealed class RelationshipLint(ResourceSchema schema, TemplateScope scope, DiagnosticBag diagnostics)
{
    public static void Check(Resource resource, TemplateScope scope, DiagnosticBag diagnostics)
    {
        if (SchemaCatalogue.Default.Find(resource.Type) is { } schema)
            new RelationshipLint(schema, scope, diagnostics).CheckMembers(resource.Properties, schema.Properties, new PropertyPath(resource.Type, ""));
    }

    private void CheckMembers(CfnMap map, IReadOnlyDictionary<string, PropertySchema> properties, PropertyPath path)
    {
        foreach (var member in map.Members)
        {
            if (properties.TryGetValue(member.Name, out var property))
                CheckValue(member.Value, property.Type, property.Relationships, path.Member(member.Name));
        }
    }

    private void CheckValue(CfnValue value, SchemaType type, IReadOnlyList<Relationship> relationships, PropertyPath path)
    {
        switch (value, type)
        {
            case (CfnMap map, ObjectReference reference):
                CheckMembers(map, schema.Members(reference), path);
                break;
            case (CfnList list, ListType items):
                for (var index = 0; index < list.Items.Count; index++)
                    CheckValue(list.Items[index], items.Element, relationships, path.Item(index));
                break;
            case (CfnFunction { Name: "Fn::If", Argument: CfnList branches }, _):
                foreach (var branch in branches.Items.Skip(1))
                    CheckValue(branch, type, relationships, path);
                break;
            case (CfnFunction { Name: "Ref", Argument: CfnString name }, _):
                CheckRef(name, relationships, path);
                break;
        }
    }

    private void CheckRef(CfnString name, IReadOnlyList<Relationship> relationships, PropertyPath path)
    {
        if (!scope.Resources.TryGetValue(name.Value, out var target) || SchemaCatalogue.Default.Find(target.Type) is not { } referred)
            return;
        var wanted = relationships.Where(relationship => relationship.TypeName == target.Type).Select(relationship => relationship.Attribute).ToList();
        var returned = referred.RefIdentifier.Count > 0 ? referred.RefIdentifier : referred.PrimaryIdentifier;
        // "Id" is the name that older types have for what Ref returns.
        if (wanted.Count > 0 && returned.Count == 1 && !wanted.Contains("Id", StringComparer.Ordinal) && !wanted.Contains(returned[0], StringComparer.Ordinal))
            diagnostics.Add(LintDiagnostics.WrongIdentifier(path.Path, target.LogicalId, target.Type, wanted[0], name.Origin));
    }
}
