using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.S3;

/// <summary>
/// Whom a bucket tells of what happens in it. S3 sends a test message to each queue and topic when it is told of it, so that these must
/// let the bucket in before it is made: the bucket waits for their policies, and they know it by its name only.
/// </summary>
internal static class Notifications
{
    public const string Principal = "s3.amazonaws.com";

    private const string Property = "NotificationConfiguration";

    private static readonly (string List, string Member, string Key, string What)[] Kinds =
    [
        ("QueueConfigurations", "Queue", "x-sqs", "queue"),
        ("TopicConfigurations", "Topic", "x-sns", "topic"),
    ];

    /// <summary>The properties with the ARNs of what is referred to by name; what cannot be told is reported.</summary>
    public static CfnMap Complete(CfnMap properties, DiagnosticBag diagnostics)
    {
        if (properties[Property] is not CfnMap notifications)
        {
            return properties;
        }

        foreach (var (list, member, key, what) in Kinds)
        {
            if (notifications[list] is CfnList configurations)
            {
                notifications = notifications.With(list, configurations with
                {
                    Items = [.. configurations.Items.Select(item => item is CfnMap one && one[member] is { } target ? one.With(member, Complete(target, key, what, diagnostics)) : item)],
                });
            }
        }

        return properties.With(Property, notifications);
    }

    /// <summary>The queues and topics of the file that are told.</summary>
    /// <param name="properties">What <see cref="Complete(CfnMap, DiagnosticBag)"/> returned.</param>
    public static IReadOnlyList<DeclarationReference> Targets(CfnMap properties) =>
    [
        .. Kinds.SelectMany(kind => (((properties[Property] as CfnMap)?[kind.List] as CfnList)?.Items ?? []).OfType<CfnMap>().Select(item => item[kind.Member]).OfType<DeclarationReference>())
            .GroupBy(target => (target.Key, target.Name))
            .Select(same => same.First()),
    ];

    /// <summary>What must be there before the bucket: the policies that let it in. Where others made the target, nobody here can see to that.</summary>
    public static IReadOnlyList<string> WaitFor(IReadOnlyList<DeclarationReference> targets, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var waits = new List<string>();
        foreach (var target in targets)
        {
            if (surroundings.FindDeclaration(target.Key, target.Name) is not { } declared)
            {
                continue;
            }

            if (IsFifo(declared))
            {
                diagnostics.Add(S3Diagnostics.Fifo(target.Name, target.Origin));
            }
            else if (!declared.IsNew)
            {
                diagnostics.Add(S3Diagnostics.OfOthers(target.Name, target.Origin));
            }

            waits.AddRange(declared.Module.Offers(declared).OfType<ReceiverOffer>().SelectMany(receiver => receiver.WaitFor));
        }

        return [.. waits.Distinct(StringComparer.Ordinal)];
    }

    private static CfnValue Complete(CfnValue target, string key, string what, DiagnosticBag diagnostics)
    {
        switch (target)
        {
            case DeclarationReference reference when reference.Key == key:
                return reference with { Attribute = "Arn" };
            case DeclarationReference other:
                diagnostics.Add(S3Diagnostics.CannotReceive($"{other.Key}::{other.Name}", what, key, other.Origin));
                return target;
            case CfnString text when text.Value.EndsWith(".fifo", StringComparison.Ordinal):
                diagnostics.Add(S3Diagnostics.Fifo(text.Value, text.Origin));
                return target;
            case CfnString text when !text.Value.StartsWith("arn:", StringComparison.Ordinal):
                diagnostics.Add(S3Diagnostics.CannotReceive(text.Value, what, key, text.Origin));
                return target;
            default:
                return target;
        }
    }

    private static bool IsFifo(Declaration target) =>
        (target.Properties?["FifoQueue"] ?? target.Properties?["FifoTopic"]) is YamlScalar { Text: "true" or "True" or "TRUE" }
        || (target.Use is YamlScalar use && use.Text.EndsWith(".fifo", StringComparison.Ordinal))
        || (target.Found?.Attributes.TryGetValue("Arn", out var arn) == true && arn is CfnString text && text.Value.EndsWith(".fifo", StringComparison.Ordinal));
}
