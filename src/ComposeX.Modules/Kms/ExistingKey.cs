using System;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Kms;

/// <summary>A key that <c>Use</c> names: by its id, its ARN, or an alias.</summary>
internal static class ExistingKey
{
    private const string AliasPrefix = "alias/";

    private static readonly Regex Id = new("^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$", RegexOptions.CultureInvariant);

    private static readonly Regex Arn = new(
        @"^arn:(aws[a-z-]*|\$\{AWS::Partition\}):kms:([a-z0-9-]+|\$\{AWS::Region\}):([0-9]{12}|\$\{AWS::AccountId\}):(key/(?<id>[A-Za-z0-9-]+)|(?<alias>alias/.+))$", RegexOptions.CultureInvariant);

    public static void Check(YamlNode? use, DiagnosticBag diagnostics)
    {
        if (use is YamlScalar { Text: var text } && !Id.IsMatch(text) && !Arn.IsMatch(text) && !text.StartsWith(AliasPrefix, StringComparison.Ordinal))
        {
            diagnostics.Add(KmsDiagnostics.NoKey(text, use.Location));
        }
        else if (use is not null and not YamlScalar)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Use", "a key's id, its ARN, or an alias", use.Location));
        }
    }

    public static CfnValue? AttributeOf(string text, string attribute, Location origin, DiagnosticBag diagnostics)
    {
        var arn = Arn.Match(text);
        var id = arn.Groups["id"] is { Success: true } inArn ? inArn.Value : Id.IsMatch(text) ? text : null;
        var alias = arn.Groups["alias"] is { Success: true } ofArn ? ofArn.Value : text.StartsWith(AliasPrefix, StringComparison.Ordinal) ? text : null;
        var cfn = new Cfn(origin);
        switch (attribute)
        {
            case "Arn" when arn.Success && id is not null:
                return PropertiesReader.ReadText(text, origin);
            case "Arn" when id is not null:
                return cfn.Sub("arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/" + id);
            case "KeyId" when id is not null:
                return cfn.String(id);
            case KmsModule.AliasName or "KeyId" when alias is not null:
                return cfn.String(alias);
        }

        // What is none of these has been reported where it was written.
        diagnostics.Add(alias is not null ? KmsDiagnostics.AliasIsNoKey(text, attribute, origin) : KmsDiagnostics.KeyHasNoAlias(text, origin));
        return null;
    }
}
