using System.Collections.Generic;

namespace ComposeX.Model.Seam;

/// <summary>What <see cref="SamPolicies"/> knows: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html.</summary>
internal static class SamTemplates
{
    private const string Own = "${Arn}";
    private const string Within = "${Arn}/*";
    private const string Indexes = "${Arn}/index/*";
    private const string Streams = "${Arn}/stream/*";
    private const string Backups = "${Arn}/backup/*";

    private static readonly string[] Reading = ["kms:Decrypt"];
    private static readonly string[] Writing = ["kms:Decrypt", "kms:GenerateDataKey"];

    /// <summary>Templates about what an x-key declares.</summary>
    public static IReadOnlyList<SamTemplate> All { get; } =
    [
        new("acm", "x-acm",
        [
            Set("AcmGetCertificatePolicy", [Own], [], "acm:GetCertificate"),
        ]),
        new("dynamodb", "x-dynamodb",
        [
            Set("DynamoDBBackupFullAccessPolicy", [Own], Reading, "dynamodb:CreateBackup", "dynamodb:DescribeContinuousBackups"),
            Set("DynamoDBBackupFullAccessPolicy", [Backups], [], "dynamodb:DeleteBackup", "dynamodb:DescribeBackup") with { Part = "Backups" },
            Set("DynamoDBCrudPolicy", [Own, Indexes], Reading,
                "dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:DescribeTable",
                "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:UpdateItem"),
            Set("DynamoDBReadPolicy", [Own, Indexes], Reading,
                "dynamodb:BatchGetItem", "dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan"),
            Set("DynamoDBReconfigurePolicy", [Own], [], "dynamodb:UpdateTable"),
            Set("DynamoDBRestoreFromBackupPolicy", [Backups], Reading, "dynamodb:RestoreTableFromBackup") with { Part = "Backups" },
            Set("DynamoDBRestoreFromBackupPolicy", [Own], Reading,
                "dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:UpdateItem"),
            Set("DynamoDBStreamReadPolicy", [Streams], Reading, "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"),
            Set("DynamoDBWritePolicy", [Own], Reading, "dynamodb:BatchWriteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"),
        ]),
        new("kms", "x-kms",
        [
            Set("KMSDecryptPolicy", [Own], [], "kms:Decrypt"),
            Set("KMSEncryptPolicy", [Own], [], "kms:Encrypt"),
        ]),
        new("s3", "x-s3",
        [
            Set("S3CrudPolicy", [Within], Writing, "s3:DeleteObject", "s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:PutObjectAcl"),
            Set("S3CrudPolicy", [Own], [],
                "s3:GetBucketLocation", "s3:GetLifecycleConfiguration", "s3:ListBucket", "s3:PutLifecycleConfiguration") with { Part = "Bucket" },
            Set("S3FullAccessPolicy", [Within], Writing,
                "s3:DeleteObject", "s3:DeleteObjectTagging", "s3:DeleteObjectVersionTagging", "s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectTagging",
                "s3:GetObjectVersion", "s3:GetObjectVersionTagging", "s3:PutObject", "s3:PutObjectAcl", "s3:PutObjectTagging", "s3:PutObjectVersionTagging"),
            Set("S3FullAccessPolicy", [Own], [],
                "s3:GetBucketLocation", "s3:GetLifecycleConfiguration", "s3:ListBucket", "s3:PutLifecycleConfiguration") with { Part = "Bucket" },
            Set("S3ReadPolicy", [Within], Reading, "s3:GetObject", "s3:GetObjectVersion"),
            Set("S3ReadPolicy", [Own], [], "s3:GetBucketLocation", "s3:GetLifecycleConfiguration", "s3:ListBucket") with { Part = "Bucket" },
            Set("S3WritePolicy", [Within], Writing, "s3:PutObject", "s3:PutObjectAcl"),
            Set("S3WritePolicy", [Own], [], "s3:PutLifecycleConfiguration") with { Part = "Bucket" },
        ]),
        new("sns", "x-sns",
        [
            Set("SNSCrudPolicy", [Own], Writing, "sns:CreateTopic", "sns:ListSubscriptionsByTopic", "sns:Publish", "sns:SetTopicAttributes", "sns:Subscribe"),
            Set("SNSPublishMessagePolicy", [Own], Writing, "sns:Publish"),
        ]),
        new("sqs", "x-sqs",
        [
            Set("SQSPollerPolicy", [Own], Reading, "sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
            Set("SQSSendMessagePolicy", [Own], Writing, "sqs:SendMessage"),
        ]),
        new("ssm", "x-ssm_parameter",
        [
            Set("SSMParameterReadPolicy", [Own], Reading, "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"),
        ]),
    ];

    /// <summary>Templates about anything else.</summary>
    public static string[] Others { get; } =
    [
        "AMIDescribePolicy", "AWSSecretsManagerGetSecretValuePolicy", "AWSSecretsManagerRotationPolicy", "AthenaQueryPolicy",
        "CloudFormationDescribeStacksPolicy", "CloudWatchDashboardPolicy", "CloudWatchDescribeAlarmHistoryPolicy", "CloudWatchPutMetricPolicy",
        "CodeCommitCrudPolicy", "CodeCommitReadPolicy", "CodePipelineLambdaExecutionPolicy", "CodePipelineReadOnlyPolicy", "ComprehendBasicAccessPolicy",
        "CostExplorerReadOnlyPolicy", "EC2CopyImagePolicy", "EC2DescribePolicy", "EFSWriteAccessPolicy", "EKSDescribePolicy", "EcsRunTaskPolicy",
        "ElasticMapReduceAddJobFlowStepsPolicy", "ElasticMapReduceCancelStepsPolicy", "ElasticMapReduceModifyInstanceFleetPolicy",
        "ElasticMapReduceModifyInstanceGroupsPolicy", "ElasticMapReduceSetTerminationProtectionPolicy", "ElasticMapReduceTerminateJobFlowsPolicy",
        "ElasticsearchHttpPostPolicy", "EventBridgePutEventsPolicy", "FilterLogEventsPolicy", "FirehoseCrudPolicy", "FirehoseWritePolicy",
        "KinesisCrudPolicy", "KinesisStreamReadPolicy", "LambdaInvokePolicy", "MobileAnalyticsWriteOnlyAccessPolicy", "OrganizationsListAccountsPolicy",
        "PinpointEndpointAccessPolicy", "PollyFullAccessPolicy", "RekognitionDetectOnlyPolicy", "RekognitionFacesManagementPolicy",
        "RekognitionFacesPolicy", "RekognitionLabelsPolicy", "RekognitionNoDataAccessPolicy", "RekognitionReadPolicy", "RekognitionWriteOnlyAccessPolicy",
        "Route53ChangeResourceRecordSetsPolicy", "SESBulkTemplatedCrudPolicy", "SESCrudPolicy", "SESEmailTemplateCrudPolicy", "SESSendBouncePolicy",
        "SageMakerCreateEndpointConfigPolicy", "SageMakerCreateEndpointPolicy", "ServerlessRepoReadWriteAccessPolicy", "StepFunctionsExecutionPolicy",
        "TextractDetectAnalyzePolicy", "TextractGetResultPolicy", "TextractPolicy", "VPCAccessPolicy",
    ];

    private static AccessSet Set(string name, string[] resources, string[] keyActions, params string[] actions) =>
        new(name, actions, resources) { KeyActions = keyActions, IsTemplate = true };
}

/// <summary>Templates about one service.</summary>
/// <param name="Service">Its prefix in IAM.</param>
/// <param name="Key">The x-key that declares its resources.</param>
internal sealed record SamTemplate(string Service, string Key, IReadOnlyList<AccessSet> Sets);
