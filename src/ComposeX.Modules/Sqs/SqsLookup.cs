using ComposeX.Model.Lookups;

namespace ComposeX.Modules.Sqs;

/// <summary>How an existing queue is found and read.</summary>
internal static class SqsLookup
{
    public const string KeyAttribute = "KmsKeyArn";

    public static LookupSource Source { get; } = new(
        "sqs",
        "AWS::SQS::Queue",
        @"^arn:(?<partition>aws[a-z-]*):sqs:(?<region>[a-z0-9-]+):(?<account>\d{12}):(?<id>[A-Za-z0-9_.-]+)$",
        "https://sqs.${region}.amazonaws.com/${account}/${id}",
        [
            new("Url", "QueueUrl"),
            new("Arn", "${arn}"),
            new("QueueName", "${id}"),
            new(KeyAttribute, "KmsMasterKeyId", IsOptional: true),
        ]);
}
