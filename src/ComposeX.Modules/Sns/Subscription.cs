using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Sns;

/// <summary>Who gets what is published to a topic.</summary>
/// <param name="Index">Its place in the topic's list.</param>
/// <param name="Queue">The queue of this file that gets it, or null.</param>
/// <param name="DeadLetters">The queue of this file for what cannot be delivered, or null.</param>
internal sealed record Subscription(int Index, CfnMap Properties, DeclarationReference? Queue, DeclarationReference? DeadLetters)
{
    private static readonly string[] Plain = ["Endpoint", "Protocol"];

    /// <summary>Whether the topic itself can hold it: it takes nothing but an endpoint and a protocol.</summary>
    public bool IsInline => Properties.Members.All(member => Array.IndexOf(Plain, member.Name) >= 0);

    public string? Protocol => (Properties["Protocol"] as CfnString)?.Value;

    public CfnValue? Endpoint => Properties["Endpoint"];

    /// <summary>The queues of this file that SNS sends to for it.</summary>
    public IEnumerable<DeclarationReference> Queues => new[] { Queue, DeadLetters }.OfType<DeclarationReference>();

    /// <summary>A subscription of its own, with all that such a one takes.</summary>
    public SynthesizedResource Resource(Declaration topic)
    {
        var cfn = new Cfn(Properties.Origin);
        return new(Id(topic), "AWS::SNS::Subscription", Properties.With("TopicArn", cfn.Ref(topic.LogicalId())), Home.OfKey(topic.Module.Key), cfn.Origin);
    }

    // Named for who gets it, so that it stays the same when others come and go.
    private string Id(Declaration topic) => topic.LogicalId(CloudFormation.Templates.LogicalId.From("To", Protocol ?? "", Queue?.Name
        ?? (Endpoint as CfnString)?.Value
        ?? (Index + 1).ToString(CultureInfo.InvariantCulture)));
}
