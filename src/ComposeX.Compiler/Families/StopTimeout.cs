using System;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>How long a container may take to stop: <c>stop_grace_period</c>, at most the two minutes of Fargate.</summary>
internal static class StopTimeout
{
    private const int Least = 2;
    private const int Most = 120;

    public static CfnNumber? Of(ComposeService service, DiagnosticBag diagnostics)
    {
        if (service.StopGracePeriod is not { } period)
        {
            return null;
        }

        var seconds = Math.Ceiling(period.Value.TotalSeconds);
        var used = (int)Math.Min(Math.Max(seconds, Least), Most);
        if (used != seconds)
        {
            diagnostics.Add(FamilyDiagnostics.Clamped("stop_grace_period", service.Name, FormattableString.Invariant($"{used}s"), "2s to 120s", period.Origin));
        }

        return new Cfn(period.Origin).Number(used);
    }
}
