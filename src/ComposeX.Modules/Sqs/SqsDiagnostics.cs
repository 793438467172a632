using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.Sqs;

/// <summary>Findings about queues.</summary>
public static class SqsDiagnostics
{
    public static Diagnostic OwnDeadLetterQueue(string queue, Location location) =>
        Diagnostic.Error("CXSQS01", location, $"The queue \"{queue}\" cannot be its own dead-letter queue. Name another queue of x-sqs.");

    public static Diagnostic NoDeadLetterQueue(Location location) =>
        Diagnostic.Error("CXSQS02", location, "A \"RedrivePolicy\" must say where messages go: set \"deadLetterTargetArn\" to the name of another queue of x-sqs, or to an ARN.");

    public static Diagnostic FifoNameCompleted(string name, Location location) =>
        Diagnostic.Warning("CXSQS03", location, $"The name of a FIFO queue ends in \".fifo\", so \"{name}\" becomes \"{name}.fifo\". Write it so.");

    public static Diagnostic FifoOnly(string property, Location location) =>
        Diagnostic.Error("CXSQS04", location, $"SQS takes \"{property}\" for FIFO queues only. Set \"FifoQueue: true\", or remove it.");

    public static Diagnostic UnknownChoice(string property, string value, IReadOnlyList<string> choices, Location location) =>
        Diagnostic.Error("CXSQS05", location, $"\"{value}\" is no value of \"{property}\".{Spelling.Hint(value, choices)} It may be {string.Join(" or ", choices)}.");
}
