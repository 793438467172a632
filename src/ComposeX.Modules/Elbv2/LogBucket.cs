using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Elbv2;

/// <summary>A bucket of the load balancer's own for its access logs: private, encrypted with S3's keys (others are refused), over TLS only.</summary>
internal static class LogBucket
{
    public static IEnumerable<SynthesizedResource> Of(AccessLogs logs, bool isNetwork, string bucketId, string policyId, Home home)
    {
        var cfn = new Cfn(logs.Origin);
        yield return new(bucketId, "AWS::S3::Bucket", cfn.Map(
            ("BucketEncryption", PrivateBucket.Encryption(null, cfn)),
            ("LifecycleConfiguration", cfn.Map(("Rules", cfn.List(cfn.Map(
                ("Id", cfn.String("expire")),
                ("Status", cfn.String("Enabled")),
                ("ExpirationInDays", cfn.Number(logs.ExpirationInDays)),
                ("AbortIncompleteMultipartUpload", cfn.Map(("DaysAfterInitiation", cfn.Number(7))))))))),
            ("OwnershipControls", PrivateBucket.Ownership(cfn)),
            ("PublicAccessBlockConfiguration", PrivateBucket.NoPublicAccess(cfn))), home, logs.Origin)
        {
            DeletionPolicy = "RetainExceptOnCreate",
            UpdateReplacePolicy = "Retain",
        };
        yield return new(policyId, "AWS::S3::BucketPolicy", cfn.Map(
            ("Bucket", cfn.Ref(bucketId)),
            ("PolicyDocument", cfn.Map(
                ("Version", cfn.String("2012-10-17")),
                ("Statement", cfn.List(Statements(logs, isNetwork, cfn.GetAtt(bucketId, "Arn"), cfn)))))), home, logs.Origin)
        {
            // The rules stay with the bucket.
            DeletionPolicy = "RetainExceptOnCreate",
            UpdateReplacePolicy = "Retain",
        };
    }

    private static IEnumerable<CfnValue> Statements(AccessLogs logs, bool isNetwork, CfnValue arn, Cfn cfn) =>
    [
        PrivateBucket.OnlyOverTls("OnlyOverTls", arn, cfn.Sub("${Bucket}/*", ("Bucket", arn)), cfn),
        .. PrivateBucket.Delivery(
            "", LogDelivery.Principal(isNetwork), arn, cfn.Sub("${Bucket}/" + LogDelivery.Path(logs), ("Bucket", arn)), LogDelivery.SourceArn(isNetwork, cfn), cfn),
    ];
}
