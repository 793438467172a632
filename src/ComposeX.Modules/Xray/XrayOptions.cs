using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Xray;

/// <summary>What a service says of tracing.</summary>
/// <param name="Image">The collector's image, when it is not the usual one.</param>
internal sealed record XrayOptions(string Service, Collector Collector, Located<string>? Image, Location Origin)
{
    private static readonly IReadOnlyList<Collector> Collectors = [Collector.Daemon, Collector.OpenTelemetry];

    /// <summary>Null when the service does not trace.</summary>
    public static XrayOptions? Read(ComposeService service, DiagnosticBag diagnostics)
    {
        if (service.Key("x-xray", "x-ray") is not { } key)
        {
            return null;
        }

        switch (key.Value)
        {
            case YamlMapping mapping:
                return Read(service, mapping, key.Key.Location, diagnostics);
            case YamlScalar scalar when bool.TryParse(scalar.Text, out var isOn):
                return isOn ? new(service.Name, Collector.Daemon, null, key.Key.Location) : null;
            default:
                diagnostics.Add(ModelDiagnostics.WrongKind(key.Name, "true, false, or a mapping with Collector and OverrideImage", key.Value.Location));
                return null;
        }
    }

    public bool IsSameAs(XrayOptions other) => Collector == other.Collector && string.Equals(Image?.Value, other.Image?.Value, StringComparison.Ordinal);

    private static XrayOptions? Read(ComposeService service, YamlMapping mapping, Location origin, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var name = reader.Text("Collector");
        var collector = name is { } given ? Collectors.FirstOrDefault(known => string.Equals(known.Name, given.Value, StringComparison.Ordinal)) : Collector.Daemon;
        if (collector is null && name is { } unknown)
        {
            diagnostics.Add(XrayDiagnostics.UnknownCollector(unknown.Value, [.. Collectors.Select(known => known.Name)], unknown.Origin));
        }

        var image = reader.Text("OverrideImage");
        reader.RejectOthers();
        return collector is null ? null : new(service.Name, collector, image, origin);
    }
}
