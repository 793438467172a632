using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.S3;

/// <summary>How a bucket encrypts: as the user says, completed; with S3's own keys when nobody says.</summary>
internal static class BucketEncryption
{
    private const string Rules = "ServerSideEncryptionConfiguration";
    private const string Default = "ServerSideEncryptionByDefault";
    private const string KeyId = "KMSMasterKeyID";
    private const string Algorithm = "SSEAlgorithm";
    private const string BucketKey = "BucketKeyEnabled";
    private const string AwsAlias = "alias/aws/s3";

    public static CfnValue Of(CfnValue? written, BucketMacros macros, Location origin, DiagnosticBag diagnostics)
    {
        if (written is CfnMap map && map[Rules] is CfnList rules)
        {
            return map.With(Rules, rules with { Items = [.. rules.Items.Select(rule => rule is CfnMap one ? Complete(one, diagnostics) : rule)] });
        }

        return written ?? (macros.Algorithm is { } kms
            ? PrivateBucket.Encryption(new Cfn(kms.Origin).String(AwsAlias), new Cfn(kms.Origin))
            : PrivateBucket.Encryption(null, new Cfn(origin)));
    }

    /// <summary>The ARN of a key that is the user's own, whom the bucket's users must be allowed; null where there is none, or none is known.</summary>
    /// <param name="encryption">What <see cref="Of"/> returned.</param>
    public static CfnValue? KeyArn(CfnValue? encryption) => KeyOf(encryption) switch
    {
        CfnString id when IsAlias(id.Value) => null,
        CfnString id when !id.Value.StartsWith("arn:", StringComparison.Ordinal) => new Cfn(id.Origin).Sub("arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/" + id.Value),
        var key => key,
    };

    /// <summary>An alias of the user's own, which no policy can name as a key.</summary>
    public static CfnString? Alias(CfnValue? encryption) => KeyOf(encryption) is CfnString id && IsAlias(id.Value) && !id.Value.EndsWith(AwsAlias, StringComparison.Ordinal) ? id : null;

    private static CfnValue? KeyOf(CfnValue? encryption) =>
        (((encryption as CfnMap)?[Rules] as CfnList)?.Items ?? []).OfType<CfnMap>().Select(rule => (rule[Default] as CfnMap)?[KeyId]).FirstOrDefault(key => key is not null);

    private static bool IsAlias(string id) => id.StartsWith("alias/", StringComparison.Ordinal) || id.IndexOf(":alias/", StringComparison.Ordinal) > 0;

    private static CfnMap Complete(CfnMap rule, DiagnosticBag diagnostics)
    {
        if (rule[Default] is not CfnMap written)
        {
            return rule;
        }

        var completed = WithAlgorithm(WithKey(written, diagnostics), diagnostics);
        var wantsBucketKey = rule[BucketKey] is null && completed[Algorithm] is CfnString { Value: "aws:kms" };
        rule = rule.With(Default, completed);
        return wantsBucketKey ? rule.With(BucketKey, new Cfn(written.Origin).Boolean(true)) : rule;
    }

    private static CfnMap WithKey(CfnMap written, DiagnosticBag diagnostics)
    {
        switch (written[KeyId])
        {
            case DeclarationReference { Key: "x-kms" } reference:
                return written.With(KeyId, reference with { Attribute = "Arn" });
            case DeclarationReference other:
                diagnostics.Add(S3Diagnostics.NoKey($"{other.Key}::{other.Name}", other.Origin));
                return written;
            case CfnString { Value: "aws/s3" } awsKey:
                diagnostics.Add(S3Diagnostics.AwsKey(awsKey.Origin));
                return written.With(KeyId, awsKey with { Value = AwsAlias });
            default:
                return written;
        }
    }

    // A key without a word about the algorithm can mean one thing only.
    private static CfnMap WithAlgorithm(CfnMap written, DiagnosticBag diagnostics)
    {
        if (written[KeyId] is not { } key || written[Algorithm] is not (null or CfnString { Value: "AES256" }))
        {
            return written;
        }

        if (written[Algorithm] is { } algorithm)
        {
            diagnostics.Add(S3Diagnostics.KeyTakesKms(algorithm.Origin));
        }

        return written.With(Algorithm, new CfnString("aws:kms", (written[Algorithm] ?? key).Origin));
    }
}
