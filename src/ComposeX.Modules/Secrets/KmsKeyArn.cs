using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Secrets;

/// <summary>The key that a secret is encrypted with, when it is not AWS's own for all secrets of the account.</summary>
internal static class KmsKeyArn
{
    private static readonly Regex Id = new("^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$", RegexOptions.CultureInvariant);

    private static readonly Regex Arn = new(
        @"^arn:(aws[a-z-]*|\$\{AWS::Partition\}):kms:([a-z0-9-]+|\$\{AWS::Region\}):(\d{12}|\$\{AWS::AccountId\}):key/[A-Za-z0-9-]+$", RegexOptions.CultureInvariant);

    public static CfnValue? Read(Located<string> text, DiagnosticBag diagnostics)
    {
        var cfn = new Cfn(text.Origin);
        if (PropertiesReader.ReadReference(text.Value, text.Origin) is { } reference)
        {
            return reference.Attribute is null ? reference with { Attribute = "Arn" } : reference;
        }

        if (Id.IsMatch(text.Value))
        {
            return cfn.Sub("arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/" + text.Value);
        }

        if (!Arn.IsMatch(text.Value))
        {
            diagnostics.Add(SecretsDiagnostics.BadKey(text.Value, text.Origin));
            return null;
        }

        return text.Value.Contains("${") ? cfn.Sub(text.Value) : cfn.String(text.Value);
    }
}
