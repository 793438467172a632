using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Model.Seam;

/// <summary>What a bucket has so that only its account reaches it, encrypted on the way and at rest. S3 has most of it by default today; it is said all the same.</summary>
public static class PrivateBucket
{
    /// <summary>The four ways to be public, each a member of <c>PublicAccessBlockConfiguration</c>.</summary>
    public static IReadOnlyList<string> Blocks { get; } = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];

    /// <summary><c>PublicAccessBlockConfiguration</c>: no way to be public.</summary>
    public static CfnMap NoPublicAccess(Cfn cfn) => cfn.Map(Blocks.Select(block => (block, (CfnValue?)cfn.Boolean(true))));

    /// <summary><c>OwnershipControls</c>: whoever writes an object, it is the account's, and no ACL says otherwise.</summary>
    public static CfnMap Ownership(Cfn cfn) => cfn.Map(("Rules", cfn.List(cfn.Map(("ObjectOwnership", cfn.String("BucketOwnerEnforced"))))));

    /// <summary><c>BucketEncryption</c>: with a KMS key, asked for once for many objects, or else with S3's own keys.</summary>
    public static CfnMap Encryption(CfnValue? keyArn, Cfn cfn) => cfn.Map(("ServerSideEncryptionConfiguration", cfn.List(keyArn is null
        ? cfn.Map(("ServerSideEncryptionByDefault", cfn.Map(("SSEAlgorithm", cfn.String("AES256")))))
        : cfn.Map(
            ("BucketKeyEnabled", cfn.Boolean(true)),
            ("ServerSideEncryptionByDefault", cfn.Map(("SSEAlgorithm", cfn.String("aws:kms")), ("KMSMasterKeyID", keyArn)))))));

    /// <summary>A statement of the bucket's policy: nobody gets in over a connection that is not encrypted.</summary>
    public static CfnMap OnlyOverTls(string sid, CfnValue bucketArn, CfnValue objectsArn, Cfn cfn) => cfn.Map(
        ("Sid", cfn.String(sid)),
        ("Effect", cfn.String("Deny")),
        ("Principal", cfn.String("*")),
        ("Action", cfn.String("s3:*")),
        ("Resource", cfn.List(bucketArn, objectsArn)),
        ("Condition", cfn.Map(("Bool", cfn.Map(("aws:SecureTransport", cfn.String("false")))))));

    /// <summary>The principal that delivers what AWS services log, network load balancers among them.</summary>
    public const string LogDelivery = "delivery.logs.amazonaws.com";

    /// <summary>Statements of the bucket's policy: a service of AWS may write there for this account.</summary>
    /// <param name="sid">What the statements' ids end in, where a bucket is delivered to more than once.</param>
    public static IEnumerable<CfnMap> Delivery(string sid, string principal, CfnValue bucketArn, CfnValue objectsArn, CfnValue? sourceArn, Cfn cfn)
    {
        var looks = principal == LogDelivery;
        var service = cfn.Map(("Service", cfn.String(principal)));
        var account = ("aws:SourceAccount", (CfnValue?)cfn.Pseudo("AWS::AccountId"));
        var source = ("ArnLike", sourceArn is null ? null : (CfnValue?)cfn.Map(("aws:SourceArn", sourceArn)));

        // Load balancers are documented to say their ARN, and nothing of the account that is in it.
        yield return cfn.Map(
            ("Sid", cfn.String("WriteLogs" + sid)),
            ("Effect", cfn.String("Allow")),
            ("Principal", service),
            ("Action", cfn.String("s3:PutObject")),
            ("Resource", objectsArn),
            ("Condition", looks ? cfn.Map(("StringEquals", cfn.Map(account, ("s3:x-amz-acl", cfn.String("bucket-owner-full-control")))), source)
                : sourceArn is null ? cfn.Map(("StringEquals", cfn.Map(account)))
                : cfn.Map(source)));
        if (looks)
        {
            yield return cfn.Map(
                ("Sid", cfn.String("CheckAcl" + sid)),
                ("Effect", cfn.String("Allow")),
                ("Principal", service),
                ("Action", cfn.String("s3:GetBucketAcl")),
                ("Resource", bucketArn),
                ("Condition", cfn.Map(("StringEquals", cfn.Map(account)), source)));
        }
    }
}
