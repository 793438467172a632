using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Alarms;

/// <summary>A topic that an alarm notifies.</summary>
/// <param name="OnAlarm">When the alarm goes off.</param>
/// <param name="OnOk">When it is over.</param>
internal sealed record TopicUse(CfnValue Arn, bool OnAlarm, bool OnOk);
