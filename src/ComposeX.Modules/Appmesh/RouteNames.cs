using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.Model.Meshes;

namespace ComposeX.Modules.Appmesh;

/// <summary>Routes are named for what they match: <c>GetDateUtc</c> for <c>GET /date/utc</c>. Of those with one name, the later are numbered.</summary>
internal static class RouteNames
{
    public static IReadOnlyList<(MeshRoute Route, string Name)> Of(MeshRouter router)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new List<(MeshRoute, string)>();
        foreach (var route in router.Routes)
        {
            var name = route.Name?.Value ?? Of(route);
            var free = name;
            for (var number = 2; !taken.Add(LogicalId.From(free)); number++)
            {
                free = name + number.ToString(CultureInfo.InvariantCulture);
            }

            names.Add((route, free));
        }

        return names;
    }

    private static string Of(MeshRoute route)
    {
        var match = route.Match;
        string?[] parts = route.Protocol switch
        {
            MeshProtocol.Tcp => ["Tcp"],
            MeshProtocol.Grpc => [match.GrpcService?.Value ?? "Grpc", match.GrpcMethod?.Value],
            _ => [match.Scheme?.Value == "https" ? "Https" : null, Title(match.Method?.Value), match.Prefix?.Value ?? match.Path?.Value.Value],
        };
        var words = parts.OfType<string>().Where(part => part.Any(c => c < 128 && char.IsLetterOrDigit(c))).ToArray();
        return words.Length == 0 ? "Root" : Shortened(LogicalId.From(words));
    }

    private static string? Title(string? word) => word is null ? null : word[0] + word.Substring(1).ToLowerInvariant();

    // Room is left for a number, and for the ids that the name is a part of.
    private static string Shortened(string name) => name.Length <= 100 ? name : name.Substring(0, 100);
}
