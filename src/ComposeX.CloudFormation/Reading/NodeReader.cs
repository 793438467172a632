using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Schema;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Reading;

/// <summary>Reads nodes beside the schema that says what they are for; without one, by YAML's rules alone.</summary>
internal sealed class NodeReader(ResourceSchema? schema, bool inCondition)
{
    private static readonly StringType s_text = new([], null, null, null);

    public CfnValue Read(YamlNode node, SchemaType? expected) => node switch
    {
        YamlAlias alias => Read(alias.Target, expected) with { Origin = alias.Location },
        _ when FunctionNames.OfTag(node.Tag) is { } name => Function(name, node with { Tag = null }, node.Location, expected),
        YamlScalar scalar => ScalarReader.Read(scalar, expected),
        YamlSequence sequence => new CfnList([.. sequence.Items.Select(item => Read(item, Element(expected)))], sequence.Location),
        YamlMapping { Entries: [var only] } call when FunctionNames.IsFunction(only.Name, inCondition) => Function(only.Name, only.Value, call.Location, expected),
        YamlMapping mapping => Map(mapping, expected),
        _ => new CfnNull(node.Location),
    };

    public CfnMap ReadMembers(YamlMapping mapping, IReadOnlyDictionary<string, PropertySchema>? properties) =>
        Members(mapping, name => properties is not null && properties.TryGetValue(name, out var property) ? property.Type : null);

    private CfnMap Map(YamlMapping mapping, SchemaType? expected) => expected switch
    {
        ObjectReference reference => ReadMembers(mapping, schema?.Members(reference)),
        MapType map => Members(mapping, _ => map.Element),
        TagType => Members(mapping, _ => s_text),
        StringType when inCondition => Members(mapping, _ => expected),
        UnionType union => Map(mapping, union.Options.FirstOrDefault(option => option is ObjectReference or MapType)),
        _ => Members(mapping, _ => null),
    };

    private CfnMap Members(YamlMapping mapping, Func<string, SchemaType?> type) =>
        new([.. mapping.Entries.Select(entry => new CfnMember(entry.Name, Read(entry.Value, type(entry.Name)), entry.Key.Location))], mapping.Location);

    private SchemaType? Element(SchemaType? expected) => expected switch
    {
        ListType list => list.Element,
        UnionType union => Element(union.Options.FirstOrDefault(option => option is ListType)),
        StringType when inCondition => expected,
        _ => null,
    };

    private CfnFunction Function(string name, YamlNode argument, Location origin, SchemaType? expected) => name switch
    {
        "Fn::If" => new(name, If(argument, expected), origin),
        "Fn::GetAtt" => new(name, Attribute(Argument(argument)), origin),
        "Fn::Select" or "Fn::Cidr" or "Fn::Transform" or "Fn::ToJsonString" or "Fn::Length" => new(name, Read(argument, null), origin),
        _ => new(name, Argument(argument), origin),
    };

    private CfnValue If(YamlNode argument, SchemaType? expected) => argument is YamlSequence { Items: [var condition, ..] } sequence
        ? new CfnList([Argument(condition), .. sequence.Items.Skip(1).Select(branch => Read(branch, expected))], sequence.Location)
        : Argument(argument);

    // What functions are given are names and texts, whatever they look like.
    private CfnValue Argument(YamlNode argument) => argument switch
    {
        YamlAlias alias => Argument(alias.Target) with { Origin = alias.Location },
        _ when FunctionNames.OfTag(argument.Tag) is not null => Read(argument, s_text),
        YamlScalar scalar => ScalarReader.Text(scalar),
        YamlSequence sequence => new CfnList([.. sequence.Items.Select(Argument)], sequence.Location),
        YamlMapping { Entries: [var only] } when FunctionNames.IsFunction(only.Name, inCondition) => Read(argument, s_text),
        YamlMapping mapping => new CfnMap([.. mapping.Entries.Select(entry => new CfnMember(entry.Name, Argument(entry.Value), entry.Key.Location))], mapping.Location),
        _ => Read(argument, s_text),
    };

    private static CfnValue Attribute(CfnValue argument)
    {
        if (argument is not CfnString text || text.Value.IndexOf('.') is not (> 0 and var dot))
            return argument;
        return new CfnList([text with { Value = text.Value.Substring(0, dot) }, text with { Value = text.Value.Substring(dot + 1) }], text.Origin);
    }
}
