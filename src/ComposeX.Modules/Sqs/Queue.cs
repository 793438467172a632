using System;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;

namespace ComposeX.Modules.Sqs;

/// <summary>A queue of the file.</summary>
/// <param name="Properties">As written, but for what names a key.</param>
internal sealed record Queue(CfnMap Properties, SenderSettings Senders)
{
    /// <summary>Whether it is FIFO.</summary>
    public bool IsFifo => IsFifoQueue(Properties);

    /// <summary>The KMS key, or null where SQS's own keys do.</summary>
    public CfnValue? Key => Properties["KmsMasterKeyId"];

    /// <summary>Whether a name or ARN is of a FIFO queue.</summary>
    public static bool IsFifoName(string name) => name.EndsWith(".fifo", StringComparison.Ordinal);

    public static bool IsFifoQueue(CfnMap properties) => properties["FifoQueue"] is CfnBoolean { Value: true };

    /// <summary>Whether a declaration's queue is FIFO; null when nobody can tell.</summary>
    public static bool? IsFifoOf(Declaration declaration) => declaration switch
    {
        { Bound: Queue queue } => queue.Properties["FifoQueue"] is CfnFunction ? null : queue.IsFifo,
        { Bound: ExistingQueue existing } => IsFifoName(existing.Name),
        { Found: { } found } => found.Attributes.TryGetValue("QueueName", out var name) && name is CfnString text ? IsFifoName(text.Value) : null,
        _ => null,
    };
}
