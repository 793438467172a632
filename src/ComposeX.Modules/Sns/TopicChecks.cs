using System;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Sns;

/// <summary>What SNS refuses and its published schema does not say.</summary>
internal static class TopicChecks
{
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html
    private static readonly (string Property, string[] Choices)[] FifoProperties =
    [
        ("ArchivePolicy", []),
        ("ContentBasedDeduplication", []),
        ("FifoThroughputScope", ["Topic", "MessageGroup"]),
    ];

    // What the endpoint of a protocol is, and how a person would say it.
    private static readonly (string Protocol, Regex Pattern, string Kind)[] Endpoints =
    [
        ("application", Arn("sns"), "the ARN of a platform application's endpoint"),
        ("email", new("^[^@\\s]+@[^@\\s]+$"), "an e-mail address"),
        ("email-json", new("^[^@\\s]+@[^@\\s]+$"), "an e-mail address"),
        ("firehose", Arn("firehose"), "the ARN of a Firehose stream"),
        ("http", new("^http://", RegexOptions.IgnoreCase), "a URL that begins with http://"),
        ("https", new("^https://", RegexOptions.IgnoreCase), "a URL that begins with https://"),
        ("lambda", Arn("lambda"), "the ARN of a function"),
        ("sms", new(@"^\+?[0-9() -]{4,}$"), "a phone number, such as +441632960961"),
    ];

    private static readonly Regex WithPassword = new("^https?://[^/@]*:[^/@]+@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static void CheckTopic(CfnMap properties, DiagnosticBag diagnostics)
    {
        var isFifo = Topic.IsFifoTopic(properties);
        foreach (var (property, choices) in FifoProperties)
        {
            if (properties[property] is { } value && !isFifo && value is not CfnBoolean { Value: false })
            {
                diagnostics.Add(SnsDiagnostics.FifoOnly(property, value.Origin));
            }
            else if (choices.Length > 0 && properties[property] is CfnString choice && Array.IndexOf(choices, choice.Value) < 0)
            {
                diagnostics.Add(SnsDiagnostics.UnknownChoice(property, choice.Value, choices, choice.Origin));
            }
        }

        if (properties["TopicName"] is not CfnString name)
        {
            return;
        }

        if (!ExistingTopic.IsName(name.Value))
        {
            diagnostics.Add(SnsDiagnostics.BadName(name.Value, name.Origin));
        }
        else if (isFifo && !Topic.IsFifoName(name.Value))
        {
            diagnostics.Add(SnsDiagnostics.FifoNameCompleted(name.Value, name.Origin));
        }
        else if (!isFifo && Topic.IsFifoName(name.Value) && properties["FifoTopic"] is null or CfnBoolean)
        {
            diagnostics.Add(SnsDiagnostics.NameOfFifo(name.Value, name.Origin));
        }
    }

    public static void CheckSubscription(Topic topic, Subscription subscription, DiagnosticBag diagnostics)
    {
        if (subscription is not { Protocol: { } protocol, Endpoint: { } endpoint })
        {
            return;
        }

        if (topic.IsFifo && protocol != "sqs")
        {
            diagnostics.Add(SnsDiagnostics.QueuesOnly(protocol, endpoint.Origin));
        }
        else if (Array.Find(Endpoints, known => known.Protocol == protocol) is { Pattern: { } pattern, Kind: var kind } && endpoint is CfnString text && !IsUnknown(text.Value) && !pattern.IsMatch(text.Value))
        {
            diagnostics.Add(SnsDiagnostics.OtherEndpoint(text.Value, protocol, kind, text.Origin));
        }

        if (protocol == "firehose" && subscription.Properties["SubscriptionRoleArn"] is null)
        {
            diagnostics.Add(SnsDiagnostics.NoFirehoseRole(subscription.Properties.Origin));
        }

        if (protocol == "http")
        {
            diagnostics.Add(SnsDiagnostics.WithoutTls(endpoint.Origin));
        }

        if (endpoint is CfnString address && WithPassword.IsMatch(address.Value) && !IsUnknown(address.Value))
        {
            diagnostics.Add(SnsDiagnostics.PasswordInEndpoint(address.Origin));
        }
    }

    /// <summary>What can be said only of the queues that are named.</summary>
    public static void CheckQueues(Topic topic, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        foreach (var queue in topic.Subscriptions.Select(subscription => subscription.Queue).Where(queue => queue is not null && !topic.IsFifo && surroundings.ReceiverOf(queue) is { IsFifo: true }))
        {
            diagnostics.Add(SnsDiagnostics.FifoQueueOfStandardTopic(queue!.Name, queue.Origin));
        }
    }

    // Only AWS knows the text: a dynamic reference.
    private static bool IsUnknown(string text) => text.IndexOf("{{resolve:", StringComparison.Ordinal) >= 0;

    private static Regex Arn(string service) => new($"^arn:[^:]+:{service}:", RegexOptions.CultureInvariant);
}
