using System.Collections.Generic;
using ComposeX.Model.Seam;

namespace ComposeX.Modules.Kms;

/// <summary>The access sets of a key, all on the key's own ARN.</summary>
internal static class KmsAccess
{
    public const string Encrypting = "ENCRYPT_DECRYPT";
    public const string Signing = "SIGN_VERIFY";
    public const string Mac = "GENERATE_VERIFY_MAC";
    public const string Agreement = "KEY_AGREEMENT";

    private static readonly string[] DataKeys =
        ["kms:GenerateDataKey", "kms:GenerateDataKeyPair", "kms:GenerateDataKeyPairWithoutPlaintext", "kms:GenerateDataKeyWithoutPlaintext"];

    public static IReadOnlyList<AccessSet> Sets { get; } =
    [
        AccessSet.OnResource("SQS", "kms:Decrypt", "kms:GenerateDataKey"),
        AccessSet.OnResource("DecryptOnly", "kms:Decrypt"),

        // Whoever may re-encrypt under any other key may as well decrypt, with that one.
        AccessSet.OnResource("EncryptOnly", ["kms:Encrypt", .. DataKeys, "kms:ReEncryptTo"]),
        AccessSet.OnResource("EncryptOnly", "kms:ReEncryptFrom") with { Part = "SameKey", Condition = new("Bool", "kms:ReEncryptOnSameKey", "true") },
        AccessSet.OnResource("EncryptDecrypt", ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", .. DataKeys, "kms:ReEncryptFrom", "kms:ReEncryptTo"]),

        // A grant hands on any use of the key; for AWS's services, which ask for it, is enough.
        AccessSet.OnResource("EncryptDecrypt", "kms:CreateGrant") with { Part = "Grants", Condition = new("Bool", "kms:GrantIsForAWSResource", "true") },
        AccessSet.OnResource("SignVerify", "kms:DescribeKey", "kms:GetPublicKey", "kms:Sign", "kms:Verify"),
        AccessSet.OnResource("VerifyOnly", "kms:DescribeKey", "kms:GetPublicKey", "kms:Verify"),
        AccessSet.OnResource("GenerateVerifyMac", "kms:DescribeKey", "kms:GenerateMac", "kms:VerifyMac"),
        AccessSet.OnResource("KeyAgreement", "kms:DeriveSharedSecret", "kms:DescribeKey", "kms:GetPublicKey"),
        .. SamPolicies.Of("kms"),
    ];

    /// <summary>The key usage that a set is of.</summary>
    public static string UsageOf(string set) => set switch
    {
        "SignVerify" or "VerifyOnly" => Signing,
        "GenerateVerifyMac" => Mac,
        "KeyAgreement" => Agreement,
        _ => Encrypting,
    };
}
