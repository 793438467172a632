using System;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Dynamodb;

/// <summary>The KMS key that a table is encrypted with, where it is not one of AWS's own.</summary>
internal static class TableKey
{
    private const string Property = "KMSMasterKeyId";

    /// <summary>The key's ARN, or null: when there is none, or when it is named by an alias, which no permission can name.</summary>
    public static CfnValue? Of(Declaration declaration) => declaration.IsNew
        ? Encryption(declaration) is { } encryption ? Arn(encryption[Property]) : null
        : declaration.Found?.Attributes.TryGetValue("KmsKeyArn", out var found) == true ? Arn(found) : null;

    public static void Check(CfnMap properties, DiagnosticBag diagnostics)
    {
        if (properties["SSESpecification"] is not CfnMap encryption || encryption[Property] is not { } key)
        {
            return;
        }

        if (encryption["SSEEnabled"] is CfnBoolean { Value: false } off)
        {
            diagnostics.Add(DynamodbDiagnostics.KeyWithoutEncryption(off.Origin));
        }
        else if (key is CfnString text && Arn(key) is null)
        {
            diagnostics.Add(DynamodbDiagnostics.KeyByAlias(text.Value, text.Origin));
        }
    }

    /// <summary>The specification with what follows from a key.</summary>
    public static CfnMap Complete(CfnMap encryption)
    {
        if (encryption[Property] is not { } key)
        {
            return encryption;
        }

        var cfn = new Cfn(key.Origin);
        var completed = encryption.With(Property, key is DeclarationReference { Attribute: null } reference ? reference with { Attribute = "Arn" } : key);
        completed = completed["SSEEnabled"] is null ? completed.With("SSEEnabled", cfn.Boolean(true)) : completed;
        return completed["SSEType"] is null ? completed.With("SSEType", cfn.String("KMS")) : completed;
    }

    private static CfnMap? Encryption(Declaration declaration) =>
        PropertiesReader.Read(declaration.Properties, declaration.Module.Type, declaration.Origin)["SSESpecification"] as CfnMap;

    private static CfnValue? Arn(CfnValue? key) => key switch
    {
        DeclarationReference { Key: "x-kms" } reference => reference with { Attribute = "Arn" },
        CfnString id when CustomerKey.OfId(id) is { } arnOfId => arnOfId,
        CfnString arn => arn.Value.StartsWith("arn:", StringComparison.Ordinal) && arn.Value.Contains(":key/") ? arn : null,
        CfnFunction { Name: "Fn::Sub", Argument: CfnString text } sub => text.Value.Contains(":key/") ? sub : null,
        var other => other,
    };
}
