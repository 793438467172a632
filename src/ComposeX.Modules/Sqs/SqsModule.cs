using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Lookups;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Sqs;

/// <summary><c>x-sqs</c>: queues, their dead-letter queues by name, and who may send or receive.</summary>
public sealed class SqsModule : Module
{
    public override string Key => "x-sqs";

    public override string Type => "AWS::SQS::Queue";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } =
    [
        new("Url", null, Alias: "QueueUrl"),
        new("Arn", "Arn"),
        new("QueueName", "QueueName"),
    ];

    public override IReadOnlyList<AccessSet> Access => SqsAccess.Sets;

    public override LookupSource? LookupBy => SqsLookup.Source;

    public override IReadOnlyList<Offer> Offers(Declaration declaration) =>
    [
        new MetricOffer("AWS/SQS", "ApproximateNumberOfMessagesVisible", "Sum", "QueueName",
            new DeclarationReference(Key, declaration.Name, "QueueName", declaration.Origin)),
        new ReceiverOffer(declaration.IsNew ? [QueuePolicy.IdOf(declaration)] : []) { IsFifo = Queue.IsFifoOf(declaration) == true },
        .. CustomerKey.ArnOf(KeyOf(declaration)) is { } key ? [new EncryptionOffer(key, "sqs")] : System.Array.Empty<Offer>(),
    ];

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        if (declaration.IsNew)
        {
            _ = base.Bind(declaration with { MacroParameters = null }, diagnostics);
            return QueueReader.Read(declaration, PropertiesOf(declaration), diagnostics);
        }

        if ((declaration.Properties ?? declaration.MacroParameters) is { Entries.Count: > 0 } unused)
        {
            diagnostics.Add(SqsDiagnostics.PropertiesOfExisting(declaration.Name, unused.Location));
        }

        if (declaration.Use is not { } use)
        {
            return null;
        }

        if (use is not YamlScalar { Tag: null } text)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Use", "a queue's name, ARN or URL", use.Location));
            return null;
        }

        var existing = ExistingQueue.Read(text.Text, text.Location);
        if (existing is null)
        {
            diagnostics.Add(SqsDiagnostics.BadUse(text.Text, text.Location));
        }

        return existing;
    }

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        QueueSenders.Check(declaration, KeyOf(declaration), surroundings, diagnostics);
        if (declaration.Bound is not Queue queue)
        {
            return new Synthesized();
        }

        var resource = MainResource(declaration, Redrive.Complete(declaration, queue, surroundings, diagnostics));
        return QueuePolicy.Of(declaration, queue, surroundings) is { } policy ? Synthesized.Of(resource, policy) : Synthesized.Of(resource);
    }

    public override CfnValue? AttributeOf(Declaration declaration, ModuleAttribute attribute, Location origin, DiagnosticBag diagnostics) => declaration switch
    {
        { Bound: ExistingQueue existing } => attribute.Name switch
        {
            "Url" => existing.Url,
            "Arn" => existing.Arn,
            _ => new CfnString(existing.Name, existing.Origin),
        },
        { Use: not null } => null,
        _ => base.AttributeOf(declaration, attribute, origin, diagnostics),
    };

    private static CfnValue? KeyOf(Declaration declaration) => declaration switch
    {
        { Bound: Queue queue } => queue.Key,
        { Found: { } found } => found.Attributes.TryGetValue(SqsLookup.KeyAttribute, out var key) ? key : null,
        _ => null,
    };
}
