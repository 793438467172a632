using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Syntax;

namespace ComposeX.Modules.Vpc;

/// <summary>
/// Names of services that have endpoints, to notice misspelt ones. AWS adds to them all the time, so a name that is not here and
/// like none of these is taken as it is.
/// </summary>
internal static class EndpointServices
{
    private static readonly string[] Known =
    [
        "access-analyzer", "account", "acm", "acm-pca", "airflow.api", "airflow.env", "airflow.ops", "application-autoscaling", "appconfig", "appconfigdata",
        "appmesh", "appmesh-envoy-management", "appstream.api", "aps", "aps-workspaces", "athena", "autoscaling", "autoscaling-plans", "backup", "batch",
        "bedrock", "bedrock-agent", "bedrock-agent-runtime", "bedrock-runtime", "cloudformation", "cloudhsmv2", "cloudtrail", "codeartifact.api",
        "codeartifact.repositories", "codebuild", "codecommit", "codedeploy", "codeguru-profiler", "codepipeline", "cognito-idp", "comprehend", "config",
        "databrew", "datasync", "dms", "dynamodb", "ebs", "ec2", "ec2messages", "ecr.api", "ecr.dkr", "ecs", "ecs-agent", "ecs-telemetry", "eks", "eks-auth",
        "elasticache", "elasticbeanstalk", "elasticfilesystem", "elasticloadbalancing", "elasticmapreduce", "email-smtp", "events", "execute-api", "fis",
        "firehose", "fsx", "git-codecommit", "glue", "guardduty-data", "imagebuilder", "inspector2", "iot.data", "kinesis-firehose", "kinesis-streams", "kms",
        "lakeformation", "lambda", "license-manager", "logs", "macie2", "mediaconnect", "monitoring", "mgn", "networkmonitor", "oam", "organizations",
        "pipes", "pipes-data", "polly", "qldb.session", "rds", "rds-data", "redshift", "redshift-data", "rekognition", "resource-groups", "route53resolver",
        "s3", "s3express", "s3tables", "sagemaker.api", "sagemaker.runtime", "scheduler", "secretsmanager", "securityhub", "servicecatalog",
        "servicediscovery", "servicequotas", "sms", "sns", "sqs", "ssm", "ssmmessages", "ssm-contacts", "ssm-incidents", "states", "storagegateway", "sts",
        "support", "sync-states", "synthetics", "tagging", "textract", "timestream-write", "transcribe", "transfer", "transfer.server", "translate",
        "verifiedpermissions", "vpc-lattice", "wafv2", "workspaces", "xray",
    ];

    // What services are called elsewhere.
    private static readonly IReadOnlyDictionary<string, string> OtherNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["cloudwatch"] = "\"monitoring\", or \"logs\"",
        ["cloudwatchlogs"] = "\"logs\"",
        ["cloudmap"] = "\"servicediscovery\"",
        ["ecr"] = "\"ecr.api\" and \"ecr.dkr\"",
        ["efs"] = "\"elasticfilesystem\"",
        ["eventbridge"] = "\"events\"",
        ["kinesis"] = "\"kinesis-streams\", or \"kinesis-firehose\"",
        ["ses"] = "\"email-smtp\"",
        ["stepfunctions"] = "\"states\"",
    };

    /// <summary>What a name was probably meant to be, in quotes; null when there is no doubt about it.</summary>
    public static string? Doubt(string service) =>
        Known.Contains(service, StringComparer.Ordinal) ? null
        : OtherNames.TryGetValue(service.Replace("-", "").Replace(".", ""), out var other) ? other
        : service.Length > 4 && Spelling.Nearest(service, Known) is { } nearest ? $"\"{nearest}\""
        : null;
}
