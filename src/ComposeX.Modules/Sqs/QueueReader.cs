using System;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Sqs;

/// <summary>Reads a new queue and says what SQS would refuse.</summary>
internal static class QueueReader
{
    public static readonly string[] Kinds = ["Consume", "Publish", "PublishConsume"];

    public static Queue Read(Declaration declaration, CfnMap properties, DiagnosticBag diagnostics)
    {
        var senders = SenderSettings.Read(declaration, Kinds, service => SqsDiagnostics.UnknownService(service.Value, ServicePrincipals.Known, service.Origin), diagnostics);
        CheckName(properties, diagnostics);
        SqsChecks.CheckFifo(properties, Queue.IsFifoQueue(properties), diagnostics);
        CheckEncryption(properties, diagnostics);
        Redrive.Check(declaration, properties, diagnostics);
        return new(Complete(declaration, properties), senders);
    }

    private static void CheckName(CfnMap properties, DiagnosticBag diagnostics)
    {
        if (properties["QueueName"] is not CfnString name)
        {
            return;
        }

        if (!ExistingQueue.IsName(name.Value))
        {
            diagnostics.Add(SqsDiagnostics.BadName(name.Value, name.Origin));
        }
        else if (Queue.IsFifoQueue(properties) && !Queue.IsFifoName(name.Value))
        {
            diagnostics.Add(SqsDiagnostics.FifoNameCompleted(name.Value, name.Origin));
        }
        else if (!Queue.IsFifoQueue(properties) && Queue.IsFifoName(name.Value) && properties["FifoQueue"] is null or CfnBoolean)
        {
            diagnostics.Add(SqsDiagnostics.NameOfFifo(name.Value, name.Origin));
        }
    }

    private static void CheckEncryption(CfnMap properties, DiagnosticBag diagnostics)
    {
        if (properties["KmsMasterKeyId"] is { } key && properties["SqsManagedSseEnabled"] is CfnBoolean { Value: true })
        {
            diagnostics.Add(SqsDiagnostics.TwoEncryptions(key.Origin));
        }
    }

    private static CfnMap Complete(Declaration declaration, CfnMap properties)
    {
        if (properties["QueueName"] is CfnString name && Queue.IsFifoQueue(properties) && !Queue.IsFifoName(name.Value))
        {
            properties = properties.With("QueueName", name with { Value = name.Value + ".fifo" });
        }

        // SQS does not know the attribute but for FIFO queues.
        if (properties["FifoQueue"] is CfnBoolean { Value: false })
        {
            properties = properties with { Members = [.. System.Linq.Enumerable.Where(properties.Members, member => member.Name != "FifoQueue")] };
        }

        if (properties["KmsMasterKeyId"] is { } key)
        {
            return properties.With("KmsMasterKeyId", CustomerKey.Complete(key));
        }

        return properties["SqsManagedSseEnabled"] is null
            ? properties.With("SqsManagedSseEnabled", new Cfn(declaration.Origin).Boolean(true))
            : properties;
    }
}
