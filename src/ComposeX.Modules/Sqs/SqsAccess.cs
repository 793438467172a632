using System.Collections.Generic;
using ComposeX.Model.Seam;

namespace ComposeX.Modules.Sqs;

/// <summary>
/// The access sets of a queue. All are allow-lists on the queue's own ARN: none is wider than its name says.
/// </summary>
internal static class SqsAccess
{
    public static IReadOnlyList<AccessSet> Sets { get; } =
    [
        AccessSet.OnResource("RO",
            "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ListDeadLetterSourceQueues", "sqs:ListQueueTags", "sqs:ReceiveMessage"),
        AccessSet.OnResource("RWMessages",
            "sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl",
            "sqs:ListDeadLetterSourceQueues", "sqs:ListQueueTags", "sqs:ReceiveMessage", "sqs:SendMessage"),
        AccessSet.OnResource("RWPermissions",
            "sqs:AddPermission", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:RemovePermission"),
        AccessSet.OnResource("Publish",
            "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"),
    ];
}
