using ComposeX.CloudFormation.Schema;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.CloudFormation.Reading;

/// <summary>Turns located YAML that is CloudFormation, verbatim, into values; functions in either form become <see cref="CfnFunction"/>.</summary>
public static class CfnValueReader
{
    private static readonly StringType s_text = new([], null, null, null);

    /// <summary>A value of which nothing is known: plain scalars become what YAML's core schema says.</summary>
    public static CfnValue Read(YamlNode node) => new NodeReader(null, inCondition: false).Read(node, null);

    /// <summary>
    /// The properties of a resource: where AWS says that a property is a text, <c>012345678901</c> and <c>true</c> are texts.
    /// A type that AWS does not publish is read as <see cref="Read"/> does.
    /// </summary>
    public static CfnMap ReadProperties(YamlMapping properties, string resourceType)
    {
        var schema = SchemaCatalogue.Default.Find(resourceType);
        return new NodeReader(schema, inCondition: false).ReadMembers(properties, schema?.Properties);
    }

    /// <summary>A condition's expression: all its scalars are texts, and an object with the key <c>Condition</c> names another condition.</summary>
    public static CfnValue ReadCondition(YamlNode node) => new NodeReader(null, inCondition: true).Read(node, s_text);
}
