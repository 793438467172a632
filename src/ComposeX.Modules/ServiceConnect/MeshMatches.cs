using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Meshes;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>What a route of the mesh takes, in words.</summary>
internal static class MeshMatches
{
    /// <summary>Whether there are requests that the route does not take.</summary>
    public static bool IsRestricted(MeshMatch match) => Parts(match).Any();

    /// <summary><c>GET /date</c>, or whatever else is asked for.</summary>
    public static string Describe(MeshMatch match) => string.Join(", ", Parts(match)) is { Length: > 0 } text ? text : "everything";

    private static IEnumerable<string> Parts(MeshMatch match)
    {
        var path = match.Path?.Value.Value ?? (match.Prefix is { Value: not "/" } prefix ? prefix.Value : null);
        if (match.Method is not null || path is not null)
        {
            yield return string.Join(" ", new[] { match.Method?.Value, path }.OfType<string>());
        }

        if (match.Scheme is { } scheme)
        {
            yield return scheme.Value;
        }

        if (match.GrpcService is not null || match.GrpcMethod is not null)
        {
            yield return string.Join("/", new[] { match.GrpcService?.Value, match.GrpcMethod?.Value }.OfType<string>());
        }

        foreach (var field in match.Headers.Concat(match.QueryParameters).Concat(match.Metadata))
        {
            yield return (field.IsInverted ? "not " : "") + field.Name.Value + (field.Text is { } text ? "=" + text.Value.Value : "");
        }
    }
}
