using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Reading;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>Attributes in either form: a mapping, or CloudFormation's list of <c>Key</c> and <c>Value</c>.</summary>
internal static class KeyValues
{
    public static IReadOnlyList<CfnMember> Read(string name, YamlNode? node, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlMapping mapping:
                return [.. mapping.Entries.Select(entry => new CfnMember(entry.Name, Value(entry.Value), entry.Key.Location))];
            case YamlSequence sequence:
                return [.. sequence.Items.Select(item => ReadItem(name, item, diagnostics)).OfType<CfnMember>()];
            default:
                diagnostics.Add(ModelDiagnostics.WrongKind(name, "a mapping of attributes to values", node.Location));
                return [];
        }
    }

    public static CfnList ToList(IEnumerable<CfnMember> attributes, Cfn cfn) => cfn.List(attributes.Select(attribute =>
        new Cfn(attribute.Value.Origin).Map(("Key", new CfnString(attribute.Name, attribute.NameOrigin)), ("Value", attribute.Value))));

    private static CfnMember? ReadItem(string name, YamlNode item, DiagnosticBag diagnostics)
    {
        if (item is YamlMapping { Entries.Count: 2 } mapping && mapping["Key"] is YamlScalar key && mapping["Value"] is { } value)
        {
            return new(key.Text, Value(value), key.Location);
        }

        diagnostics.Add(ModelDiagnostics.WrongKind(name, "a list of entries with \"Key\" and \"Value\" each, or better a mapping of attributes to values", item.Location));
        return null;
    }

    private static CfnValue Value(YamlNode node) => AttributeText.Of(CfnValueReader.Read(node).Replace(value =>
        value is CfnString text && PropertiesReader.ReadReference(text.Value, text.Origin) is { } reference ? reference : value));
}
