using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Sns;

/// <summary><c>x-sns</c>: topics, who is subscribed to them, and who may publish.</summary>
public sealed class SnsModule : Module
{
    private const string KeyAttribute = "KmsKeyArn";

    public override string Key => "x-sns";

    public override string Type => "AWS::SNS::Topic";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } =
    [
        new("Arn", null, Alias: "TopicArn") { Export = "TopicArn" },
        new("TopicName", "TopicName"),
    ];

    // Who publishes makes a data key, and reads it back to see that it is whole.
    public override IReadOnlyList<AccessSet> Access { get; } =
        [AccessSet.OnResource("Publish", "sns:Publish") with { KeyActions = ["kms:Decrypt", "kms:GenerateDataKey"] }];

    public override LookupSource? LookupBy { get; } = new(
        "sns",
        "AWS::SNS::Topic",
        @"^arn:(?<partition>aws[a-z-]*):sns:(?<region>[a-z0-9-]+):(?<account>\d{12}):(?<id>[A-Za-z0-9_.-]+)$",
        "${arn}",
        [
            new("Arn", "${arn}"),
            new("TopicName", "${id}"),
            new(KeyAttribute, "KmsMasterKeyId", IsOptional: true),
        ]);

    public override IReadOnlyList<Offer> Offers(Declaration declaration) =>
    [
        new ReceiverOffer(declaration.IsNew ? [TopicPolicy.IdOf(declaration)] : []) { IsFifo = IsFifo(declaration) },
        .. CustomerKey.ArnOf(KeyOf(declaration)) is { } key ? [new EncryptionOffer(key, "sns")] : Array.Empty<Offer>(),
        .. declaration.Bound is Topic topic
            ? topic.Subscriptions.SelectMany(subscription => subscription.Queues).Select(queue => new DeliveryOffer(queue, "sns.amazonaws.com", new DeclarationReference(Key, declaration.Name, "Arn", queue.Origin), queue.Origin))
            : [],
    ];

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        if (declaration.IsNew)
        {
            _ = base.Bind(declaration with { MacroParameters = null }, diagnostics);
            return TopicReader.Read(declaration, PropertiesOf(declaration), diagnostics);
        }

        if ((declaration.Properties ?? declaration.MacroParameters) is { Entries.Count: > 0 } unused)
        {
            diagnostics.Add(SnsDiagnostics.PropertiesOfExisting(declaration.Name, unused.Location));
        }

        if (declaration.Use is not { } use)
        {
            return null;
        }

        if (use is not YamlScalar { Tag: null } text)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Use", "a topic's name or ARN", use.Location));
            return null;
        }

        var existing = ExistingTopic.Read(text.Text, text.Location);
        if (existing is null)
        {
            diagnostics.Add(SnsDiagnostics.BadUse(text.Text, text.Location));
        }

        return existing;
    }

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        TopicSenders.Check(declaration, KeyOf(declaration), surroundings, diagnostics);
        if (declaration.Bound is not Topic topic)
        {
            return new Synthesized();
        }

        TopicChecks.CheckQueues(topic, surroundings, diagnostics);
        return new()
        {
            Resources =
            [
                MainResource(declaration, topic.Properties),
                .. topic.Subscriptions.Where(subscription => !subscription.IsInline).Select(subscription => subscription.Resource(declaration)),
                .. TopicPolicy.Of(declaration, topic, surroundings) is { } policy ? [policy] : Array.Empty<SynthesizedResource>(),
            ],
            Contributions = [.. WaitForQueues(declaration, topic, surroundings)],
        };
    }

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics) => declaration switch
    {
        { Bound: ExistingTopic existing } => attribute.Name == "Arn" ? existing.Arn : new CfnString(existing.Name, existing.Origin),
        { Use: not null } => null,
        _ => base.AttributeOf(declaration, attribute, origin, diagnostics),
    };

    // A message is lost that is published before its queue lets the topic in.
    private static IEnumerable<WaitFor> WaitForQueues(Declaration declaration, Topic topic, Surroundings surroundings) =>
        from link in surroundings.LinksTo(declaration)
        from policy in topic.Subscriptions
            .SelectMany(subscription => subscription.Queues)
            .SelectMany(queue => surroundings.ReceiverOf(queue)?.WaitFor ?? [])
            .Distinct(StringComparer.Ordinal)
        select new WaitFor(link.Family, policy, link.Use.Target.Origin);

    private static bool IsFifo(Declaration declaration) => declaration switch
    {
        { Bound: Topic topic } => topic.IsFifo,
        { Bound: ExistingTopic existing } => Topic.IsFifoName(existing.Name),
        { Found: { } found } => found.Attributes.TryGetValue("Arn", out var arn) && arn is CfnString text && Topic.IsFifoName(text.Value),
        _ => false,
    };

    private static CfnValue? KeyOf(Declaration declaration) => declaration switch
    {
        { Bound: Topic topic } => topic.Key,
        { Found: { } found } => found.Attributes.TryGetValue(KeyAttribute, out var key) ? key : null,
        _ => null,
    };
}
