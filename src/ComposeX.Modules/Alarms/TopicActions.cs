using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Alarms;

/// <summary>Adds to what an alarm does; what the user's <c>Properties</c> say it does stays.</summary>
internal static class TopicActions
{
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
}
