using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Deploy.Tests.Aws.CloudFormation;

/// <summary>Compares a template with what a stack holds.</summary>
internal sealed class ChangeSetMaker(S3Double s3, bool isTalkative, Func<StackDouble, string, TemplateDouble, SortedDictionary<string, string>, ChangeSetDouble> makeNested)
{
    public IReadOnlyList<string> Changes(StackDouble stack, TemplateDouble template, SortedDictionary<string, string> parameters, bool nested) =>
    [
        .. template.Resources.Select(resource => Change(stack, resource, parameters, nested)).OfType<string>(),
        .. stack.Template.Resources.Where(old => template.Resources.All(resource => resource.LogicalId != old.LogicalId)).Select(old => Element("Remove", old, stack, Xml.Element("PolicyAction", isTalkative ? old.DeletionPolicy : null))),
    ];

    private string? Change(StackDouble stack, ResourceDouble resource, SortedDictionary<string, string> parameters, bool nested)
    {
        var old = stack.Template.Resources.FirstOrDefault(candidate => candidate.LogicalId == resource.LogicalId);
        if (resource.IsStack && nested)
            return Nested(stack, resource, parameters, old is null);
        if (old is null)
            return Element("Add", resource, stack, "");
        var before = old.Resolved(stack.Parameters);
        var after = resource.Resolved(parameters);
        var changed = before.Keys.Union(after.Keys).Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name)).ToList();
        if (changed.Count == 0)
            return null;
        var replaces = changed.Any(resource.Replaces);
        return Element(
            "Modify",
            resource,
            stack,
            Xml.Element("Replacement", !isTalkative ? null : replaces ? "True" : "False")
            + Xml.Element("PolicyAction", replaces && isTalkative ? "ReplaceAnd" + old.DeletionPolicy : null)
            + "<Details>" + string.Concat(changed.Select(name => Detail(name, isTalkative ? before.GetValueOrDefault(name) : null, isTalkative ? after.GetValueOrDefault(name) : null, isTalkative ? resource.Replaces(name) : null))) + "</Details>");
    }

    private string? Nested(StackDouble stack, ResourceDouble resource, SortedDictionary<string, string> parameters, bool isNew)
    {
        var child = stack.Children.GetValueOrDefault(resource.LogicalId) ?? new StackDouble(stack.Name + "-" + resource.LogicalId, stack, 0);
        var template = TemplateDouble.Parse(s3.Read(resource.TemplateUrl));
        var changeSet = makeNested(child, resource.LogicalId, template, resource.NestedParameters(parameters));
        return changeSet.Changes.Count == 0 ? null : Element(isNew ? "Add" : "Modify", resource, stack, Xml.Element("ChangeSetId", isTalkative ? changeSet.Id : null) + Xml.Element("Replacement", isNew ? null : "False"));
    }

    private static string Detail(string name, string? before, string? after, bool? replaces) => "<member><Target><Attribute>Properties</Attribute>"
        + Xml.Element("Name", name)
        + Xml.Element("RequiresRecreation", replaces is null ? null : replaces == true ? "Always" : "Never")
        + Xml.Element("BeforeValue", before)
        + Xml.Element("AfterValue", after)
        + "</Target><Evaluation>Static</Evaluation></member>";

    private static string Element(string action, ResourceDouble resource, StackDouble stack, string more) => "<member><Type>Resource</Type><ResourceChange>"
        + Xml.Element("Action", action)
        + Xml.Element("LogicalResourceId", resource.LogicalId)
        + Xml.Element("PhysicalResourceId", stack.Physical.GetValueOrDefault(resource.LogicalId))
        + Xml.Element("ResourceType", resource.Type)
        + more
        + "</ResourceChange></member>";
}
