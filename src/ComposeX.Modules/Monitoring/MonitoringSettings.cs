using System.Collections.Generic;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Monitoring;

/// <summary>What a service says of its metrics: <c>x-monitoring</c> and <c>x-prometheus</c>.</summary>
internal sealed record MonitoringSettings(ComposeService Service)
{
    /// <summary>Where it was said that the agent takes metrics that the service sends in the embedded metric format; null when it does not.</summary>
    public Location? Emf { get; init; }

    public Located<string>? Image { get; init; }

    public bool UsesLatest { get; init; }

    /// <summary>What the agent asks the service for.</summary>
    public IReadOnlyList<ScrapeJob> Jobs { get; init; } = [];

    /// <summary>Where it was said to put an exporter beside nginx; null when it was not.</summary>
    public Location? NginxExporter { get; init; }

    public bool IsDebug { get; init; }

    /// <summary>A scrape configuration of the user's, in place of what would be written.</summary>
    public Located<string>? ScrapeFile { get; init; }

    public Location Origin { get; init; }

    /// <summary>Whether it needs the agent.</summary>
    public bool NeedsAgent => Emf is not null || Jobs.Count > 0 || ScrapeFile is not null;
}

/// <summary>A port that Prometheus metrics come from, and what is made of them.</summary>
/// <param name="Name">The job's name, which is also the log stream's.</param>
internal sealed record ScrapeJob(string Name, int Port, string Path, IReadOnlyList<MetricRule> Rules)
{
    public string Interval { get; init; } = "1m";

    public string Timeout { get; init; } = "10s";
}

/// <summary>Which metrics become CloudWatch metrics, and of which dimensions.</summary>
internal sealed record MetricRule(
    IReadOnlyList<string> SourceLabels, string LabelMatcher, IReadOnlyList<IReadOnlyList<string>> Dimensions, IReadOnlyList<string> Selectors);
