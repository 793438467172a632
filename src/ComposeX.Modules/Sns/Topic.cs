using System;
using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;

namespace ComposeX.Modules.Sns;

/// <summary>A topic of the file.</summary>
/// <param name="Properties">Whole: with its plain subscriptions, and a name when it is FIFO.</param>
internal sealed record Topic(CfnMap Properties, IReadOnlyList<Subscription> Subscriptions, SenderSettings Senders)
{
    /// <summary>Whether it is FIFO.</summary>
    public bool IsFifo => IsFifoTopic(Properties);

    /// <summary>The KMS key, or null where the encryption of SNS's disks does.</summary>
    public CfnValue? Key => Properties["KmsMasterKeyId"];

    public static bool IsFifoTopic(CfnMap properties) => properties["FifoTopic"] is CfnBoolean { Value: true };

    /// <summary>Whether a name or ARN is of a FIFO topic.</summary>
    public static bool IsFifoName(string name) => name.EndsWith(".fifo", StringComparison.Ordinal);
}
