using System.Collections.Generic;
using ComposeX.Model.Seam;

namespace ComposeX.Modules.Dynamodb;

/// <summary>
/// The access sets of a table: allow-lists on its own ARN and those of its indexes. None makes or deletes a table, and none gives rights
/// to others.
/// </summary>
internal static class DynamodbAccess
{
    private static readonly string[] Table = ["${Arn}", "${Arn}/index/*"];

    private static readonly string[] ReadKey = ["kms:Decrypt", "kms:DescribeKey"];

    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
    private static readonly string[] WriteKey =
        ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"];

    /// <summary>What a reader of the table's stream may do, on the stream.</summary>
    public static IReadOnlyList<string> ReadStream { get; } = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"];

    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
    public static IReadOnlyList<AccessSet> Sets { get; } =
    [
        new("RO",
            ["dynamodb:BatchGetItem", "dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:PartiQLSelect", "dynamodb:Query", "dynamodb:Scan"],
            Table) { KeyActions = ReadKey },
        new("RW",
            [
                "dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:DescribeTable",
                "dynamodb:GetItem", "dynamodb:PartiQLDelete", "dynamodb:PartiQLInsert", "dynamodb:PartiQLSelect", "dynamodb:PartiQLUpdate",
                "dynamodb:PutItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:UpdateItem",
            ],
            Table) { KeyActions = WriteKey },
        new("PowerUser",
            [
                "dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem", "dynamodb:CreateBackup", "dynamodb:DeleteItem",
                "dynamodb:DescribeContinuousBackups", "dynamodb:DescribeContributorInsights", "dynamodb:DescribeKinesisStreamingDestination",
                "dynamodb:DescribeTable", "dynamodb:DescribeTableReplicaAutoScaling", "dynamodb:DescribeTimeToLive",
                "dynamodb:DisableKinesisStreamingDestination", "dynamodb:EnableKinesisStreamingDestination", "dynamodb:ExportTableToPointInTime",
                "dynamodb:GetItem", "dynamodb:GetResourcePolicy", "dynamodb:ListTagsOfResource", "dynamodb:PartiQLDelete", "dynamodb:PartiQLInsert",
                "dynamodb:PartiQLSelect", "dynamodb:PartiQLUpdate", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:TagResource",
                "dynamodb:UntagResource", "dynamodb:UpdateContinuousBackups", "dynamodb:UpdateContributorInsights", "dynamodb:UpdateItem",
                "dynamodb:UpdateKinesisStreamingDestination", "dynamodb:UpdateTable", "dynamodb:UpdateTableReplicaAutoScaling", "dynamodb:UpdateTimeToLive",
            ],
            Table) { KeyActions = WriteKey },

        // The table of leases that the Kinesis Client Library keeps: https://docs.aws.amazon.com/streams/latest/dev/kcl-iam-permissions.html
        new("KinesisKCL",
            [
                "dynamodb:DeleteItem", "dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:Scan",
                "dynamodb:UpdateItem",
            ],
            Table) { KeyActions = WriteKey },
    ];
}
