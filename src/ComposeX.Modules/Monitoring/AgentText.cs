using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ComposeX.Model.Families;

namespace ComposeX.Modules.Monitoring;

/// <summary>The two texts that the CloudWatch agent reads: what it does, and whom it asks for metrics. The same settings make the same text.</summary>
internal static class AgentText
{
    /// <summary>The agent's own configuration, as JSON.</summary>
    public static string Configuration(IReadOnlyList<MonitoringSettings> settings) => Json.Object(
        ("agent", settings.Any(setting => setting.IsDebug) ? Json.Object(("debug", "true")) : null),
        ("logs", Json.Object(
            ("force_flush_interval", "15"),
            ("metrics_collected", Json.Object(
                ("emf", settings.Any(setting => setting.Emf is not null) ? Json.Object() : null),
                ("prometheus", settings.Any(setting => setting.Jobs.Count > 0 || setting.ScrapeFile is not null) ? Prometheus(settings) : null))))));

    /// <summary>
    /// Whom to ask, as YAML for <c>Fn::Sub</c>: the containers of this task, by its own loopback address. Looking for tasks in the cluster
    /// would need permission to see all of it, a way from task to task, and count each task once for every agent that found it.
    /// </summary>
    public static string Scraping(Family family, IReadOnlyList<MonitoringSettings> settings) =>
        "scrape_configs:\n" + string.Concat(settings.SelectMany(setting => setting.Jobs.Select(job => Job(family, setting, job))));

    /// <summary>A text as it stands in <c>Fn::Sub</c>.</summary>
    public static string Literal(string text) => text.Replace("${", "${!");

    /// <summary>What tells two texts apart (FNV-1a).</summary>
    public static string Hash(string text) => Encoding.UTF8.GetBytes(text)
        .Aggregate(14695981039346656037, (hash, part) => unchecked((hash ^ part) * 1099511628211))
        .ToString("x16", CultureInfo.InvariantCulture);

    private static string Job(Family family, MonitoringSettings settings, ScrapeJob job) => FormattableString.Invariant($$"""
          - job_name: {{Escaped(job.Name)}}
            scrape_interval: {{job.Interval}}
            scrape_timeout: {{job.Timeout}}
            metrics_path: {{Escaped(job.Path)}}
            sample_limit: 10000
            static_configs:
              - targets: ["127.0.0.1:{{job.Port}}"]
                labels:
                  ClusterName: "${ClusterName}"
                  TaskDefinitionFamily: "${StackRoot}-{{family.Name}}"
                  container_name: {{Escaped(settings.Service.Name)}}

        """).Replace("\r\n", "\n") + string.Concat(Labels(settings).Select(label => $"          {label.Name}: {Escaped(label.Value)}\n"));

    // The service's own labels, as the agent names those of containers that it discovers.
    private static IEnumerable<(string Name, string Value)> Labels(MonitoringSettings settings) => settings.Service.Labels
        .Select(label => (Name: new string([.. label.Name.Select(character => character < 128 && char.IsLetterOrDigit(character) ? character : '_')]), Value: label.Value ?? ""))
        .Where(label => label.Name is not ("ClusterName" or "TaskDefinitionFamily" or "container_name" or "") && !char.IsDigit(label.Name[0]))
        .GroupBy(label => label.Name, StringComparer.Ordinal)
        .Select(group => group.First());

    private static string Escaped(string text) => Literal(Json.Text(text));

    private static string Prometheus(IReadOnlyList<MonitoringSettings> settings) => Json.Object(
        ("prometheus_config_path", Json.Text("env:" + CloudWatchAgent.ScrapingVariable)),
        ("emf_processor", Json.Object(
            ("metric_declaration_dedup", "true"),
            ("metric_declaration", Json.Array(settings.SelectMany(setting => setting.Jobs).SelectMany(job => job.Rules).Select(Declaration))))));

    private static string Declaration(MetricRule rule) => Json.Object(
        ("source_labels", Json.Array(rule.SourceLabels.Select(Json.Text))),
        ("label_matcher", Json.Text(rule.LabelMatcher)),
        ("dimensions", Json.Array(rule.Dimensions.Select(labels => Json.Array(labels.Select(Json.Text))))),
        ("metric_selectors", Json.Array(rule.Selectors.Select(Json.Text))));
}
