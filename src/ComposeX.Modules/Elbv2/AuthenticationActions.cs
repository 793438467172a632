using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Elbv2;

/// <summary>The actions that make users log in, with what these need: a client of the user pool, or a parameter for a secret.</summary>
internal sealed class AuthenticationActions(Declaration declaration, IReadOnlyList<string> hosts, DiagnosticBag diagnostics)
{
    private const string UserPools = "x-cognito_userpool";

    private readonly Dictionary<string, SynthesizedResource> _clients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Parameter> _secrets = new(StringComparer.Ordinal);

    public IEnumerable<SynthesizedResource> Clients => _clients.Values;

    public IEnumerable<Parameter> Secrets => _secrets.Values;

    /// <param name="isRule">Rules and listeners spell <c>SessionTimeout</c> with different kinds of value.</param>
    public CfnMap Action(Listener listener, Forward forward, Authentication login, bool isRule)
    {
        var cfn = new Cfn(login.Origin);
        var config = login.IsOidc ? WithoutSecret(login.Config, listener, forward) : Cognito(login, listener, forward, cfn);
        if (config["SessionTimeout"] is { } timeout && AttributeText.Number(timeout) is { } seconds)
        {
            config = config.With("SessionTimeout", isRule ? new Cfn(timeout.Origin).Number(seconds) : AttributeText.Of(new Cfn(timeout.Origin).Number(seconds)));
        }

        return login.IsOidc
            ? cfn.Map(("Type", cfn.String("authenticate-oidc")), ("AuthenticateOidcConfig", config))
            : cfn.Map(("Type", cfn.String("authenticate-cognito")), ("AuthenticateCognitoConfig", config));
    }

    // A secret in a template is no secret: everybody who may describe the stack reads it.
    private CfnMap WithoutSecret(CfnMap config, Listener listener, Forward forward)
    {
        if (config["ClientSecret"] is not CfnString secret || secret.Value.Contains("{{resolve:"))
        {
            return config;
        }

        var name = LogicalId.From(declaration.Name, listener.Port.Value.ToString(CultureInfo.InvariantCulture), forward.TargetName, "ClientSecret");
        diagnostics.Add(Elbv2Diagnostics.LiteralSecret(name, secret.Origin));
        _secrets[name] = new Parameter(name, "String", secret.Origin) { NoEcho = true, Description = $"The secret that {declaration.Name} shows to the identity provider" };
        return config.With("ClientSecret", new Cfn(secret.Origin).Parameter(name));
    }

    private CfnMap Cognito(Authentication login, Listener listener, Forward forward, Cfn cfn)
    {
        var config = Attribute(login.Config, "UserPoolArn", "Arn");
        if (login.Client is { } client)
        {
            var pool = Pool(client["UserPoolId"] ?? config["UserPoolArn"]);
            if (pool is null && (client["UserPoolId"] is null || config["UserPoolArn"] is null))
            {
                diagnostics.Add(Elbv2Diagnostics.NoUserPool(login.Origin));
            }

            var id = declaration.Part(listener.Port.Value.ToString(CultureInfo.InvariantCulture), forward.TargetName, "UserPoolClient");
            _clients[id] = Client(id, pool is null ? client : client.With("UserPoolId", pool with { Attribute = "UserPoolId" }), login.Origin);
            config = config.With("UserPoolClientId", cfn.Ref(id));
            if (pool is not null)
            {
                config = Default(Default(config, "UserPoolArn", pool with { Attribute = "Arn" }), "UserPoolDomain", pool with { Attribute = "UserPoolDomain" });
            }
        }
        else if (config["UserPoolDomain"] is null && Pool(config["UserPoolArn"]) is { } pool)
        {
            config = config.With("UserPoolDomain", pool with { Attribute = "UserPoolDomain" });
        }

        return Default(Default(config, "OnUnauthenticatedRequest", cfn.String("authenticate")), "Scope", cfn.String("openid email profile"));
    }

    // What a load balancer asks of a client, where the file does not say.
    private SynthesizedResource Client(string id, CfnMap written, Location origin)
    {
        var cfn = new Cfn(origin);
        var properties = Default(written, "GenerateSecret", cfn.Boolean(true));
        properties = Default(properties, "AllowedOAuthFlowsUserPoolClient", cfn.Boolean(true));
        properties = Default(properties, "AllowedOAuthFlows", cfn.Strings(["code"]));
        properties = Default(properties, "AllowedOAuthScopes", cfn.Strings(["openid", "email", "profile"]));
        properties = Default(properties, "SupportedIdentityProviders", cfn.Strings(["COGNITO"]));
        if (properties["CallbackURLs"] is null)
        {
            CfnValue own = cfn.Sub("https://${Balancer}/oauth2/idpresponse", ("Balancer", new DeclarationReference(declaration.Module.Key, declaration.Name, "DNSName", origin)));
            properties = properties.With("CallbackURLs", hosts.Count > 0 ? cfn.Strings(hosts.Select(host => $"https://{host}/oauth2/idpresponse")) : cfn.List(own));
        }

        return new(id, "AWS::Cognito::UserPoolClient", properties, declaration.HomeOf(), origin);
    }

    // A user pool of the file, by its name or by a reference; null for what is written out.
    private static DeclarationReference? Pool(CfnValue? value) => value switch
    {
        DeclarationReference reference => reference,
        CfnString { Value: { } text } when text.IndexOf('_') < 0 && text.IndexOf(':') < 0 => new(UserPools, text, null, value.Origin),
        _ => null,
    };

    private static CfnMap Attribute(CfnMap config, string member, string attribute) =>
        config[member] is DeclarationReference { Attribute: null } reference ? config.With(member, reference with { Attribute = attribute }) : config;

    private static CfnMap Default(CfnMap map, string member, CfnValue value) => map[member] is null ? map.With(member, value) : map;
}
