using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Monitoring;

/// <summary>Reads <c>x-prometheus</c>.</summary>
internal static class PrometheusReader
{
    private static readonly string[] RuleKeys = ["source_labels", "label_matcher", "dimensions", "metric_selectors"];

    private const int JavaPort = 9404;

    private const string MetricsPath = "/metrics";

    private static readonly Regex Duration = new("^(?<number>[0-9]{1,6})(?<unit>ms|s|m|h)$", RegexOptions.CultureInvariant);

    public static MonitoringSettings Read(MonitoringSettings settings, YamlMapping mapping, DiagnosticBag diagnostics)
    {
        var outer = MappingReader.Of(mapping, diagnostics);
        var reader = MappingReader.Of(outer.Mapping("ContainersInsights", "ContainerInsights"), diagnostics);
        outer.RejectOthers();
        var scraping = MappingReader.Of(reader.Mapping("ScrapingConfiguration"), diagnostics);
        var interval = ReadDuration("Interval", scraping.Text("Interval"), "1m", diagnostics);
        var timeout = ReadDuration("Timeout", scraping.Text("Timeout"), "10s", diagnostics);
        if (interval.Length > 0 && timeout.Length > 0 && Milliseconds(timeout) > Milliseconds(interval))
        {
            diagnostics.Add(MonitoringDiagnostics.TimeoutOverInterval(timeout, interval, reader.Mapping("ScrapingConfiguration")?.Location ?? settings.Origin));
        }

        var exporter = reader.Boolean("AutoAddNginxPrometheusExporter");
        if (reader.Entry("CollectForAppMesh") is { } mesh)
        {
            diagnostics.Add(MonitoringDiagnostics.AppMeshHasEnded(mesh.Key.Location));
        }

        var name = settings.Service.Name;
        IEnumerable<ScrapeJob> jobs =
        [
            .. Exporter(reader, "CollectForJavaJmx", $"{name}-javajmx-prometheus-exporter", JavaPort, "^.*jmx.*$", KnownMetrics.OfJava, false, diagnostics),
            .. Exporter(reader, "CollectForNginx", $"{name}-nginx-prometheus-exporter", NginxExporter.Port, "^.*nginx.*$", KnownMetrics.OfNginx, exporter is { Value: true }, diagnostics),
            .. (reader.Sequence("CustomRules")?.Items ?? []).Select(rule => Custom(name, rule, diagnostics)).OfType<ScrapeJob>(),
        ];
        settings = settings with
        {
            Jobs = [.. jobs.Select(job => job with { Interval = interval, Timeout = timeout })],
            NginxExporter = exporter is { Value: true } ? exporter.Value.Origin : null,
            IsDebug = reader.Boolean("EnableCWAgentDebug") is { Value: true },
            ScrapeFile = scraping.Text("ScrapingConfigurationFile"),
        };
        scraping.RejectOthers();
        reader.RejectOthers();
        return settings;
    }

    private static IEnumerable<ScrapeJob> Exporter(
        MappingReader reader, string key, string job, int port, string matcher, Func<IReadOnlyList<string>, string, IReadOnlyList<MetricRule>> rules, bool isImplied, DiagnosticBag diagnostics)
    {
        if (reader.Node(key) is not YamlMapping mapping)
        {
            return reader.Boolean(key) is { Value: true } || (isImplied && reader.Node(key) is null) ? [new(job, port, MetricsPath, rules(["job"], matcher))] : [];
        }

        var exporter = MappingReader.Of(mapping, diagnostics);
        var labels = exporter.Texts("source_labels").Select(label => label.Value).ToList();
        var given = new ScrapeJob(
            job, ReadPort(exporter, diagnostics) ?? port, exporter.Text("ExporterPath")?.Value ?? MetricsPath, rules(labels.Count > 0 ? labels : ["job"], exporter.Text("label_matcher")?.Value ?? matcher));
        exporter.RejectOthers();
        return [given];
    }

    private static ScrapeJob? Custom(string service, YamlNode node, DiagnosticBag diagnostics)
    {
        if (node is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("CustomRules", "a list of mappings with ExporterPort and EmfProcessors", node.Location));
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var port = ReadPort(reader, diagnostics);
        var path = reader.Text("ExporterPath")?.Value ?? MetricsPath;
        var processors = reader.Sequence("EmfProcessors")?.Items ?? [];
        reader.RejectOthers();
        foreach (var missing in new[] { mapping["ExporterPort"] is null ? "ExporterPort" : null, processors.Count == 0 ? "EmfProcessors" : null }.OfType<string>())
        {
            diagnostics.Add(MonitoringDiagnostics.MissingInRule(missing, mapping.Location));
        }

        var rules = processors.Select(processor => Rule(processor, diagnostics)).OfType<MetricRule>().ToList();
        return port is { } number ? new(FormattableString.Invariant($"{service}-{number}"), number, path, rules) : null;
    }

    private static MetricRule? Rule(YamlNode node, DiagnosticBag diagnostics)
    {
        if (node is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("EmfProcessors", "a list of mappings with dimensions, label_matcher, metric_selectors and source_labels", node.Location));
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var rule = new MetricRule(
            [.. reader.Texts("source_labels").Select(label => label.Value)],
            reader.Text("label_matcher")?.Value ?? "",
            ReadDimensions(reader.Sequence("dimensions"), diagnostics),
            [.. reader.Texts("metric_selectors").Select(selector => selector.Value)]);
        reader.RejectOthers();
        foreach (var missing in RuleKeys.Where(key => mapping[key] is null))
        {
            diagnostics.Add(MonitoringDiagnostics.MissingInRule(missing, mapping.Location));
        }

        return rule;
    }

    private static IReadOnlyList<IReadOnlyList<string>> ReadDimensions(YamlSequence? dimensions, DiagnosticBag diagnostics)
    {
        var items = dimensions?.Items ?? [];
        foreach (var item in items.Where(item => item is not YamlSequence { Items: var names } || names.Any(name => name is not YamlScalar)))
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("dimensions", "a list of lists of labels", item.Location));
        }

        return [.. items.OfType<YamlSequence>().Select(item => (IReadOnlyList<string>)[.. item.Items.OfType<YamlScalar>().Select(name => name.Text)])];
    }

    private static int? ReadPort(MappingReader reader, DiagnosticBag diagnostics)
    {
        if (reader.Integer("ExporterPort") is not { } port)
        {
            return null;
        }

        if (port.Value is >= 1 and <= 65535)
        {
            return (int)port.Value;
        }

        diagnostics.Add(MonitoringDiagnostics.BadPort(port.Value, port.Origin));
        return null;
    }

    private static string ReadDuration(string key, Located<string>? text, string otherwise, DiagnosticBag diagnostics)
    {
        if (text is not { } given)
        {
            return otherwise;
        }

        if (Duration.IsMatch(given.Value))
        {
            return given.Value;
        }

        diagnostics.Add(MonitoringDiagnostics.BadDuration(key, given.Value, given.Origin));
        return "";
    }

    private static long Milliseconds(string duration)
    {
        var match = Duration.Match(duration);
        return long.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) * match.Groups["unit"].Value switch { "ms" => 1, "s" => 1000, "m" => 60_000, _ => 3_600_000 };
    }
}
