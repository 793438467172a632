using System;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>KMS keys as properties name them: an ARN, an id, an alias, or <c>x-kms::key</c>.</summary>
internal static class KmsKeys
{
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

        if (CustomerKey.OfId(text) is { } arn)
        {
            return arn;
        }

        diagnostics.Add(RdsDiagnostics.KeyWithoutArn(text.Value, text.Origin));
        return null;
    }
}
