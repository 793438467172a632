using System;

namespace ComposeX.Deploy.Stacks;

/// <summary>How often AWS is asked how far it is: soon at first, then less and less often.</summary>
/// <param name="Heartbeat">After how long a silence the person is told what is still running.</param>
internal sealed record Pace(TimeSpan First, TimeSpan Longest, TimeSpan Heartbeat)
{
    private const double Growth = 1.3;

    public static Pace Default { get; } = StartingAt(TimeSpan.FromSeconds(1));

    public static Pace StartingAt(TimeSpan first) => new(first, first * 5, TimeSpan.FromSeconds(30));

    /// <summary>How often ECS is asked how far a rollout is, and AWS is tried again while it cannot be reached.</summary>
    public TimeSpan Rollouts => AtMost(First * 10, TimeSpan.FromSeconds(30));

    /// <summary>For how long a running operation waits for expired credentials or a broken line.</summary>
    public TimeSpan Outage => AtMost(First * 600, TimeSpan.FromMinutes(10));

    public TimeSpan After(TimeSpan previous) => previous * Growth is var next && next < Longest ? next : Longest;

    private static TimeSpan AtMost(TimeSpan span, TimeSpan most) => span < most ? span : most;
}
