using System;
using System.Collections.Generic;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Kms;

/// <summary>What the kinds of keys can do. https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html</summary>
internal static class KeySpecs
{
    private const string Default = "SYMMETRIC_DEFAULT";

    /// <summary>Whether the key is of the kind that AWS's services encrypt with; true too when nobody can tell.</summary>
    public static bool IsSymmetric(CfnMap properties) => properties["KeySpec"] is not CfnString { Value: not Default };

    /// <summary>Whether KMS can replace the key's material by itself.</summary>
    public static bool Rotates(CfnMap properties) => IsSymmetric(properties) && properties["Origin"] is not CfnString { Value: not "AWS_KMS" };

    /// <summary>The usages that the key's kind has; none when nobody can tell.</summary>
    public static IReadOnlyList<string> UsagesOf(CfnMap properties) => properties["KeySpec"] switch
    {
        null => [KmsAccess.Encrypting],
        CfnString spec => UsagesOf(spec.Value),
        _ => [],
    };

    private static IReadOnlyList<string> UsagesOf(string spec) => spec switch
    {
        Default => [KmsAccess.Encrypting],
        "SM2" => [KmsAccess.Encrypting, KmsAccess.Signing, KmsAccess.Agreement],
        "ECC_SECG_P256K1" or "ECC_NIST_EDWARDS25519" => [KmsAccess.Signing],
        _ when Is(spec, "HMAC_") => [KmsAccess.Mac],
        _ when Is(spec, "RSA_") => [KmsAccess.Encrypting, KmsAccess.Signing],
        _ when Is(spec, "ECC_NIST_") => [KmsAccess.Signing, KmsAccess.Agreement],
        _ when Is(spec, "ML_DSA_") => [KmsAccess.Signing],
        _ => [],
    };

    private static bool Is(string spec, string kind) => spec.StartsWith(kind, StringComparison.Ordinal);
}
