using System.Collections.Generic;

namespace ComposeX.Modules.Xray;

/// <summary>A container that takes traces from the others of its task and sends them to X-Ray.</summary>
/// <param name="Name">What the user writes.</param>
/// <param name="Variables">What the containers are told that send to it.</param>
internal sealed record Collector(
    string Name, string Container, string Image, IReadOnlyList<string> Command, IReadOnlyList<(int Number, string Protocol)> Ports, IReadOnlyList<(string Name, string Value)> Variables)
{
    /// <summary>X-Ray's own daemon: its SDKs send to port 2000 of this machine by default.</summary>
    public static Collector Daemon { get; } = new("XRay", "xray-daemon", "public.ecr.aws/xray/aws-xray-daemon:3.x", [], [(2000, "udp"), (2000, "tcp")], []);

    /// <summary>
    /// The collector of the AWS Distro for OpenTelemetry, with AWS's configuration for traces alone: its other ones send metrics too,
    /// for which it would have to write logs.
    /// </summary>
    public static Collector OpenTelemetry { get; } = new(
        "OpenTelemetry",
        "otel-collector",
        "public.ecr.aws/aws-observability/aws-otel-collector:v0.47.0",
        ["--config=/etc/ecs/ecs-xray.yaml"],
        [(4317, "tcp"), (4318, "tcp")],
        [("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")]);
}
