using System;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Sns;

/// <summary>Reads an item of <c>Subscription</c>, queues by name understood.</summary>
internal static class SubscriptionReader
{
    private const string Target = "deadLetterTargetArn";
    private const string QueuesKey = "x-sqs";

    private static readonly Regex QueueArn = new("^arn:[^:]+:sqs:", RegexOptions.CultureInvariant);
    private static readonly string[] Protocols = ["application", "email", "email-json", "firehose", "http", "https", "lambda", "sms", "sqs"];

    public static Subscription Read(YamlMapping item, int index, DiagnosticBag diagnostics)
    {
        var properties = PropertiesReader.Read(item, "AWS::SNS::Subscription", item.Location);
        if (properties["TopicArn"] is { } topic)
        {
            diagnostics.Add(SnsDiagnostics.TopicIsThis(topic.Origin));
        }

        foreach (var missing in new[] { "Endpoint", "Protocol" }.Where(name => properties[name] is null))
        {
            diagnostics.Add(SnsDiagnostics.Incomplete(missing, item.Location));
        }

        properties = WithProtocol(properties, diagnostics);
        var queue = properties["Protocol"] is CfnString { Value: "sqs" } ? QueueOf(properties["Endpoint"], diagnostics) : null;
        var letters = properties["RedrivePolicy"] is CfnMap redrive ? DeadLetters(redrive, diagnostics) : null;
        return new(
            index,
            WithDeadLetters(queue is null ? properties : properties.With("Endpoint", queue), letters),
            queue,
            letters);
    }

    private static CfnMap WithProtocol(CfnMap properties, DiagnosticBag diagnostics)
    {
        if (properties["Protocol"] is not CfnString protocol)
        {
            return properties;
        }

        var today = protocol.Value.ToLowerInvariant();
        if (Array.IndexOf(Protocols, today) < 0)
        {
            diagnostics.Add(SnsDiagnostics.UnknownProtocol(protocol.Value, Protocols, protocol.Origin));
        }
        else if (!string.Equals(today, protocol.Value, StringComparison.Ordinal))
        {
            diagnostics.Add(ModelDiagnostics.OlderSpelling(protocol.Value, $"\"{today}\"", protocol.Origin));
        }

        return properties.With("Protocol", protocol with { Value = today });
    }

    private static CfnMap WithDeadLetters(CfnMap properties, DeclarationReference? letters) =>
        letters is not null && properties["RedrivePolicy"] is CfnMap redrive ? properties.With("RedrivePolicy", redrive.With(Target, letters)) : properties;

    private static DeclarationReference? DeadLetters(CfnMap redrive, DiagnosticBag diagnostics)
    {
        var others = redrive.Members.Where(member => member.Name != Target).ToList();
        foreach (var other in others)
        {
            diagnostics.Add(ModelDiagnostics.UnknownKey(other.Name, [Target], "RedrivePolicy of a subscription", other.NameOrigin));
        }

        if (redrive[Target] is null && others.Count == 0)
        {
            diagnostics.Add(SnsDiagnostics.NoDeadLetterQueue(redrive.Origin));
        }

        return QueueOf(redrive[Target], diagnostics);
    }

    // A queue of this file: x-sqs::name, or the bare name of 2020; null for one by its ARN.
    private static DeclarationReference? QueueOf(CfnValue? endpoint, DiagnosticBag diagnostics)
    {
        switch (endpoint)
        {
            case DeclarationReference { Key: QueuesKey } reference:
                if (reference.Attribute is not (null or "Arn"))
                {
                    diagnostics.Add(SnsDiagnostics.NotTheArn(reference.Name, reference.Origin));
                }

                return reference with { Attribute = "Arn" };
            case CfnString { Value: var text } name when text.IndexOfAny([':', '/']) < 0:
                return new(QueuesKey, text, "Arn", name.Origin);
            case CfnString { Value: var text } name when !QueueArn.IsMatch(text):
                diagnostics.Add(SnsDiagnostics.NoQueue(text, name.Origin));
                return null;
            default:
                return null;
        }
    }
}
