using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Modules.Logging.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging.FireLens;

/// <summary>The containers that a family gets when one of its containers logs through FireLens: the router, and one before it that writes its configuration.</summary>
internal static class LogRouter
{
    private const string Name = "log_router";
    private const string PreloadName = "log_router_preload";
    private const string Volume = "compose-x-firelens-rendering";

    // Version 2, which the tag "stable" still means, is out of support with Amazon Linux 2.
    private const string Image = "public.ecr.aws/aws-observability/aws-for-fluent-bit:3";
    private const string PreloadImage = "public.ecr.aws/docker/library/busybox:1.37";

    // It comes with the image, and switches on the endpoint that the health check asks.
    private const string BuiltInConfiguration = "/fluent-bit/configs/output-metrics-healthcheck.conf";

    // ECS kills what does not stop by then, and what Fluent Bit still had would be lost.
    private const long DefaultStopTimeout = 30;

    private const long LeastMemoryMiB = 128;
    private const long BytesPerMiB = 1024 * 1024;

    public static IEnumerable<Contribution> Of(Family family, IReadOnlyList<RoutedLogs> logs, ProjectFiles? files, DiagnosticBag diagnostics)
    {
        var origin = logs[0].Logging.Origin;
        var router = RouterSettings.Of(family, logs, diagnostics);
        foreach (var service in family.Services.Where(service => service.Name is Name or PreloadName))
        {
            diagnostics.Add(FireLensDiagnostics.NameTaken(service.Name, service.Origin));
        }

        if (router.IsFluentd)
        {
            return [Router(family, logs, router, "", null, origin)];
        }

        if (!logs.Any(log => log.Settings.NeedsConfiguration))
        {
            return [Router(family, logs, router, router.File is null ? BuiltInConfiguration : "", router.File is null ? "uptime" : null, origin)];
        }

        var configuration = RouterConfiguration.Write(family, logs, router.File, files, origin, diagnostics);
        var cfn = new Cfn(origin);
        return
        [
            Preload(family, configuration, cfn),
            Router(family, logs, router, $"{RouterConfiguration.Folder}/{RouterConfiguration.Main}", logs.Any(log => log.Settings.ApiHealthCheck is { Value: true }) ? "health" : "uptime", origin),
            new SetOnTask(family, "Volumes", cfn.List(cfn.Map(("Name", cfn.String(Volume)))), origin),
        ];
    }

    /// <param name="file">The configuration to point at; empty leaves what the user said.</param>
    /// <param name="health">The path of Fluent Bit's endpoint that tells its health; null when nobody knows whether there is one.</param>
    private static AddContainer Router(Family family, IReadOnlyList<RoutedLogs> logs, RouterSettings router, string file, string? health, Location origin)
    {
        var cfn = new Cfn(origin);
        var isRendered = file.StartsWith(RouterConfiguration.Folder, StringComparison.Ordinal);
        var memory = Math.Max(LeastMemoryMiB, logs.Sum(log => (log.Settings.BufferLimit?.Value ?? FireLensSettings.DefaultBufferLimit) / BytesPerMiB));
        return new AddContainer(family, cfn.Map(
            ("Name", cfn.String(Name)),
            ("Image", router.Image is { } image ? new CfnString(image.Value, image.Origin) : cfn.String(Image)),
            ("Essential", cfn.Boolean(true)),
            ("Cpu", cfn.Number((long)Math.Ceiling(logs.Max(log => log.Settings.Cpu?.Value ?? 0.1m) * 1024 - 0.5m))),
            ("Memory", cfn.Number(memory)),
            ("MemoryReservation", cfn.Number(memory / 2)),
            ("User", cfn.String("0")),
            ("StopTimeout", logs.Max(log => log.Settings.GracePeriod?.Value) is > DefaultStopTimeout and var grace ? cfn.Number(grace) : null),
            ("Environment", router.Variables.Count == 0 ? null : cfn.List(router.Variables.Select(variable => new Cfn(variable.NameOrigin).Map(("Name", new CfnString(variable.Name, variable.NameOrigin)), ("Value", variable.Value))))),
            ("FirelensConfiguration", cfn.Map(
                ("Type", cfn.String(router.IsFluentd ? "fluentd" : "fluentbit")),
                ("Options", cfn.Map(
                    ("enable-ecs-log-metadata", router.Option("enable-ecs-log-metadata") ?? cfn.String("true")),
                    ("config-file-type", file.Length > 0 || router.File is not null ? cfn.String("file") : null),
                    ("config-file-value", file.Length > 0 ? cfn.String(file) : router.Option("config-file-value")))))),
            ("MountPoints", isRendered ? cfn.List(Mount(cfn, true)) : null),
            ("DependsOn", isRendered ? cfn.List(cfn.Map(("ContainerName", cfn.String(PreloadName)), ("Condition", cfn.String("SUCCESS")))) : null),
            ("HealthCheck", health is null ? null : cfn.Map(
                ("Command", cfn.Strings(["CMD-SHELL", $"curl -sf http://127.0.0.1:2020/api/v1/{health} || exit 1"])),
                ("Interval", cfn.Number(10)),
                ("Timeout", cfn.Number(5)),
                ("Retries", cfn.Number(3)),
                ("StartPeriod", cfn.Number(15))))), origin)
        {
            StartCondition = health is null ? "START" : "HEALTHY",
        };
    }

    // The configuration travels in the task definition: a rollback of the one is a rollback of the other, and no permission is needed.
    private static AddContainer Preload(Family family, RouterConfiguration configuration, Cfn cfn) => new(family, cfn.Map(
        ("Name", cfn.String(PreloadName)),
        ("Image", cfn.String(PreloadImage)),
        ("Essential", cfn.Boolean(false)),
        ("Command", cfn.Strings(["sh", "-c", string.Join(" && ", configuration.Files.Select((file, index) => FormattableString.Invariant($"printf %s \"$FILE_{index + 1}\" > {RouterConfiguration.Folder}/{file.Name}")))])),
        ("Environment", cfn.List(configuration.Files.Select((file, index) => cfn.Map(("Name", cfn.String(FormattableString.Invariant($"FILE_{index + 1}"))), ("Value", file.Text))))),
        ("MountPoints", cfn.List(Mount(cfn, false)))), cfn.Origin)
    {
        StartCondition = null,
    };

    private static CfnMap Mount(Cfn cfn, bool isReadOnly) => cfn.Map(
        ("SourceVolume", cfn.String(Volume)),
        ("ContainerPath", cfn.String(RouterConfiguration.Folder)),
        ("ReadOnly", cfn.Boolean(isReadOnly)));
}
