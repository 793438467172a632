using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Elbv2;

/// <summary>A bucket of the load balancer's own for its access logs: private, encrypted with S3's keys (others are refused), over TLS only.</summary>
internal static class LogBucket
{
    public static IEnumerable<SynthesizedResource> Of(AccessLogs logs, bool isNetwork, string bucketId, string policyId, Home home)
    {
        var cfn = new Cfn(logs.Origin);
        yield return new(bucketId, "AWS::S3::Bucket", cfn.Map(
            ("BucketEncryption", cfn.Map(("ServerSideEncryptionConfiguration", cfn.List(cfn.Map(
                ("ServerSideEncryptionByDefault", cfn.Map(("SSEAlgorithm", cfn.String("AES256"))))))))),
            ("LifecycleConfiguration", cfn.Map(("Rules", cfn.List(cfn.Map(
                ("Id", cfn.String("expire")),
                ("Status", cfn.String("Enabled")),
                ("ExpirationInDays", cfn.Number(logs.ExpirationInDays)),
                ("AbortIncompleteMultipartUpload", cfn.Map(("DaysAfterInitiation", cfn.Number(7))))))))),
            ("OwnershipControls", cfn.Map(("Rules", cfn.List(cfn.Map(("ObjectOwnership", cfn.String("BucketOwnerEnforced"))))))),
            ("PublicAccessBlockConfiguration", cfn.Map(
                ("BlockPublicAcls", cfn.Boolean(true)),
                ("BlockPublicPolicy", cfn.Boolean(true)),
                ("IgnorePublicAcls", cfn.Boolean(true)),
                ("RestrictPublicBuckets", cfn.Boolean(true))))), home, logs.Origin)
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

    private static IEnumerable<CfnValue> Statements(AccessLogs logs, bool isNetwork, CfnValue arn, Cfn cfn)
    {
        var objects = cfn.Sub("${Bucket}/" + (logs.Prefix is { } prefix ? prefix.Value + "/" : "") + "AWSLogs/${AWS::AccountId}/*", ("Bucket", arn));
        var writer = isNetwork ? "delivery.logs.amazonaws.com" : "logdelivery.elasticloadbalancing.amazonaws.com";
        var account = ("StringEquals", (CfnValue?)cfn.Map(
        [
            ("aws:SourceAccount", cfn.Pseudo("AWS::AccountId")),
            .. isNetwork ? [("s3:x-amz-acl", cfn.String("bucket-owner-full-control"))] : Enumerable.Empty<(string, CfnValue?)>(),
        ]));
        var source = ("ArnLike", (CfnValue?)cfn.Map(("aws:SourceArn", isNetwork
            ? cfn.Sub("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:*")
            : cfn.Sub("arn:${AWS::Partition}:elasticloadbalancing:${AWS::Region}:${AWS::AccountId}:loadbalancer/*"))));
        yield return cfn.Map(
            ("Sid", cfn.String("OnlyOverTls")),
            ("Effect", cfn.String("Deny")),
            ("Principal", cfn.String("*")),
            ("Action", cfn.String("s3:*")),
            ("Resource", cfn.List(arn, cfn.Sub("${Bucket}/*", ("Bucket", arn)))),
            ("Condition", cfn.Map(("Bool", cfn.Map(("aws:SecureTransport", cfn.String("false")))))));
        yield return cfn.Map(
            ("Sid", cfn.String("WriteLogs")),
            ("Effect", cfn.String("Allow")),
            ("Principal", cfn.Map(("Service", cfn.String(writer)))),
            ("Action", cfn.String("s3:PutObject")),
            ("Resource", objects),
            ("Condition", isNetwork ? cfn.Map(account, source) : cfn.Map(source)));
        if (isNetwork)
        {
            yield return cfn.Map(
                ("Sid", cfn.String("CheckAcl")),
                ("Effect", cfn.String("Allow")),
                ("Principal", cfn.Map(("Service", cfn.String(writer)))),
                ("Action", cfn.String("s3:GetBucketAcl")),
                ("Resource", arn),
                ("Condition", cfn.Map(("StringEquals", cfn.Map(("aws:SourceAccount", cfn.Pseudo("AWS::AccountId")))), source)));
        }
    }
}
