using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Meshes;
using ComposeX.Syntax;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>
/// The time-outs of a name. In App Mesh both the client's proxy (the route) and the server's (the listener) give up, and whichever is first
/// counts; Service Connect has one pair.
/// </summary>
internal static class MeshTimeouts
{
    private const long Second = 1000;

    /// <summary>The <c>Timeout</c> of a Service Connect service; null when nothing is said.</summary>
    public static CfnMap? Of(MeshLead lead, DiagnosticBag diagnostics)
    {
        var origin = lead.Routes.Select(route => route.Timeout?.Origin).FirstOrDefault(said => said is not null) ?? lead.End.Node.Timeout?.Origin;
        if (origin is not { } said)
        {
            return null;
        }

        var isTcp = lead.Port?.Protocol.Value is null or MeshProtocol.Tcp;
        var map = new Cfn(said).Map(
            ("IdleTimeoutSeconds", Seconds(lead, timeout => timeout.Idle, diagnostics)),
            ("PerRequestTimeoutSeconds", isTcp ? null : Seconds(lead, timeout => timeout.PerRequest, diagnostics)));
        return map.Members.Count == 0 ? null : map;
    }

    private static CfnNumber? Seconds(MeshLead lead, Func<MeshTimeout, MeshDuration?> of, DiagnosticBag diagnostics)
    {
        var ofRoutes = lead.Routes.Select(route => route.Timeout).OfType<MeshTimeout>().Select(of).OfType<MeshDuration>().OrderByDescending(Length).ToList();
        foreach (var shorter in ofRoutes.Skip(1).Where(other => Length(other) < Length(ofRoutes[0])))
        {
            diagnostics.Add(MeshMoveDiagnostics.TimeoutsDiffer(Ceiling(ofRoutes[0]), shorter.Origin));
        }

        var ofNode = lead.End.Node.Timeout is { } timeout ? of(timeout) : null;
        var candidates = new[] { ofRoutes.FirstOrDefault(), ofNode }.OfType<MeshDuration>().OrderBy(Length).ToList();
        if (candidates.Count == 0)
        {
            return null;
        }

        if (candidates.Count == 2 && Length(candidates[0]) < Length(candidates[1]))
        {
            diagnostics.Add(MeshMoveDiagnostics.TimeoutHidden(Ceiling(candidates[0]), candidates[1].Origin));
        }

        var chosen = candidates[0];
        if (chosen.Milliseconds % Second != 0)
        {
            diagnostics.Add(MeshMoveDiagnostics.TimeoutRounded(chosen.Milliseconds, Ceiling(chosen), chosen.Origin));
        }

        return new Cfn(chosen.Origin).Number(Ceiling(chosen));
    }

    // Nothing is waited for as long as zero, which means no limit.
    private static long Length(MeshDuration duration) => duration.Milliseconds == 0 ? long.MaxValue : duration.Milliseconds;

    private static long Ceiling(MeshDuration duration) => (duration.Milliseconds + Second - 1) / Second;
}
