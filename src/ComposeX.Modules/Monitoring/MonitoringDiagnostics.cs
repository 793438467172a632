using System;
using ComposeX.Syntax;

namespace ComposeX.Modules.Monitoring;

/// <summary>Findings about metrics and the agent that collects them.</summary>
public static class MonitoringDiagnostics
{
    public static Diagnostic MissingInRule(string key, Location location) =>
        Diagnostic.Error("CXMONITORING01", location, $"This rule has no \"{key}\". A rule has an ExporterPort and EmfProcessors, and each of these source_labels, label_matcher, dimensions and metric_selectors.");

    public static Diagnostic BadPort(long port, Location location) =>
        Diagnostic.Error("CXMONITORING02", location, FormattableString.Invariant($"\"{port}\" is no port that an exporter could listen on. A port is a whole number from 1 to 65535."));

    public static Diagnostic BadDuration(string key, string text, Location location) =>
        Diagnostic.Error("CXMONITORING03", location, $"\"{text}\" is no duration for \"{key}\". Write a whole number with ms, s, m or h behind it, such as 15s.");

    public static Diagnostic TimeoutOverInterval(string timeout, string interval, Location location) =>
        Diagnostic.Error("CXMONITORING04", location, $"The agent cannot wait {timeout} for an answer when it asks every {interval}. Make \"Timeout\" at most as long as \"Interval\".");

    public static Diagnostic DigestAnyway(Location location) =>
        Diagnostic.Note("CXMONITORING05", location, "\"InterpolateWithDigest\" has no effect: ECS itself finds the digest of each image when it deploys, and all tasks of that deployment run it. Remove it, or write the digest into \"OverrideImage\".");

    public static Diagnostic AppMeshHasEnded(Location location) =>
        Diagnostic.Note("CXMONITORING06", location, "\"CollectForAppMesh\" has no effect: AWS App Mesh has ended. Remove it.");

    public static Diagnostic NoFile(string path, Location location) =>
        Diagnostic.Error("CXMONITORING07", location, $"There is no file \"{path}\" in the project. Paths are relative to the project's directory.");

    public static Diagnostic SaidTwice(string key, string family, Location other, Location location) =>
        Diagnostic.Error("CXMONITORING08", location, FormattableString.Invariant($"The containers of \"{family}\" share one agent, and \"{key}\" is said here and at {System.IO.Path.GetFileName(other.File)}({other.Line},{other.Column}). Keep one."));

    public static Diagnostic NameTaken(string name, Location location) =>
        Diagnostic.Error("CXMONITORING09", location, $"\"{name}\" is the name of a container that is put beside this service to collect its metrics. Give the service another name.");

    public static Diagnostic TooLarge(string family, int most, Location location) =>
        Diagnostic.Error("CXMONITORING10", location, FormattableString.Invariant($"The agent's configuration for \"{family}\" has more than the {most} characters that a parameter of Systems Manager holds. Name fewer metrics, or spread the containers over families."));

    public static Diagnostic DoubleBraces(string path, Location location) =>
        Diagnostic.Error("CXMONITORING11", location, $"\"{path}\" contains \"{{{{\", which no parameter of Systems Manager may hold. Write it in another way.");

    public static Diagnostic NoCommonLoopback(string service, Location location) =>
        Diagnostic.Error("CXMONITORING12", location, $"The agent cannot ask \"{service}\" for metrics: on machines outside of AWS the containers of a task have no address in common. Let the service send its metrics with \"CWAgentCollectEmf\", or run it on Fargate or EC2.");
}
