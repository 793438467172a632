using System;
using System.Collections.Generic;
using System.Linq;

namespace ComposeX.Modules.Logging.FireLens;

/// <summary>An output of Fluent Bit that sends to AWS.</summary>
/// <param name="Target">The option that names where to.</param>
/// <param name="Plugins">The plugins that have it, the one to take when none is named first.</param>
internal sealed record AwsOutput(string Target, IReadOnlyList<string> Plugins)
{
    public static AwsOutput CloudWatch { get; } = new("log_group_name", ["cloudwatch_logs", "cloudwatch"]);

    public static AwsOutput Firehose { get; } = new("delivery_stream", ["kinesis_firehose", "firehose"]);

    public static AwsOutput Kinesis { get; } = new("stream", ["kinesis_streams", "kinesis"]);

    public static AwsOutput S3 { get; } = new("bucket", ["s3"]);

    public static IReadOnlyList<AwsOutput> All { get; } = [Firehose, CloudWatch, Kinesis, S3];

    public static AwsOutput? Of(string? plugin) => All.FirstOrDefault(output => output.Plugins.Contains(plugin, StringComparer.Ordinal));
}
