using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Cluster;

/// <summary>The bucket of <c>execute-command</c>: private, encrypted, and only for encrypted connections.</summary>
internal static class ExecBucket
{
    public const string LogicalId = "EcsExecBucket";

    public static IReadOnlyList<SynthesizedResource> Resources(bool hasKey, Cfn cfn) =>
    [
        new(LogicalId, "AWS::S3::Bucket", cfn.Map(
            ("BucketEncryption", PrivateBucket.Encryption(hasKey ? cfn.GetAtt(ExecKey.LogicalId, "Arn") : null, cfn)),
            ("OwnershipControls", PrivateBucket.Ownership(cfn)),
            ("PublicAccessBlockConfiguration", PrivateBucket.NoPublicAccess(cfn))), Home.Root, cfn.Origin)
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

    private static CfnMap OnlyEncrypted(Cfn cfn) =>
        PrivateBucket.OnlyOverTls("OnlyEncryptedConnections", cfn.GetAtt(LogicalId, "Arn"), cfn.Sub("${Arn}/*", ("Arn", cfn.GetAtt(LogicalId, "Arn"))), cfn);
}
