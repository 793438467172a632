using ComposeX.CloudFormation.Values;
using ComposeX.Model.Meshes;

namespace ComposeX.Modules.Appmesh;

/// <summary>Lengths of time in App Mesh's words.</summary>
internal static class Times
{
    public static CfnMap? Of(MeshDuration? duration)
    {
        if (duration is null)
        {
            return null;
        }

        var cfn = new Cfn(duration.Origin);
        var isWhole = duration.Milliseconds % 1000 == 0;
        return cfn.Map(("Unit", cfn.String(isWhole ? "s" : "ms")), ("Value", cfn.Number(isWhole ? duration.Milliseconds / 1000 : duration.Milliseconds)));
    }

    /// <summary>The time-outs of a route.</summary>
    public static CfnMap? OfRoute(MeshTimeout? timeout) =>
        timeout is null ? null : new Cfn(timeout.Origin).Map(("Idle", Of(timeout.Idle)), ("PerRequest", Of(timeout.PerRequest)));

    /// <summary>The time-outs of a listener, which stand below its protocol.</summary>
    public static CfnMap? OfListener(MeshTimeout? timeout, MeshProtocol protocol) =>
        timeout is null ? null : new Cfn(timeout.Origin).Map((Member(protocol), OfRoute(protocol == MeshProtocol.Tcp ? timeout with { PerRequest = null } : timeout)));

    /// <summary>How CloudFormation calls a protocol's part: <c>HTTP2</c>.</summary>
    public static string Member(MeshProtocol protocol) => protocol.Word().ToUpperInvariant();
}
