using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Model.Building;

/// <summary>
/// Top-level x-keys that no module knows. Compose leaves such keys to their owners, and many files keep anchors under one, so only
/// those are reported that mean something to users of ECS ComposeX, or that look like a misspelt module.
/// </summary>
internal static class ForeignKeys
{
    private static readonly string[] OfEcsComposeX =
    [
        "x-acm", "x-alarms", "x-appmesh", "x-aps", "x-aws-cluster", "x-cloudmap", "x-cluster", "x-codeguru_profiler", "x-cognito_userpool", "x-configs",
        "x-dashboards", "x-dns", "x-docdb", "x-dynamodb", "x-ec2", "x-efs", "x-elasticache", "x-elbv2", "x-events", "x-kinesis", "x-kinesis_firehose",
        "x-kms", "x-msk_cluster", "x-neptune", "x-opensearch", "x-rds", "x-route53", "x-s3", "x-sns", "x-sqs", "x-ssm_parameter", "x-tags", "x-vpc",
        "x-wafv2_webacl",
    ];

    public static void Report(YamlEntry extension, IReadOnlyList<Module> modules, DiagnosticBag diagnostics)
    {
        IReadOnlyList<string> known = [.. modules.Select(module => module.Key)];
        if (Array.IndexOf(OfEcsComposeX, extension.Name) >= 0 || Spelling.Nearest(extension.Name, known) is not null)
        {
            diagnostics.Add(ModelDiagnostics.UnknownModule(extension.Name, known, extension.Key.Location));
        }
    }
}
