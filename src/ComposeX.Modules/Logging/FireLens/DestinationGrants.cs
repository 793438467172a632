using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Modules.Logging.Drivers;
using ComposeX.Modules.Logging.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Logging.FireLens;

/// <summary>What the router may do for an output: write to exactly that target, or become the role that may.</summary>
internal static class DestinationGrants
{
    private static readonly Regex Role = new(@"^arn:aws[a-z-]*:iam::\d{12}:role/[\w+=,.@/-]+$", RegexOptions.CultureInvariant);

    /// <param name="written">The output as the user wrote it: a stream by its ARN, perhaps.</param>
    /// <param name="complete">The output as Fluent Bit gets it.</param>
    public static IEnumerable<Contribution> Of(Family family, string service, Destination written, Destination complete, DiagnosticBag diagnostics)
    {
        var name = LogicalId.From(service);
        if (complete["role_arn"] is { } role)
        {
            if (role is CfnString text && !Role.IsMatch(text.Value))
            {
                diagnostics.Add(FireLensDiagnostics.BadRole(text.Value, text.Origin));
            }

            return [new GrantStatement(family, "logs", "SendLogsAs" + name, ["sts:AssumeRole"], [role], role.Origin)];
        }

        if (AwsOutput.Of(complete.Plugin) is not { } output || complete[output.Target] is not { } target)
        {
            return [];
        }

        var (sid, actions, arn) = output switch
        {
            _ when output == AwsOutput.Firehose => ("SendToFirehoseOf", ["firehose:PutRecordBatch"], StreamArn(written, complete, output, "firehose", "deliverystream")),
            _ when output == AwsOutput.Kinesis => ("SendToStreamOf", ["kinesis:PutRecords"], StreamArn(written, complete, output, "kinesis", "stream")),
            _ when output == AwsOutput.S3 => ("SendToBucketOf", ["s3:PutObject"], ObjectArn(complete, target)),
            _ => ("SendToLogGroupOf", LogActions(complete), GroupArn(family, complete, target)),
        };
        return [new GrantStatement(family, "logs", sid + name, actions, [arn], target.Origin)];
    }

    private static CfnValue StreamArn(Destination written, Destination complete, AwsOutput output, string service, string kind) => written[output.Target] switch
    {
        DeclarationReference reference => reference with { Attribute = "Arn" },
        CfnString text when text.Value.StartsWith("arn:", StringComparison.Ordinal) => text,
        CfnString text => new Cfn(text.Origin).Sub($"arn:${{AWS::Partition}}:{service}:{Region(complete) ?? "${AWS::Region}"}:${{AWS::AccountId}}:{kind}/{text.Value}"),
        var other => new Cfn(other!.Origin).Sub($"arn:${{AWS::Partition}}:{service}:{Region(complete) ?? "${AWS::Region}"}:${{AWS::AccountId}}:{kind}/${{Name}}", ("Name", other)),
    };

    // Only below what stands still in the key: what follows "$" or "%" is filled in when it runs.
    private static CfnValue ObjectArn(Destination complete, CfnValue bucket)
    {
        var format = (complete["s3_key_format"] as CfnString)?.Value ?? "/fluent-bit-logs/$TAG";
        var prefix = format.Substring(0, format.IndexOfAny(['$', '%']) is var end and >= 0 ? end : format.Length).TrimStart('/');
        var cfn = new Cfn(bucket.Origin);
        return bucket is DeclarationReference reference
            ? cfn.Sub("${Bucket}/" + prefix + "*", ("Bucket", reference with { Attribute = "Arn" }))
            : cfn.Sub("arn:${AWS::Partition}:s3:::${Bucket}/" + prefix + "*", ("Bucket", bucket));
    }

    private static CfnValue GroupArn(Family family, Destination complete, CfnValue group) =>
        group is CfnResourceReference own && own.LogicalId == family.LogGroup() && Region(complete) is null
            ? new Cfn(group.Origin).GetAtt(own.LogicalId, "Arn")
            : DriverOptions.LogGroupArn(group, Region(complete));

    private static IReadOnlyList<string> LogActions(Destination complete) =>
    [
        .. complete["auto_create_group"] is CfnString create && create.Value.ToLowerInvariant() is "true" or "on" or "yes" ? ["logs:CreateLogGroup"] : (string[])[],
        "logs:CreateLogStream",
        .. complete.Plugin == "cloudwatch" ? ["logs:DescribeLogStreams"] : (string[])[],
        "logs:PutLogEvents",
        .. complete["log_retention_days"] is not null ? ["logs:PutRetentionPolicy"] : (string[])[],
    ];

    private static string? Region(Destination complete) => (complete["region"] as CfnString)?.Value;
}
