using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Reading;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Alarms;

/// <summary>Reads <c>Topics</c>: a list of <c>TopicArn</c> or <c>x-sns</c>, each with <c>NotifyOn</c>.</summary>
internal static class TopicReader
{
    private const string SnsKey = "x-sns";

    private static readonly Regex AnyTopic = new(@"^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:.+$", RegexOptions.CultureInvariant);
    private static readonly Regex Topic = new(@":[A-Za-z0-9_-]{1,256}(\.fifo)?$", RegexOptions.CultureInvariant);
    private static readonly string[] Occasions = ["alarm", "okay", "all"];

    public static IReadOnlyList<TopicUse> Read(YamlNode? node, DiagnosticBag diagnostics)
    {
        if (node is not null and not YamlSequence)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Topics", "a list of entries with \"TopicArn\" or \"x-sns\"", node.Location));
        }

        return [.. ((node as YamlSequence)?.Items ?? []).Select(item => ReadItem(item, diagnostics)).OfType<TopicUse>()];
    }

    private static TopicUse? ReadItem(YamlNode item, DiagnosticBag diagnostics)
    {
        if (item is YamlScalar)
        {
            return ReadArn(item, diagnostics) is { } value ? new(value, OnAlarm: true, OnOk: false) : null;
        }

        if (item is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Topics", "a list of entries with \"TopicArn\" or \"x-sns\"", item.Location));
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var arn = reader.Node("TopicArn");
        var name = reader.Text(SnsKey);
        var occasions = reader.Texts("NotifyOn").Select(occasion => Occasion(occasion, diagnostics)).ToList();
        reader.RejectOthers();
        if (arn is null == mapping[SnsKey] is null)
        {
            diagnostics.Add(AlarmsDiagnostics.OneTopic(mapping.Location));
            return null;
        }

        var topic = name is { } declared ? new DeclarationReference(SnsKey, declared.Value, "Arn", declared.Origin) : arn is null ? null : ReadArn(arn, diagnostics);
        return topic is null ? null : new(
            topic,
            OnAlarm: occasions.Count == 0 || occasions.Contains("alarm") || occasions.Contains("all"),
            OnOk: occasions.Contains("okay") || occasions.Contains("all"));
    }

    // An ARN, a reference to a topic of this file, or a function of CloudFormation.
    private static CfnValue? ReadArn(YamlNode node, DiagnosticBag diagnostics)
    {
        if (node is not YamlScalar { Tag: null } scalar)
        {
            return CfnValueReader.Read(node);
        }

        if (PropertiesReader.ReadReference(scalar.Text, scalar.Location) is { } reference)
        {
            return reference with { Attribute = reference.Attribute ?? "Arn" };
        }

        if (!AnyTopic.IsMatch(scalar.Text))
        {
            diagnostics.Add(AlarmsDiagnostics.NoTopic(scalar.Text, scalar.Location));
            return null;
        }

        if (!Topic.IsMatch(scalar.Text))
        {
            diagnostics.Add(AlarmsDiagnostics.OddTopic(scalar.Text, scalar.Location));
        }

        return new CfnString(scalar.Text, scalar.Location);
    }

    private static string Occasion(Located<string> occasion, DiagnosticBag diagnostics)
    {
        var known = occasion.Value.ToLowerInvariant();
        if (Array.IndexOf(Occasions, known) < 0)
        {
            diagnostics.Add(AlarmsDiagnostics.UnknownOccasion(occasion.Value, Occasions, occasion.Origin));
        }

        return known;
    }
}
