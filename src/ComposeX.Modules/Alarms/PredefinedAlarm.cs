using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Modules.Alarms;

/// <summary>An alarm that is known by name: a load is high although scaling has reached its end.</summary>
/// <param name="Part">What the alarm on the load is called.</param>
/// <param name="Setting">The setting that says which load is high, in percent.</param>
/// <param name="Metric">The load, as ECS measures it.</param>
internal sealed record PredefinedAlarm(string Name, string Part, string Setting, string Metric)
{
    public static IReadOnlyList<PredefinedAlarm> All { get; } =
    [
        new("HighCpuUsageAndMaxScaledOut", "HighCpuUsage", "CPUUtilization", "CPUUtilization"),
        new("HighRamUsageAndMaxScaledOut", "HighRamUsage", "MemoryUtilization", "MemoryUtilization"),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(alarm => alarm.Name)];
}
