using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>Users log in before their requests reach a target.</summary>
/// <param name="IsOidc">With an OpenID Connect provider; otherwise with a Cognito user pool.</param>
/// <param name="Config">The configuration of the action, as written.</param>
/// <param name="Client">Properties of a user pool's client to create, or null.</param>
internal sealed record Authentication(bool IsOidc, CfnMap Config, CfnMap? Client, Location Origin)
{
    private const string RuleType = "AWS::ElasticLoadBalancingV2::ListenerRule";
    private const string ClientType = "AWS::Cognito::UserPoolClient";

    public static Authentication? Read(MappingReader reader, DiagnosticBag diagnostics)
    {
        var oidc = reader.Mapping("AuthenticateOidcConfig");
        var cognito = reader.Mapping("AuthenticateCognitoConfig");
        var client = reader.Mapping("CreateCognitoClient");
        if (oidc is not null && (cognito ?? client) is { } other)
        {
            diagnostics.Add(Elbv2Diagnostics.TwoAuthentications(other.Location));
        }

        if (oidc is not null)
        {
            return new(true, ReadConfig("AuthenticateOidcConfig", oidc, diagnostics), null, oidc.Location);
        }

        return (client ?? cognito) is not { } written ? null : new(
            false,
            cognito is null ? new CfnMap([], written.Location) : ReadConfig("AuthenticateCognitoConfig", cognito, diagnostics),
            client is null ? null : (CfnMap)PropertiesReader.Read(client, ClientType, client.Location).Replace(Declared),
            written.Location);
    }

    private static CfnMap ReadConfig(string name, YamlMapping mapping, DiagnosticBag diagnostics)
    {
        var action = new YamlMapping([Entry(name, Unquoted(mapping, diagnostics))], mapping.Location);
        var actions = new YamlMapping([Entry("Actions", new YamlSequence([action], mapping.Location))], mapping.Location);
        return PropertiesReader.Read(actions, RuleType, mapping.Location)["Actions"] is CfnList { Items: [CfnMap read] } && read[name] is CfnMap config
            ? (CfnMap)config.Replace(Declared)
            : new CfnMap([], mapping.Location);
    }

    // A slip that was published and copied: display": "page".
    private static YamlMapping Unquoted(YamlMapping mapping, DiagnosticBag diagnostics)
    {
        foreach (var entry in mapping.Entries.Where(entry => entry.Name is [.., '"']))
        {
            diagnostics.Add(Elbv2Diagnostics.StrayQuote(entry.Name, entry.Key.Location));
        }

        return mapping with
        {
            Entries = [.. mapping.Entries.Select(entry => new YamlEntry(
                entry.Key with { Text = entry.Name.TrimEnd('"') },
                entry.Value is YamlMapping inner ? Unquoted(inner, diagnostics) : entry.Value))],
        };
    }

    private static CfnValue Declared(CfnValue value) => value is DeclarationReference { Key: "x-cognito" } reference ? reference with { Key = "x-cognito_userpool" } : value;

    private static YamlEntry Entry(string name, YamlNode value) => new(new YamlScalar(name, YamlScalarStyle.Plain, value.Location), value);
}
