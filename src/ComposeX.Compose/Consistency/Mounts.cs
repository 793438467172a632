using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Consistency;

/// <summary>A place in a container is mounted once.</summary>
internal static class Mounts
{
    public static void Check(YamlMapping service, DiagnosticBag diagnostics)
    {
        var mounted = new Dictionary<string, Location>(StringComparer.Ordinal);
        foreach (var (target, at) in Volumes(service).Concat(TemporaryFileSystems(service)))
        {
            if (mounted.TryGetValue(target, out var first))
            {
                diagnostics.Add(ConsistencyDiagnostics.MountedTwice(at, target, first));
            }
            else
            {
                mounted.Add(target, at);
            }
        }
    }

    private static IEnumerable<(string Target, Location At)> Volumes(YamlMapping service) =>
        (service["volumes"] as YamlSequence)?.Items.OfType<YamlMapping>().Select(volume => (volume["target"].AsText() ?? "", volume.Location)) ?? [];

    private static IEnumerable<(string Target, Location At)> TemporaryFileSystems(YamlMapping service) =>
        (service["tmpfs"] as YamlSequence)?.Items.OfType<YamlScalar>().Select(item => (item.Text.Split(':')[0], item.Location)) ?? [];
}
