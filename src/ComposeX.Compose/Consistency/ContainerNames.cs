using System;
using System.Collections.Generic;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Consistency;

/// <summary>A container's name belongs to one container.</summary>
internal static class ContainerNames
{
    public static void Check(IEnumerable<(YamlEntry Entry, YamlMapping Node)> services, DiagnosticBag diagnostics)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (entry, service) in services)
        {
            if (service["container_name"] is not YamlScalar { Text.Length: > 0 } name)
                continue;

            if (taken.TryGetValue(name.Text, out var other))
            {
                diagnostics.Add(ConsistencyDiagnostics.NameIsTaken(name, other));
            }
            else
            {
                taken.Add(name.Text, entry.Name);
            }

            if (Replicas(service) is { } replicas && ScalarResolver.Resolve(replicas).Integer > 1)
            {
                diagnostics.Add(ConsistencyDiagnostics.NameForMany(name, replicas.Text));
            }
        }
    }

    private static YamlScalar? Replicas(YamlMapping service) =>
        service["scale"] as YamlScalar ?? service["deploy"].AsMapping()?["replicas"] as YamlScalar;
}
