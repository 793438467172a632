using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Sns;

/// <summary>Reads a new topic with its subscriptions, and makes it whole.</summary>
internal static class TopicReader
{
    public const string Kind = "Publish";

    private const string Subscriptions = "Subscription";

    public static Topic Read(Declaration declaration, CfnMap properties, DiagnosticBag diagnostics)
    {
        var senders = SenderSettings.Read(declaration, [Kind], service => SnsDiagnostics.UnknownService(service.Value, ServicePrincipals.Known, service.Origin), diagnostics);
        TopicChecks.CheckTopic(properties, diagnostics);
        IReadOnlyList<Subscription>? subscriptions = declaration.Properties?[Subscriptions] is YamlSequence list
            ? [.. list.Items.OfType<YamlMapping>().Select((item, index) => SubscriptionReader.Read(item, index, diagnostics))]
            : null;
        var topic = new Topic(Complete(declaration, properties, subscriptions), subscriptions ?? [], senders);
        foreach (var subscription in topic.Subscriptions)
        {
            TopicChecks.CheckSubscription(topic, subscription, diagnostics);
        }

        return topic;
    }

    private static CfnMap Complete(Declaration declaration, CfnMap properties, IReadOnlyList<Subscription>? subscriptions)
    {
        if (Topic.IsFifoTopic(properties))
        {
            properties = properties.With("TopicName", FifoName(declaration, properties["TopicName"]));
        }

        // SNS does not know the attribute but for FIFO topics.
        if (properties["FifoTopic"] is CfnBoolean { Value: false })
        {
            properties = Without(properties, "FifoTopic");
        }

        if (properties["KmsMasterKeyId"] is { } key)
        {
            properties = properties.With("KmsMasterKeyId", CustomerKey.Complete(key));
        }

        if (subscriptions is null || (declaration.Properties?[Subscriptions] as YamlSequence)?.Items.Count != subscriptions.Count)
        {
            return properties;
        }

        var inline = new Cfn(properties[Subscriptions]?.Origin ?? declaration.Origin).List(subscriptions.Where(subscription => subscription.IsInline).Select(subscription => subscription.Properties));
        return inline.Items.Count == 0 ? Without(properties, Subscriptions) : properties.With(Subscriptions, inline);
    }

    // A name that CloudFormation makes up lacks the end that SNS wants.
    private static CfnValue FifoName(Declaration declaration, CfnValue? name) => name switch
    {
        null => new Cfn(declaration.Origin).Sub("${StackRoot}-" + Plain(declaration.Name) + ".fifo", ("StackRoot", new Cfn(declaration.Origin).RootStackName())),
        CfnString text when !Topic.IsFifoName(text.Value) => text with { Value = text.Value + ".fifo" },
        _ => name,
    };

    private static string Plain(string name) => new([.. name.Select(c => c is '-' or '_' || (c < 128 && char.IsLetterOrDigit(c)) ? c : '-')]);

    private static CfnMap Without(CfnMap properties, string name) => properties with { Members = [.. properties.Members.Where(member => member.Name != name)] };
}
