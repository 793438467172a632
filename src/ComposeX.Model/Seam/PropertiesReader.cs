using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Reading;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Model.Seam;

/// <summary>Reads verbatim properties, with <c>x-sqs::orders::Arn</c> understood wherever a string may stand.</summary>
public static class PropertiesReader
{
    private static readonly Regex Reference = new("^(?<key>x-[a-z0-9_-]+)::(?<name>[A-Za-z0-9._-]+)(::(?<attribute>[A-Za-z0-9]+))?$", RegexOptions.CultureInvariant);

    public static CfnMap Read(YamlMapping? properties, string type, Location origin) =>
        properties is null ? new CfnMap([], origin) : (CfnMap)CfnValueReader.ReadProperties(properties, type).Replace(WithReference);

    /// <summary>The reference that a text is, or null.</summary>
    public static DeclarationReference? ReadReference(string text, Location origin) => Reference.Match(text) is { Success: true } match
        ? new(match.Groups["key"].Value, match.Groups["name"].Value, match.Groups["attribute"] is { Success: true } attribute ? attribute.Value : null, origin)
        : null;

    /// <summary>What a text of the compose file means: a reference, a text with pseudo parameters of CloudFormation in it, or just a text.</summary>
    public static CfnValue ReadText(string text, Location origin)
    {
        if (ReadReference(text, origin) is { } reference)
        {
            return reference;
        }

        var cfn = new Cfn(origin);
        return PseudoParameters.AreIn(text) ? cfn.Sub(PseudoParameters.KeepOnly(text)) : cfn.String(text);
    }

    private static CfnValue WithReference(CfnValue value) =>
        value is CfnString text && ReadReference(text.Value, text.Origin) is { } reference ? reference : value;
}
