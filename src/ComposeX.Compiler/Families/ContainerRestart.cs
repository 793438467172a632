using System;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Compiler.Families;

/// <summary>
/// Restarting one container of a task that goes on. A container that has its task to itself needs no such policy: when it ends, so
/// does the task, and the ECS service starts another, if there is one.
/// </summary>
internal static class ContainerRestart
{
    private const int Least = 60;
    private const int Most = 1800;

    public static CfnMap? Of(ComposeService service, FamilyRequest request, DiagnosticBag diagnostics)
    {
        var family = request.Family;
        if (Condition(service) is not { } condition || ContainerOrder.IsToEnd(service, family))
        {
            return null;
        }

        var policy = condition.Value switch
        {
            "always" or "unless-stopped" or "any" => "always",
            "on-failure" => "on-failure",
            var other when other.StartsWith("on-failure:", StringComparison.Ordinal) => "on-failure",
            _ => "no",
        };
        var isAlone = family.Services.Count == 1;
        if (policy != "always" && request.HasService && (isAlone || (policy == "no" && ContainerOrder.IsEssential(service, family))))
        {
            diagnostics.Add(AttributeDiagnostics.RestartsAnyway(condition.Value, service.Name, condition.Origin));
        }

        var cfn = new Cfn(condition.Origin);
        return policy == "no" || (isAlone && (request.HasService || policy == "always")) ? null : cfn.Map(
            ("Enabled", cfn.Boolean(true)),
            ("IgnoredExitCodes", policy == "on-failure" ? cfn.List(cfn.Number(0)) : null),
            ("RestartAttemptPeriod", Period(service, diagnostics)));
    }

    private static Located<string>? Condition(ComposeService service) => service.Deploy?.RestartPolicy?.Condition ?? service.Restart;

    private static CfnNumber? Period(ComposeService service, DiagnosticBag diagnostics)
    {
        if (service.Deploy?.RestartPolicy?.Window is not { } window)
        {
            return null;
        }

        var seconds = Math.Ceiling(window.Value.TotalSeconds);
        var used = (int)Math.Min(Math.Max(seconds, Least), Most);
        if (used != seconds)
        {
            diagnostics.Add(FamilyDiagnostics.Clamped("deploy.restart_policy.window", service.Name, FormattableString.Invariant($"{used}s"), "60s to 1800s", window.Origin));
        }

        return new Cfn(window.Origin).Number(used);
    }
}
