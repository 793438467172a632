using System;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>KMS keys as properties name them: an ARN, an id, an alias, or <c>x-kms::key</c>.</summary>
internal static class KmsKeys
{
    private static readonly Regex Id = new("^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$", RegexOptions.CultureInvariant);

    /// <summary>The properties with every <c>x-kms::key</c> as the key's ARN.</summary>
    public static CfnMap Completed(CfnMap properties) =>
        (CfnMap)properties.Replace(value => value is DeclarationReference { Key: "x-kms", Attribute: null } key ? key with { Attribute = "Arn" } : value);

    /// <summary>The key's ARN, which a policy needs; null, and a finding, for an alias.</summary>
    public static CfnValue? Arn(CfnValue key, DiagnosticBag diagnostics)
    {
        if (key is not CfnString text || text.Value.StartsWith("arn:", StringComparison.Ordinal) && !text.Value.Contains(":alias/"))
        {
            return key;
        }

        if (Id.IsMatch(text.Value))
        {
            return new Cfn(text.Origin).Sub("arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/" + text.Value);
        }

        diagnostics.Add(RdsDiagnostics.KeyWithoutArn(text.Value, text.Origin));
        return null;
    }
}
