using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Reading;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Model.Seam;

/// <summary>Reads texts of the compose file, with <c>x-sqs::orders::Arn</c> understood wherever a text may stand, alone or inside a longer one.</summary>
public static class PropertiesReader
{
    private const string Key = "x-[a-z0-9_-]+";
    private const string Name = "[A-Za-z0-9._-]+";
    private const string Attribute = @"[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*";

    private static readonly Regex Reference = new($"^(?<key>{Key})::(?<name>{Name})(?:::(?<attribute>{Attribute}))?$", RegexOptions.CultureInvariant);

    // Inside a longer text only the whole form is a reference.
    private static readonly Regex Embedded = new($@"(?<![A-Za-z0-9_-])(?<key>{Key})::(?<name>{Name})::(?<attribute>{Attribute})(?![A-Za-z0-9]|::|\.[A-Za-z0-9])", RegexOptions.CultureInvariant);

    // ECS ComposeX's way to write ${AWS::Region} where Compose would interpolate it.
    private static readonly Regex Pseudo = new("(?<![A-Za-z0-9_-])x-aws::AWS::(?<name>[A-Za-z]+)", RegexOptions.CultureInvariant);

    /// <summary>Verbatim properties of a CloudFormation type, as values.</summary>
    public static CfnMap Read(YamlMapping? properties, string type, Location origin) =>
        properties is null ? new CfnMap([], origin) : (CfnMap)Understand(CfnValueReader.ReadProperties(properties, type));

    /// <summary>The reference that a text as a whole is, or null.</summary>
    public static DeclarationReference? ReadReference(string text, Location origin) =>
        Reference.Match(text) is { Success: true } match ? ReferenceOf(match, origin) : null;

    /// <summary>What a text of the compose file means: a reference, a text with references or CloudFormation's pseudo parameters in it, or just a text.</summary>
    public static CfnValue ReadText(string text, Location origin)
    {
        text = Pseudo.Replace(text, "$${AWS::${name}}");
        if (ReadReference(text, origin) is { } reference)
        {
            return reference;
        }

        var cfn = new Cfn(origin);
        return Embedded.IsMatch(text) ? Substituted(PseudoParameters.KeepOnly(text), [], cfn)
            : PseudoParameters.AreIn(text) ? cfn.Sub(PseudoParameters.KeepOnly(text))
            : cfn.String(text);
    }

    private static CfnValue Understand(CfnValue value) => value switch
    {
        CfnString text => ReadText(text.Value, text.Origin),
        CfnList list => list with { Items = [.. list.Items.Select(Understand)] },
        CfnMap map => map with { Members = [.. map.Members.Select(member => member with { Value = Understand(member.Value) })] },
        CfnFunction { Name: "Fn::Sub" } sub => UnderstandSub(sub),
        CfnFunction function => function with { Argument = Understand(function.Argument) },
        _ => value,
    };

    // The text of Fn::Sub stays a text, whatever is in it.
    private static CfnFunction UnderstandSub(CfnFunction sub) => sub.Argument switch
    {
        CfnString text when Embedded.IsMatch(text.Value) => Substituted(text.Value, [], new Cfn(sub.Origin)),
        CfnList { Items: [CfnString text, CfnMap variables] } when Embedded.IsMatch(text.Value) => Substituted(text.Value, ((CfnMap)Understand(variables)).Members, new Cfn(sub.Origin)),
        CfnList { Items: [CfnString text, CfnMap variables] } list => sub with { Argument = list with { Items = [text, Understand(variables)] } },
        _ => sub,
    };

    private static CfnFunction Substituted(string text, IReadOnlyList<CfnMember> given, Cfn cfn)
    {
        var variables = new SortedDictionary<string, CfnValue>(StringComparer.Ordinal);
        var written = new StringBuilder();
        var end = 0;
        foreach (Match match in Embedded.Matches(text))
        {
            var reference = ReferenceOf(match, cfn.Origin);
            var variable = LogicalId.From(reference.Key.Substring("x-".Length), reference.Name, reference.Attribute ?? "");
            variables[variable] = reference;
            written.Append(text, end, match.Index - end).Append("${").Append(variable).Append('}');
            end = match.Index + match.Length;
        }

        written.Append(text, end, text.Length - end);
        return cfn.Sub(written.ToString(), [.. given.Select(member => (member.Name, (CfnValue?)member.Value)), .. variables.Select(pair => (pair.Key, (CfnValue?)pair.Value))]);
    }

    private static DeclarationReference ReferenceOf(Match match, Location origin) =>
        new(match.Groups["key"].Value, match.Groups["name"].Value, match.Groups["attribute"] is { Success: true } attribute ? attribute.Value : null, origin);
}
