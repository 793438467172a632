using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Consistency;

/// <summary>Attributes that stand in two places of a service have to say the same.</summary>
internal static class ResourceLimits
{
    private static readonly (string Attribute, string Block, string Inner)[] _pairs =
    [
        ("cpus", "limits", "cpus"),
        ("mem_limit", "limits", "memory"),
        ("mem_reservation", "reservations", "memory"),
        ("pids_limit", "limits", "pids"),
    ];

    public static void Check(YamlMapping service, DiagnosticBag diagnostics)
    {
        var deploy = service["deploy"].AsMapping();
        if (deploy is null)
            return;

        if (service.Entry("scale") is { } scale && deploy["replicas"] is YamlScalar replicas && TextOf(scale.Value) != replicas.Text)
        {
            diagnostics.Add(ConsistencyDiagnostics.TwoValues(scale.Key, "deploy.replicas"));
        }

        foreach (var (attribute, block, inner) in _pairs)
        {
            // A block without its own value says "no limit", which is another value.
            if (service.Entry(attribute) is { } own && deploy["resources"].AsMapping()?[block] is YamlMapping limits && TextOf(own.Value) != TextOf(limits[inner]))
            {
                diagnostics.Add(ConsistencyDiagnostics.TwoValues(own.Key, $"deploy.resources.{block}.{inner}"));
            }
        }
    }

    private static string TextOf(YamlNode? node) => node is YamlScalar scalar ? scalar.Text : "";
}
