using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>A container's health check. Times that the compose file leaves open are Compose's defaults, not those of ECS.</summary>
internal static class ContainerHealthCheck
{
    private static readonly TimeSpan DefaultTime = TimeSpan.FromSeconds(30);

    /// <summary>Whether ECS will know when the container is healthy. It does not look into the image for that.</summary>
    public static bool IsThere(ComposeService service) =>
        service.HealthCheck is { Disable: false, Test: { Count: > 0 } test } && test[0].Value != "NONE";

    public static CfnMap? Of(ComposeService service, DiagnosticBag diagnostics)
    {
        if (!IsThere(service) || service.HealthCheck is not { Test: { } test } check)
        {
            return null;
        }

        var cfn = new Cfn(check.Origin);
        return cfn.Map(
            ("Command", new CfnList([.. test.Select(word => PropertiesReader.ReadText(word.Value, word.Origin))], test[0].Origin)),
            ("Interval", Seconds("interval", check.Interval, 5, 300)),
            ("Timeout", Seconds("timeout", check.Timeout, 2, 60)),
            ("Retries", Clamped("retries", check.Retries?.Value ?? 3, 1, 10, check.Retries?.Origin)),
            ("StartPeriod", check.StartPeriod is { } start ? Clamped("start_period", WholeSeconds(start.Value), 0, 300, start.Origin) : null));

        CfnNumber Seconds(string name, Located<TimeSpan>? time, int least, int most) =>
            Clamped(name, WholeSeconds(time?.Value ?? DefaultTime), least, most, time?.Origin);

        CfnNumber Clamped(string name, int value, int least, int most, Location? origin)
        {
            var used = Math.Min(Math.Max(value, least), most);
            if (used != value)
            {
                diagnostics.Add(FamilyDiagnostics.Clamped(name, service.Name, FormattableString.Invariant($"{used}"), FormattableString.Invariant($"{least} to {most}"), origin ?? check.Origin));
            }

            return new Cfn(origin ?? check.Origin).Number(used);
        }
    }

    private static int WholeSeconds(TimeSpan time) => (int)Math.Min(Math.Ceiling(time.TotalSeconds), int.MaxValue);
}
