using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Cluster;

/// <summary>The bucket of <c>execute-command</c>: private, encrypted, and only for encrypted connections.</summary>
internal static class ExecBucket
{
    public const string LogicalId = "EcsExecBucket";

    private static readonly string[] Blocks = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];

    public static IReadOnlyList<SynthesizedResource> Resources(bool hasKey, Cfn cfn) =>
    [
        new(LogicalId, "AWS::S3::Bucket", cfn.Map(
            ("BucketEncryption", cfn.Map(("ServerSideEncryptionConfiguration", cfn.List(Encryption(hasKey, cfn))))),
            ("OwnershipControls", cfn.Map(("Rules", cfn.List(cfn.Map(("ObjectOwnership", cfn.String("BucketOwnerEnforced"))))))),
            ("PublicAccessBlockConfiguration", cfn.Map(Blocks.Select(block => (block, (CfnValue?)cfn.Boolean(true)))))), Home.Root, cfn.Origin)
        {
            DeletionPolicy = "RetainExceptOnCreate",
            UpdateReplacePolicy = "Retain",
        },
        new("EcsExecBucketPolicy", "AWS::S3::BucketPolicy", cfn.Map(
            ("Bucket", cfn.Ref(LogicalId)),
            ("PolicyDocument", cfn.Map(
                ("Version", cfn.String("2012-10-17")),
                ("Statement", cfn.List(OnlyEncrypted(cfn)))))), Home.Root, cfn.Origin),
    ];

    private static CfnMap Encryption(bool hasKey, Cfn cfn) => hasKey
        ? cfn.Map(
            ("BucketKeyEnabled", cfn.Boolean(true)),
            ("ServerSideEncryptionByDefault", cfn.Map(
                ("SSEAlgorithm", cfn.String("aws:kms")),
                ("KMSMasterKeyID", cfn.GetAtt(ExecKey.LogicalId, "Arn")))))
        : cfn.Map(("ServerSideEncryptionByDefault", cfn.Map(("SSEAlgorithm", cfn.String("AES256")))));

    private static CfnMap OnlyEncrypted(Cfn cfn) => cfn.Map(
        ("Sid", cfn.String("OnlyEncryptedConnections")),
        ("Effect", cfn.String("Deny")),
        ("Principal", cfn.String("*")),
        ("Action", cfn.String("s3:*")),
        ("Resource", cfn.List(cfn.GetAtt(LogicalId, "Arn"), cfn.Sub("${Arn}/*", ("Arn", cfn.GetAtt(LogicalId, "Arn"))))),
        ("Condition", cfn.Map(("Bool", cfn.Map(("aws:SecureTransport", cfn.String("false")))))));
}
