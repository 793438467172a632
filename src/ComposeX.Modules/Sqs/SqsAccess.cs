using System.Collections.Generic;
using ComposeX.Model.Seam;

namespace ComposeX.Modules.Sqs;

/// <summary>
/// The access sets of a queue. All are allow-lists on the queue's own ARN: none is wider than its name says.
/// </summary>
internal static class SqsAccess
{
    /// <summary>What AWS services do that take messages.</summary>
    public static readonly IReadOnlyList<string> Consume =
        ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ReceiveMessage"];

    /// <summary>What AWS services do that send messages.</summary>
    public static readonly IReadOnlyList<string> Send = ["sqs:SendMessage"];

    // Who sends makes a data key, and reads it back to see that it is whole.
    private static readonly IReadOnlyList<string> KeyToRead = ["kms:Decrypt"];
    private static readonly IReadOnlyList<string> KeyToSend = ["kms:Decrypt", "kms:GenerateDataKey"];

    public static IReadOnlyList<AccessSet> Sets { get; } =
    [
        AccessSet.OnResource("RO",
            "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ListDeadLetterSourceQueues", "sqs:ListQueueTags", "sqs:ReceiveMessage") with { KeyActions = KeyToRead },
        AccessSet.OnResource("RWMessages",
            "sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl",
            "sqs:ListDeadLetterSourceQueues", "sqs:ListQueueTags", "sqs:ReceiveMessage", "sqs:SendMessage") with { KeyActions = KeyToSend },
        AccessSet.OnResource("RWPermissions",
            "sqs:AddPermission", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:RemovePermission"),
        AccessSet.OnResource("Publish",
            "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage") with { KeyActions = KeyToSend },
    ];
}
