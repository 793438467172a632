using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Alarms;

/// <summary>The dimensions of metrics: <c>{Name: QueueName, Value: x-sqs::orders}</c> and those of load balancers, wherever they stand.</summary>
internal static class Dimensions
{
    private const string LoadBalancers = TargetGroups.Key;

    /// <summary>The dimensions of what ECS measures of a service.</summary>
    public static CfnList OfService(Family family, ClusterOffer cluster, Location origin)
    {
        var cfn = new Cfn(origin);
        return cfn.List(
            cfn.Map(("Name", cfn.String("ClusterName")), ("Value", cluster.PlainName())),
            cfn.Map(("Name", cfn.String("ServiceName")), ("Value", cfn.GetAtt(family.Service(), "Name"))));
    }

    /// <summary>What the user wrote, and those of the service that he did not.</summary>
    public static CfnList AddService(CfnValue? written, CfnList service)
    {
        var items = (written as CfnList)?.Items ?? [];
        var names = items.OfType<CfnMap>().Select(item => (item["Name"] as CfnString)?.Value).ToList();
        return new([.. items, .. service.Items.Where(item => !names.Contains(((item as CfnMap)?["Name"] as CfnString)?.Value))], written?.Origin ?? service.Origin);
    }

    /// <summary>Every dimension in the value with the name that CloudWatch knows the resource by.</summary>
    public static CfnValue Resolve(CfnValue value, Surroundings surroundings, DiagnosticBag diagnostics) => value.Replace(part =>
        part is CfnMap { Members.Count: 2 } map && map["Name"] is CfnString name && map["Value"] is { } given
            ? map.With("Value", ValueOf(name.Value, given, surroundings, diagnostics))
            : part);

    private static CfnValue ValueOf(string name, CfnValue value, Surroundings surroundings, DiagnosticBag diagnostics) => value switch
    {
        DeclarationReference { Key: LoadBalancers, Attribute: null } reference when name == "LoadBalancer" => reference with { Attribute = "LoadBalancerFullName" },
        DeclarationReference { Key: LoadBalancers, Attribute: { } target } reference when name == "TargetGroup" && !HasAttribute(reference, target, surroundings) =>
            TargetGroups.Find(reference.Name, target, reference.Origin, surroundings, diagnostics) ?? value,
        DeclarationReference { Attribute: null } reference when HasAttribute(reference, name, surroundings) => reference with { Attribute = name },
        CfnString text when name == "TargetGroup" && text.Value.StartsWith(LoadBalancers + "::", StringComparison.Ordinal) =>
            TargetGroups.Find(text, surroundings, diagnostics) ?? value,
        _ => value,
    };

    private static bool HasAttribute(DeclarationReference reference, string attribute, Surroundings surroundings) =>
        surroundings.FindDeclaration(reference.Key, reference.Name)?.Module.FindAttribute(attribute) is not null;
}
