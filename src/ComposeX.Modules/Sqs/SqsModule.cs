using System;
using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Sqs;

/// <summary><c>x-sqs</c>: queues, their dead-letter queues by name, and who may send or receive.</summary>
public sealed class SqsModule : Module
{
    // The count of the tool's first versions, where a redrive policy does not say.
    private const int DefaultMaxReceiveCount = 5;

    public override string Key => "x-sqs";

    public override string Type => "AWS::SQS::Queue";

    public override IReadOnlyList<ModuleAttribute> Attributes { get; } =
    [
        new("Url", null, Alias: "QueueUrl"),
        new("Arn", "Arn"),
        new("QueueName", "QueueName"),
    ];

    public override IReadOnlyList<AccessSet> Access => SqsAccess.Sets;

    public override IReadOnlyList<Offer> Offers(Declaration declaration) =>
    [
        new MetricOffer("AWS/SQS", "ApproximateNumberOfMessagesVisible", "Sum", "QueueName",
            new DeclarationReference(Key, declaration.Name, "QueueName", declaration.Origin)),
    ];

    public override object? Bind(Declaration declaration, DiagnosticBag diagnostics)
    {
        var properties = PropertiesOf(declaration);
        if (properties["QueueName"] is CfnString name && IsFifo(properties) && !IsFifoName(name.Value))
        {
            diagnostics.Add(SqsDiagnostics.FifoNameCompleted(name.Value, name.Origin));
        }

        SqsChecks.CheckFifo(properties, IsFifo(properties), diagnostics);
        if (properties["RedrivePolicy"] is CfnMap redrive)
        {
            CheckRedrivePolicy(declaration, redrive, diagnostics);
        }

        return base.Bind(declaration, diagnostics);
    }

    public override Synthesized Synthesize(Declaration declaration, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (!declaration.IsNew)
        {
            return new Synthesized();
        }

        var properties = PropertiesOf(declaration);
        if (properties["QueueName"] is CfnString name && IsFifo(properties) && !IsFifoName(name.Value))
        {
            properties = properties.With("QueueName", name with { Value = name.Value + ".fifo" });
        }

        if (properties["RedrivePolicy"] is CfnMap redrive)
        {
            properties = properties.With("RedrivePolicy", CompleteRedrivePolicy(redrive));
        }

        if (properties["KmsMasterKeyId"] is null && properties["SqsManagedSseEnabled"] is null)
        {
            properties = properties.With("SqsManagedSseEnabled", new Cfn(declaration.Origin).Boolean(true));
        }

        return Synthesized.Of(MainResource(declaration, properties));
    }

    private static void CheckRedrivePolicy(Declaration declaration, CfnMap redrive, DiagnosticBag diagnostics)
    {
        switch (redrive["deadLetterTargetArn"])
        {
            case null:
                diagnostics.Add(SqsDiagnostics.NoDeadLetterQueue(redrive.Origin));
                break;
            case CfnString queue when QueueName(queue) is { } name && string.Equals(name, declaration.Name, StringComparison.Ordinal):
            case DeclarationReference { Key: "x-sqs" } reference when string.Equals(reference.Name, declaration.Name, StringComparison.Ordinal):
                diagnostics.Add(SqsDiagnostics.OwnDeadLetterQueue(declaration.Name, redrive["deadLetterTargetArn"]?.Origin ?? redrive.Origin));
                break;
        }
    }

    // A bare name is another queue of this file; an ARN is left as it is.
    private CfnMap CompleteRedrivePolicy(CfnMap redrive)
    {
        var target = redrive["deadLetterTargetArn"] switch
        {
            CfnString queue when QueueName(queue) is { } name => new DeclarationReference(Key, name, "Arn", queue.Origin),
            DeclarationReference { Attribute: null } reference => reference with { Attribute = "Arn" },
            var other => other,
        };
        var completed = target is null ? redrive : redrive.With("deadLetterTargetArn", target);
        return completed["maxReceiveCount"] is null
            ? completed.With("maxReceiveCount", new Cfn(redrive.Origin).Number(DefaultMaxReceiveCount))
            : completed;
    }

    private static string? QueueName(CfnString target) => target.Value.StartsWith("arn:", StringComparison.Ordinal) ? null : target.Value;

    private static bool IsFifo(CfnMap properties) => properties["FifoQueue"] is CfnBoolean { Value: true };

    private static bool IsFifoName(string name) => name.EndsWith(".fifo", StringComparison.Ordinal);
}
