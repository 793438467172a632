using System.Collections.Generic;
using ComposeX.Syntax;

namespace ComposeX.Modules.Sns;

/// <summary>Findings about topics and their subscriptions.</summary>
public static class SnsDiagnostics
{
    public static Diagnostic Incomplete(string missing, Location location) =>
        Diagnostic.Error("CXSNS01", location, $"A subscription says who gets messages and how: it lacks \"{missing}\". Write \"Protocol: sqs\" and \"Endpoint: x-sqs::<name>::Arn\", for instance.");

    public static Diagnostic UnknownProtocol(string protocol, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXSNS02", location, $"SNS has no protocol \"{protocol}\".{Spelling.Hint(protocol, known)} It has {string.Join(", ", known)}.");

    public static Diagnostic OtherEndpoint(string endpoint, string protocol, string kind, Location location) =>
        Diagnostic.Error("CXSNS03", location, $"\"{endpoint}\" is no endpoint for \"{protocol}\". Write {kind}.");

    public static Diagnostic NoQueue(string text, Location location) =>
        Diagnostic.Error("CXSNS04", location, $"\"{text}\" names no queue: SNS takes a queue's ARN. Write the ARN, or \"x-sqs::<name>\".");

    public static Diagnostic NotTheArn(string queue, Location location) =>
        Diagnostic.Error("CXSNS05", location, $"SNS takes a queue's ARN and nothing else. Write \"x-sqs::{queue}::Arn\".");

    public static Diagnostic NoDeadLetterQueue(Location location) =>
        Diagnostic.Error("CXSNS06", location, "A \"RedrivePolicy\" must say where messages go that cannot be delivered: set \"deadLetterTargetArn\" to a queue of x-sqs, or to an ARN.");

    public static Diagnostic FifoQueueOfStandardTopic(string queue, Location location) =>
        Diagnostic.Error("CXSNS07", location, $"The queue \"{queue}\" is FIFO, and only FIFO topics deliver to such queues. Set \"FifoTopic: true\", or name a standard queue.");

    public static Diagnostic QueuesOnly(string protocol, Location location) =>
        Diagnostic.Error("CXSNS08", location, $"A FIFO topic delivers to queues only, so it cannot deliver by \"{protocol}\". Write \"Protocol: sqs\", or remove \"FifoTopic\".");

    public static Diagnostic FifoOnly(string property, Location location) =>
        Diagnostic.Error("CXSNS09", location, $"SNS takes \"{property}\" for FIFO topics only. Set \"FifoTopic: true\", or remove it.");

    public static Diagnostic UnknownChoice(string property, string value, IReadOnlyList<string> choices, Location location) =>
        Diagnostic.Error("CXSNS10", location, $"\"{value}\" is no value of \"{property}\".{Spelling.Hint(value, choices)} It may be {string.Join(" or ", choices)}.");

    public static Diagnostic BadName(string name, Location location) =>
        Diagnostic.Error("CXSNS11", location, $"\"{name}\" cannot name a topic: letters, digits, hyphens and underscores, 256 at most with the \".fifo\" of a FIFO topic.");

    public static Diagnostic FifoNameCompleted(string name, Location location) =>
        Diagnostic.Warning("CXSNS12", location, $"The name of a FIFO topic ends in \".fifo\", so \"{name}\" becomes \"{name}.fifo\". Write it so.");

    public static Diagnostic NameOfFifo(string name, Location location) =>
        Diagnostic.Error("CXSNS13", location, $"Only the name of a FIFO topic ends in \".fifo\", as \"{name}\" does. Set \"FifoTopic: true\", or give it another name.");

    public static Diagnostic UnknownService(string service, IReadOnlyList<string> known, Location location) =>
        Diagnostic.Error("CXSNS14", location, $"No service of AWS is known as \"{service}\".{Spelling.Hint(service, known)} Write its short name, such as s3, events or cloudwatch, or its principal in full, such as s3.amazonaws.com.");

    public static Diagnostic NoFirehoseRole(Location location) =>
        Diagnostic.Error("CXSNS15", location, "SNS writes to a Firehose stream with a role. Set \"SubscriptionRoleArn\" to a role that sns.amazonaws.com may assume and that may call firehose:PutRecordBatch.");

    public static Diagnostic WithoutTls(Location location) =>
        Diagnostic.Warning("CXSNS16", location, "Messages cross the network unencrypted over \"http\". Use \"https\".");

    // The endpoint is not repeated: there is a password in it.
    public static Diagnostic PasswordInEndpoint(Location location) =>
        Diagnostic.Warning("CXSNS17", location, "The endpoint holds a password, and whoever reads the template reads it. Keep it in Secrets Manager and write \"{{resolve:secretsmanager:<name>}}\" in its place.");

    public static Diagnostic TopicIsThis(Location location) =>
        Diagnostic.Error("CXSNS18", location, "A subscription under a topic is to that topic. Remove \"TopicArn\".");

    public static Diagnostic BadUse(string text, Location location) =>
        Diagnostic.Error("CXSNS19", location, $"\"{text}\" is no topic. \"Use\" takes a topic's name or ARN.");

    public static Diagnostic PropertiesOfExisting(string topic, Location location) =>
        Diagnostic.Warning("CXSNS20", location, $"\"{topic}\" exists already, so nothing is made of its Properties or MacroParameters. Remove them, or remove \"Lookup\" or \"Use\" to make a new topic.");

    public static Diagnostic PolicyOfExisting(string topic, string principal, Location location) =>
        Diagnostic.Note("CXSNS21", location, $"\"{topic}\" exists already, and its policy is left as it is. See that it lets {principal} publish, or messages are lost.");

    public static Diagnostic KeyOfAws(string topic, string principal, Location location) =>
        Diagnostic.Warning("CXSNS22", location, $"{principal} cannot publish to \"{topic}\": the policy of AWS's own key does not let other services use it, and cannot be changed. Remove \"KmsMasterKeyId\", or name a key of x-kms.");

    public static Diagnostic HiddenKey(string topic, Location location) =>
        Diagnostic.Warning("CXSNS23", location, $"Nobody can tell the ARN of the key of \"{topic}\" from this, so the services that use the topic get no permission on the key. Write \"x-kms::<name>\" or the key's ARN.");
}
