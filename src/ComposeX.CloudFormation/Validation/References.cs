using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Validation;

/// <summary>One use of a name: by <c>Ref</c> (no attribute), <c>Fn::GetAtt</c>, or a variable of <c>Fn::Sub</c>.</summary>
public sealed record Reference(string Name, string? Attribute, Location Origin);

/// <summary>Finds the names that a value refers to.</summary>
public static class References
{
    /// <summary>All references inside a value, in the order written.</summary>
    public static IEnumerable<Reference> In(CfnValue value) => ValueWalk.SelfAndDescendants(value).OfType<CfnFunction>().SelectMany(Of);

    /// <summary>The logical ids of the resources that the symbols inside a value stand for, before the stacks are laid out.</summary>
    public static IEnumerable<string> Symbols(CfnValue value) => ValueWalk.SelfAndDescendants(value).OfType<CfnResourceReference>().Select(reference => reference.LogicalId);

    /// <summary>What one function itself refers to.</summary>
    public static IEnumerable<Reference> Of(CfnFunction function) => function switch
    {
        { Name: "Ref", Argument: CfnString name } => [new Reference(name.Value, null, name.Origin)],
        { Name: "Fn::GetAtt", Argument: CfnList { Items: [CfnString name, CfnString attribute] } } => [new Reference(name.Value, attribute.Value, attribute.Origin)],
        { Name: "Fn::GetAtt", Argument: CfnList { Items: [CfnString name, ..] } } => [new Reference(name.Value, "", name.Origin)],
        { Name: "Fn::Sub", Argument: CfnString text } => Variables(text, null),
        { Name: "Fn::Sub", Argument: CfnList { Items: [CfnString text, CfnMap own, ..] } } => Variables(text, own),
        _ => [],
    };

    /// <summary>The conditions that a value names.</summary>
    public static IEnumerable<CfnString> Conditions(CfnValue value) => ValueWalk.SelfAndDescendants(value).OfType<CfnFunction>().SelectMany(ConditionsOf);

    /// <summary>The condition that one function itself names.</summary>
    public static IEnumerable<CfnString> ConditionsOf(CfnFunction function) => function switch
    {
        { Name: "Condition", Argument: CfnString name } => [name],
        { Name: "Fn::If", Argument: CfnList { Items: [CfnString name, ..] } } => [name],
        _ => [],
    };

    private static IEnumerable<Reference> Variables(CfnString text, CfnMap? own) => SubText.Located(text)
        .Where(found => SubText.IsValid(found.Variable) && own?[found.Variable] is null)
        .Select(found => found.Variable.IndexOf('.') is > 0 and var dot
            ? new Reference(found.Variable.Substring(0, dot), found.Variable.Substring(dot + 1), found.Place)
            : new Reference(found.Variable, null, found.Place));
}
