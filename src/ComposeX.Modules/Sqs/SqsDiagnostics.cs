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

    public static Diagnostic UnknownService(string service, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXSQS06", location, $"No service of AWS is known as \"{service}\".{Spelling.Hint(service, known)} Write its short name, such as sns, s3 or events, or its principal in full, such as sns.amazonaws.com.");

    public static Diagnostic OtherKindOfQueue(bool isFifo, Location location) =>
        Diagnostic.Error("CXSQS07", location, isFifo
            ? "The dead-letter queue of a FIFO queue must be a FIFO queue too. Set \"FifoQueue: true\" on it, or name another."
            : "The dead-letter queue of a standard queue must be a standard queue too. Name one that is not FIFO.");

    public static Diagnostic BadReceiveCount(string count, int most, Location location) =>
        Diagnostic.Error("CXSQS08", location, $"\"maxReceiveCount\" cannot be {count}: SQS takes whole numbers from 1 to {most}.");

    public static Diagnostic BadName(string name, Location location) =>
        Diagnostic.Error("CXSQS09", location, $"\"{name}\" cannot name a queue: letters, digits, hyphens and underscores, 80 at most with the \".fifo\" of a FIFO queue.");

    public static Diagnostic NameOfFifo(string name, Location location) =>
        Diagnostic.Error("CXSQS10", location, $"Only the name of a FIFO queue ends in \".fifo\", as \"{name}\" does. Set \"FifoQueue: true\", or give it another name.");

    public static Diagnostic TwoEncryptions(Location location) =>
        Diagnostic.Error("CXSQS11", location, "A queue is encrypted either with a key of KMS or with SQS's own keys. Remove \"KmsMasterKeyId\" or \"SqsManagedSseEnabled\".");

    public static Diagnostic SourceWithoutName(string queue, Location location) =>
        Diagnostic.Error("CXSQS12", location, $"\"{queue}\" sends its messages here and has no name before it is made, so neither queue could be made first. Give \"{queue}\" a \"QueueName\", or allow all with \"redrivePermission: allowAll\".");

    public static Diagnostic BadUse(string text, Location location) =>
        Diagnostic.Error("CXSQS13", location, $"\"{text}\" is no queue. \"Use\" takes a queue's name, ARN or URL.");

    public static Diagnostic PropertiesOfExisting(string queue, Location location) =>
        Diagnostic.Warning("CXSQS14", location, $"\"{queue}\" exists already, so nothing is made of its Properties or MacroParameters. Remove them, or remove \"Lookup\" or \"Use\" to make a new queue.");

    public static Diagnostic PolicyOfExisting(string queue, string principal, Location location) =>
        Diagnostic.Note("CXSQS15", location, $"\"{queue}\" exists already, and its policy is left as it is. See that it lets {principal} send, or messages are lost.");

    public static Diagnostic KeyOfAws(string queue, string principal, Location location) =>
        Diagnostic.Warning("CXSQS16", location, $"{principal} cannot send to \"{queue}\": the policy of AWS's own key does not let other services use it, and cannot be changed. Remove \"KmsMasterKeyId\" to encrypt with SQS's own keys, or name a key of x-kms.");

    public static Diagnostic HiddenKey(string queue, Location location) =>
        Diagnostic.Warning("CXSQS17", location, $"Nobody can tell the ARN of the key of \"{queue}\" from this, so the services that use the queue get no permission on the key. Write \"x-kms::<name>\" or the key's ARN.");
}
