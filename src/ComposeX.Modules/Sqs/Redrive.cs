using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Sqs;

/// <summary>Where messages go that nobody can handle: <c>RedrivePolicy</c>, and whose messages a queue takes: <c>RedriveAllowPolicy</c>.</summary>
internal static class Redrive
{
    private const string Target = "deadLetterTargetArn";
    private const string Count = "maxReceiveCount";
    private const string Sources = "sourceQueueArns";
    private const string SqsKey = "x-sqs";

    // The count of the tool's first versions, where a redrive policy does not say.
    private const int DefaultMaxReceiveCount = 5;
    private const int MostReceives = 1000;

    /// <summary>What can be said of the queue alone.</summary>
    public static void Check(Declaration declaration, CfnMap properties, DiagnosticBag diagnostics)
    {
        if (properties["RedrivePolicy"] is not CfnMap redrive)
        {
            return;
        }

        if (redrive[Count] is CfnNumber count && (!int.TryParse(count.Text, out var times) || times is < 1 or > MostReceives))
        {
            diagnostics.Add(SqsDiagnostics.BadReceiveCount(count.Text, MostReceives, count.Origin));
        }

        if (redrive[Target] is not { } target)
        {
            // A misspelt key is reported with all other properties.
            diagnostics.AddRange(redrive.Members.All(member => member.Name == Count) ? [SqsDiagnostics.NoDeadLetterQueue(redrive.Origin)] : []);
        }
        else if (Reference(target) is { } reference && string.Equals(reference.Name, declaration.Name, StringComparison.Ordinal))
        {
            diagnostics.Add(SqsDiagnostics.OwnDeadLetterQueue(declaration.Name, target.Origin));
        }
    }

    /// <summary>The properties with queues by ARN, checked against the queues that are named.</summary>
    public static CfnMap Complete(Declaration declaration, Queue queue, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var properties = queue.Properties;
        if (properties["RedrivePolicy"] is CfnMap redrive && redrive[Target] is { } target)
        {
            CheckKind(queue, target, surroundings, diagnostics);
            redrive = redrive.With(Target, (CfnValue?)Reference(target) ?? target);
            properties = properties.With("RedrivePolicy", redrive[Count] is null ? redrive.With(Count, new Cfn(redrive.Origin).Number(DefaultMaxReceiveCount)) : redrive);
        }

        return properties["RedriveAllowPolicy"] is CfnMap allow && allow[Sources] is CfnList sources
            ? properties.With("RedriveAllowPolicy", allow.With(Sources, sources with { Items = [.. sources.Items.Select(source => Source(source, surroundings, diagnostics))] }))
            : properties;
    }

    // The source names this queue, so this queue cannot name the source but by a name that is known before.
    private static CfnValue Source(CfnValue source, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        if (Reference(source) is not { } reference || surroundings.FindDeclaration(SqsKey, reference.Name) is not { Bound: Queue queue })
        {
            return (CfnValue?)Reference(source) ?? source;
        }

        if (queue.Properties["QueueName"] is CfnString name)
        {
            return ExistingQueue.ArnOf(name.Value, new Cfn(source.Origin));
        }

        diagnostics.Add(SqsDiagnostics.SourceWithoutName(reference.Name, source.Origin));
        return reference;
    }

    private static void CheckKind(Queue queue, CfnValue target, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var isFifo = Reference(target) is { } reference ? surroundings.FindDeclaration(SqsKey, reference.Name) is { } other ? Queue.IsFifoOf(other) : null
            : target is CfnString arn ? Queue.IsFifoName(arn.Value) : null;
        if (isFifo is { } known && known != queue.IsFifo)
        {
            diagnostics.Add(SqsDiagnostics.OtherKindOfQueue(queue.IsFifo, target.Origin));
        }
    }

    // A bare name is another queue of this file.
    private static DeclarationReference? Reference(CfnValue value) => value switch
    {
        DeclarationReference { Key: SqsKey } reference => reference with { Attribute = reference.Attribute ?? "Arn" },
        CfnString text when !text.Value.StartsWith("arn:", StringComparison.Ordinal) => new(SqsKey, text.Value, "Arn", text.Origin),
        _ => null,
    };
}
