using ComposeX.Model.Meshes;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>Reads the health check of a node, within App Mesh's bounds.</summary>
internal static class HealthCheckReader
{
    public static MeshHealthCheck? Read(YamlNode? node, DiagnosticBag diagnostics)
    {
        if (node is null)
        {
            return null;
        }

        if (node is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("HealthCheck", "a mapping with Path, Interval, Timeout and others", node.Location));
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var check = new MeshHealthCheck(mapping.Location)
        {
            Protocol = reader.Protocol(diagnostics),
            Port = reader.Port(diagnostics),
            Path = reader.Text(KeyNames.Of("Path")),
            Interval = Within(reader.Time("Interval", diagnostics) ?? reader.Time("IntervalMillis", diagnostics), "Interval", 5000, 300_000, diagnostics),
            Timeout = Within(reader.Time("Timeout", diagnostics) ?? reader.Time("TimeoutMillis", diagnostics), "Timeout", 2000, 60_000, diagnostics),
            HealthyThreshold = reader.Number("HealthyThreshold", 2, 10, diagnostics),
            UnhealthyThreshold = reader.Number("UnhealthyThreshold", 2, 10, diagnostics),
        };
        reader.RejectOthers("A health check");
        if (check.Path is { } path && path.Value is not ['/', ..])
        {
            diagnostics.Add(AppmeshDiagnostics.BadPath("path", path.Value, path.Origin));
        }

        return check;
    }

    private static MeshDuration? Within(MeshDuration? time, string name, long least, long most, DiagnosticBag diagnostics)
    {
        if (time is null || (time.Milliseconds >= least && time.Milliseconds <= most))
        {
            return time;
        }

        diagnostics.Add(AppmeshDiagnostics.OutOfRange(name, time.Milliseconds, least, most, time.Origin));
        return null;
    }
}
