using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Secrets;

/// <summary>Where a secret is kept.</summary>
/// <param name="IsParameter">In the SSM Parameter Store, else in Secrets Manager.</param>
/// <param name="Arn">The ARN that ECS and code read it by; of a secret that was named, without the six characters that AWS put behind it.</param>
/// <param name="Resource">The ARN that a permission is for.</param>
internal sealed record SecretAddress(bool IsParameter, CfnValue Arn, CfnValue Resource)
{
    private const string Pseudo = @"\$\{AWS::(Partition|Region|AccountId)\}";

    // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
    private static readonly Regex LegalName = new($"^([A-Za-z0-9/_+=.@-]|{Pseudo}){{1,512}}$", RegexOptions.CultureInvariant);

    private static readonly Regex FullArn = new(
        $@"^arn:(aws[a-z-]*|{Pseudo}):(?<service>secretsmanager|ssm):([a-z0-9-]+|{Pseudo}):(\d{{12}}|{Pseudo}):(?<kind>secret:|parameter/)([A-Za-z0-9/_+=.@-]|{Pseudo})+$", RegexOptions.CultureInvariant);

    private static readonly Regex Suffix = new("-[A-Za-z0-9]{6}$", RegexOptions.CultureInvariant);

    /// <summary>The name of a secret that was named.</summary>
    public CfnValue? Name { get; init; }

    /// <summary>A secret of Secrets Manager by its name, or whatever an ARN or a reference leads to.</summary>
    public static SecretAddress? Read(Located<string> text, DiagnosticBag diagnostics)
    {
        if (!LegalName.IsMatch(text.Value))
        {
            return ReadArn(text, false, diagnostics);
        }

        if (Suffix.IsMatch(text.Value))
        {
            diagnostics.Add(SecretsDiagnostics.LooksComplete(text.Value, text.Origin));
        }

        var arn = "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:" + text.Value;
        var cfn = new Cfn(text.Origin);
        return new(false, cfn.Sub(arn), cfn.Sub(arn + "-??????")) { Name = Text(text.Value, text.Origin) };
    }

    /// <summary>A parameter by its name, or whatever an ARN or a reference leads to.</summary>
    public static SecretAddress? ReadParameter(Located<string> text, DiagnosticBag diagnostics)
    {
        if (!LegalName.IsMatch(text.Value))
        {
            return ReadArn(text, true, diagnostics);
        }

        var slash = text.Value[0] == '/' ? "" : "/";
        var arn = new Cfn(text.Origin).Sub("arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter" + slash + text.Value);
        return new(true, arn, arn);
    }

    /// <summary>A secret by its ARN alone.</summary>
    public static SecretAddress? ReadArn(Located<string> text, bool isParameter, DiagnosticBag diagnostics)
    {
        if (PropertiesReader.ReadReference(text.Value, text.Origin) is { } reference)
        {
            return new(isParameter, reference, reference);
        }

        var match = FullArn.Match(text.Value);
        var isOfParameter = match.Groups["service"].Value == "ssm";
        if (!match.Success || isOfParameter != (match.Groups["kind"].Value == "parameter/") || (isParameter && !isOfParameter))
        {
            diagnostics.Add(SecretsDiagnostics.BadAddress(text.Value, text.Origin));
            return null;
        }

        return new(isOfParameter, Text(text.Value, text.Origin), Text(isOfParameter || Suffix.IsMatch(text.Value) ? text.Value : text.Value + "-??????", text.Origin));
    }

    /// <summary>The ARN with what ECS takes behind it: <c>:key::</c>.</summary>
    public CfnValue With(string part) => Arn switch
    {
        CfnString text => text with { Value = text.Value + part },
        CfnFunction { Argument: CfnString text } sub => sub with { Argument = text with { Value = text.Value + part } },
        var symbol => new Cfn(symbol.Origin).Sub("${Secret}" + part, ("Secret", symbol)),
    };

    private static CfnValue Text(string text, Location origin) => text.Contains("${") ? new Cfn(origin).Sub(text) : new Cfn(origin).String(text);
}
