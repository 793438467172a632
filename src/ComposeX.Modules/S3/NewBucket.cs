using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.S3;

/// <summary>A bucket that this deployment makes.</summary>
/// <param name="Properties">As written, with the name whole and the defaults filled in.</param>
internal sealed record NewBucket(CfnMap Properties, BucketMacros Macros)
{
    /// <summary>Its ARN without a reference to it; null where CloudFormation makes up the name.</summary>
    public CfnValue? LiteralArn { get; init; }

    /// <summary>The user's own key that encrypts it, or null.</summary>
    public CfnValue? KeyArn { get; init; }

    /// <summary>The queues and topics of the file that it sends to.</summary>
    public IReadOnlyList<DeclarationReference> Targets { get; init; } = [];

    public bool IsWebsite => Properties["WebsiteConfiguration"] is not null;
}
