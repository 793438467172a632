using ComposeX.Syntax;

namespace ComposeX.Modules.Sqs;

/// <summary>Findings about queues.</summary>
public static class SqsDiagnostics
{
    public static Diagnostic OwnDeadLetterQueue(string queue, Location location) =>
        Diagnostic.Error("CXSQS01", location, $"The queue \"{queue}\" can not be its own dead-letter queue. Name another queue of x-sqs.");

    public static Diagnostic NoDeadLetterQueue(Location location) =>
        Diagnostic.Error("CXSQS02", location, "A \"RedrivePolicy\" must say where messages go: set \"deadLetterTargetArn\" to the name of another queue of x-sqs, or to an ARN.");

    public static Diagnostic FifoNameCompleted(string name, Location location) =>
        Diagnostic.Warning("CXSQS03", location, $"The name of a FIFO queue ends in \".fifo\", so \"{name}\" becomes \"{name}.fifo\". Write it so.");
}
