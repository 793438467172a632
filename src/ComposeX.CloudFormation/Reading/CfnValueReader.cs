using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Reading;

/// <summary>Turns located YAML that is CloudFormation, verbatim, into values; functions in either form become <see cref="CfnFunction"/>.</summary>
public static class CfnValueReader
{
    /// <summary>A value of which nothing is known: plain scalars become what YAML's core schema says.</summary>
    public static CfnValue Read(YamlNode node) => Read(node, inCondition: false);

    /// <summary>A condition's expression, in which an object with the key <c>Condition</c> names another condition.</summary>
    public static CfnValue ReadCondition(YamlNode node) => Read(node, inCondition: true);

    private static CfnValue Read(YamlNode node, bool inCondition) => node switch
    {
        YamlAlias alias => Read(alias.Target, inCondition) with { Origin = alias.Location },
        _ when FunctionNames.OfTag(node.Tag) is { } name => Function(name, Untagged(node), node.Location, inCondition),
        YamlScalar scalar => Scalar(scalar),
        YamlSequence sequence => new CfnList([.. sequence.Items.Select(item => Read(item, inCondition))], sequence.Location),
        YamlMapping { Entries: [var only] } call when FunctionNames.IsFunction(only.Name, inCondition) =>
            Function(only.Name, only.Value, call.Location, inCondition),
        YamlMapping mapping => Map(mapping, inCondition),
        _ => new CfnNull(node.Location),
    };

    private static CfnMap Map(YamlMapping mapping, bool inCondition) =>
        new([.. mapping.Entries.Select(entry => new CfnMember(entry.Name, Read(entry.Value, inCondition), entry.Key.Location))], mapping.Location);

    private static CfnFunction Function(string name, YamlNode argument, Location origin, bool inCondition)
    {
        var value = Argument(name, argument, inCondition);
        return new(name, name == "Fn::GetAtt" && value is CfnString attribute ? SplitAttribute(attribute) : value, origin);
    }

    // A scalar argument is a name or a text, whatever it looks like.
    private static CfnValue Argument(string name, YamlNode argument, bool inCondition) => argument switch
    {
        YamlScalar scalar when FunctionNames.OfTag(scalar.Tag) is null => new CfnString(scalar.Text, scalar.Location),
        YamlAlias { Target: YamlScalar scalar } alias => Argument(name, scalar with { Location = alias.Location }, inCondition),
        _ => Read(argument, inCondition),
    };

    private static CfnValue SplitAttribute(CfnString text)
    {
        var dot = text.Value.IndexOf('.');
        return dot < 0 ? text : new CfnList(
            [text with { Value = text.Value.Substring(0, dot) }, text with { Value = text.Value.Substring(dot + 1) }], text.Origin);
    }

    private static CfnValue Scalar(YamlScalar scalar) =>
        scalar.Style != YamlScalarStyle.Plain || scalar.Tag is "!" or "!!str" or "tag:yaml.org,2002:str"
            ? new CfnString(scalar.Text, scalar.Location)
            : PlainScalar.Resolve(scalar);

    private static YamlNode Untagged(YamlNode node) => node with { Tag = null };
}
