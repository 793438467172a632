using System;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Monitoring;

/// <summary>Reads what a service says of its metrics.</summary>
internal static class MonitoringReader
{
    public static MonitoringSettings Read(ComposeService service, DiagnosticBag diagnostics)
    {
        var settings = new MonitoringSettings(service) { Origin = service.Origin };
        if (Extension(service, "x-monitoring", diagnostics) is { } monitoring)
        {
            settings = ReadMonitoring(settings with { Origin = monitoring.Key.Location }, (YamlMapping)monitoring.Value, diagnostics);
        }

        return Extension(service, "x-prometheus", diagnostics) is { } prometheus
            ? PrometheusReader.Read(settings with { Origin = prometheus.Key.Location }, (YamlMapping)prometheus.Value, diagnostics)
            : settings;
    }

    private static YamlEntry? Extension(ComposeService service, string key, DiagnosticBag diagnostics)
    {
        var entry = service.Extensions.FirstOrDefault(extension => string.Equals(extension.Name, key, StringComparison.Ordinal));
        if (entry is null || entry.Value is YamlMapping)
        {
            return entry;
        }

        if (!ScalarResolver.IsNull(entry.Value))
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(key, "a mapping", entry.Value.Location));
        }

        return null;
    }

    private static MonitoringSettings ReadMonitoring(MonitoringSettings settings, YamlMapping mapping, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var emf = reader.Entry("CWAgentCollectEmf");
        reader.RejectOthers();
        if (emf?.Value is not YamlMapping agent)
        {
            return MappingReader.Of(mapping, diagnostics).Boolean("CWAgentCollectEmf") is { Value: true } ? settings with { Emf = emf?.Key.Location } : settings;
        }

        var image = MappingReader.Of(agent, diagnostics);
        settings = settings with
        {
            Emf = emf.Key.Location,
            Image = image.Text("OverrideImage"),
            UsesLatest = image.Boolean("UseLatest") is { Value: true },
        };
        if (image.Boolean("InterpolateWithDigest") is { Value: true } digest)
        {
            diagnostics.Add(MonitoringDiagnostics.DigestAnyway(digest.Origin));
        }

        image.RejectOthers();
        return settings;
    }
}
