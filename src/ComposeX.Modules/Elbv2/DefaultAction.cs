using System;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>Reads what a listener does with requests that no rule is for: a word for what is usual, or CloudFormation's action.</summary>
internal static class DefaultAction
{
    private const string Type = "AWS::ElasticLoadBalancingV2::Listener";

    private static readonly string[] Words = ["HTTP_TO_HTTPS", "TEA_POT"];

    public static CfnValue? Read(YamlNode item, bool isNetwork, DiagnosticBag diagnostics)
    {
        if (item is YamlMapping { Entries: [{ Name: "Redirect", Value: YamlScalar word }] })
        {
            if (isNetwork)
            {
                diagnostics.Add(Elbv2Diagnostics.RedirectOfNetwork(word.Text, word.Location));
            }

            if (Array.IndexOf(Words, word.Text) < 0)
            {
                diagnostics.Add(Elbv2Diagnostics.UnknownRedirect(word.Text, Words, word.Location));
                return null;
            }

            return word.Text == "TEA_POT" ? NothingHere(new(word.Location)) : ToHttps(new(word.Location));
        }

        if (item is not YamlMapping { Entries.Count: > 0 } mapping || mapping["Type"] is null)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("DefaultActions", "a list of \"Redirect: HTTP_TO_HTTPS\", \"Redirect: TEA_POT\", or CloudFormation's actions with a \"Type\"", item.Location));
            return null;
        }

        var list = new YamlSequence([mapping], mapping.Location);
        var properties = new YamlMapping([new(new YamlScalar("DefaultActions", YamlScalarStyle.Plain, mapping.Location), list)], mapping.Location);
        return PropertiesReader.Read(properties, Type, mapping.Location)["DefaultActions"] is CfnList { Items: [var action] } ? action : null;
    }

    public static CfnMap ToHttps(Cfn cfn) => cfn.Map(
        ("Type", cfn.String("redirect")),
        ("RedirectConfig", cfn.Map(
            ("Protocol", cfn.String("HTTPS")),
            ("Port", cfn.String("443")),
            ("Host", cfn.String("#{host}")),
            ("Path", cfn.String("/#{path}")),
            ("Query", cfn.String("#{query}")),
            ("StatusCode", cfn.String("HTTP_301")))));

    public static CfnMap NothingHere(Cfn cfn) => cfn.Map(
        ("Type", cfn.String("fixed-response")),
        ("FixedResponseConfig", cfn.Map(
            ("StatusCode", cfn.String("418")),
            ("ContentType", cfn.String("application/json")),
            ("MessageBody", cfn.String("{\"message\":\"Nothing is served here.\"}")))));
}
