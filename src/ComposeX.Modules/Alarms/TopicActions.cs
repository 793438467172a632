using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Alarms;

/// <summary>Adds to what an alarm does; what the user's <c>Properties</c> say it does stays.</summary>
internal static class TopicActions
{
    private const string TopicKey = "x-sns";

    private static readonly string[] Properties = ["AlarmActions", "OKActions", "InsufficientDataActions"];

    public static CfnMap Add(CfnMap properties, IReadOnlyList<TopicUse> topics) => Add(
        Add(properties, "AlarmActions", topics.Where(topic => topic.OnAlarm).Select(topic => topic.Arn)),
        "OKActions",
        topics.Where(topic => topic.OnOk).Select(topic => topic.Arn));

    public static CfnMap Add(CfnMap properties, string property, IEnumerable<CfnValue> actions)
    {
        var added = actions.ToList();
        return added.Count == 0 ? properties : properties.With(property, properties[property] switch
        {
            CfnList list => list with { Items = [.. list.Items, .. added] },
            null => new CfnList(added, added[0].Origin),
            var one => new CfnList([one, .. added], one.Origin),
        });
    }

    /// <summary>The user's own actions, with topics of this file by their names.</summary>
    public static CfnMap Resolve(CfnMap properties) => Properties.Where(property => properties[property] is not null).Aggregate(properties, (map, property) =>
        map.With(property, map[property]!.Replace(value => value is DeclarationReference { Key: TopicKey, Attribute: null } topic ? topic with { Attribute = "Arn" } : value)));

    /// <summary>The topics of this file that an alarm notifies.</summary>
    public static IEnumerable<Offer> Deliveries(Declaration declaration, AlarmPlan plan) => Deliveries(
        plan.Topics.Select(topic => topic.Arn).Concat(Properties.SelectMany(property => plan.Properties[property] switch
        {
            CfnList list => list.Items,
            { } one => [one],
            null => [],
        })),
        topic => AlarmNames.ArnOf(declaration, topic.Origin));

    /// <param name="alarmOf">The alarm's ARN, which refers to no resource: a topic's policy must be able to exist before the alarm.</param>
    public static IEnumerable<Offer> Deliveries(IEnumerable<CfnValue> topics, Func<DeclarationReference, CfnValue> alarmOf) => topics
        .OfType<DeclarationReference>()
        .Where(topic => topic.Key == TopicKey)
        .GroupBy(topic => topic.Name, StringComparer.Ordinal)
        .Select(topics => topics.First() with { Attribute = "Arn" })
        .Select(topic => new DeliveryOffer(topic, "cloudwatch.amazonaws.com", alarmOf(topic), topic.Origin));
}
