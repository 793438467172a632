using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Network;

/// <summary>What one service says under <c>x-network</c>.</summary>
/// <param name="Groups">Security groups to join.</param>
internal sealed record NetworkSettings(Located<bool>? AssignPublicIp, IReadOnlyList<CfnValue> Groups, IReadOnlyList<Contribution> Contributions)
{
    // Keys of earlier years. Those of today that are not read here, "x-cloudmap" and "x-ecs_connect", belong to other rooms.
    private static readonly (string Key, string By)[] Replaced =
    [
        ("UseCloudmap", "Name a namespace of x-cloudmap with \"x-cloudmap\" to register the service."),
        ("use_cloudmap", "Name a namespace of x-cloudmap with \"x-cloudmap\" to register the service."),
        ("lb_type", "Declare the load balancer under x-elbv2, and the service among its targets."),
        ("IsPublic", "Set \"Scheme: internet-facing\" on the load balancer under x-elbv2."),
        ("is_public", "Set \"Scheme: internet-facing\" on the load balancer under x-elbv2."),
    ];

    public static NetworkSettings Read(YamlNode node, NetworkScope scope)
    {
        if (node is not YamlMapping mapping)
        {
            scope.Diagnostics.Add(ModelDiagnostics.WrongKind("x-network", "a mapping with Ingress, AssignPublicIp and AdditionalSecurityGroups", node.Location));
            return new(null, [], []);
        }

        var reader = MappingReader.Of(mapping, scope.Diagnostics);
        var settings = new NetworkSettings(
            reader.Boolean("AssignPublicIp"),
            SecurityGroups.Read(reader.Node("AdditionalSecurityGroups"), scope),
            [.. Ingress.Read(reader.Mapping("Ingress"), scope)]);
        _ = reader.Node("x-ecs_connect");
        _ = reader.Node(["x-cloudmap", .. Replaced.Select(old => old.Key)]);
        reader.RejectOthers("x-network");
        foreach (var (key, by) in Replaced)
        {
            if (mapping.Entries.FirstOrDefault(entry => string.Equals(entry.Name, key, StringComparison.Ordinal)) is { } old)
            {
                scope.Diagnostics.Add(NetworkDiagnostics.Replaced(key, by, old.Key.Location));
            }
        }

        return settings;
    }
}
