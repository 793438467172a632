using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Model.Seam;

/// <summary>AWS services as principals of a policy: <c>sns</c> is <c>sns.amazonaws.com</c>.</summary>
public static class ServicePrincipals
{
    private const string Suffix = ".amazonaws.com";

    /// <summary>The services that users name; any other can be named in full, as <c>name.amazonaws.com</c>.</summary>
    public static readonly IReadOnlyList<string> Known =
    [
        "access-analyzer", "acm", "airflow", "apigateway", "appflow", "application-autoscaling", "appsync", "athena", "auditmanager", "autoscaling",
        "backup", "batch", "bedrock", "budgets", "chatbot", "cloudformation", "cloudfront", "cloudtrail", "cloudwatch", "codebuild", "codecommit",
        "codedeploy", "codepipeline", "codestar-notifications", "cognito-idp", "config", "connect", "costalerts", "datasync", "delivery.logs", "devops-guru",
        "dlm", "dms", "dynamodb", "ec2", "ecr", "ecs", "ecs-tasks", "elasticache", "elasticbeanstalk", "elasticfilesystem", "elasticloadbalancing",
        "elasticmapreduce", "events", "events.rds", "fis", "firehose", "forecast", "gamelift", "glacier", "glue", "greengrass", "guardduty", "health",
        "imagebuilder", "inspector", "inspector2", "iot", "iotevents", "kafka", "kinesis", "kinesisanalytics", "kms", "lambda", "lex", "logs", "macie",
        "mediaconvert", "medialive", "mgn", "monitoring", "opensearchservice", "organizations", "personalize", "pinpoint", "pipes", "polly", "rds",
        "redshift", "rekognition", "route53", "s3", "sagemaker", "scheduler", "secretsmanager", "securityhub", "servicecatalog", "ses", "signer", "sms-voice",
        "sns", "sqs", "ssm", "ssm-contacts", "ssm-incidents", "states", "storagegateway", "support", "textract", "transcribe", "transfer", "transform",
        "translate", "trustedadvisor", "vpc-flow-logs", "waf", "workmail", "workspaces", "xray",
    ];

    // What the SDKs call them, where the principal has another name.
    private static readonly IReadOnlyDictionary<string, string> SdkNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["elb"] = "elasticloadbalancing",
        ["elbv2"] = "elasticloadbalancing",
        ["efs"] = "elasticfilesystem",
        ["emr"] = "elasticmapreduce",
        ["eventbridge"] = "events",
        ["sesv2"] = "ses",
        ["stepfunctions"] = "states",
    };

    // These name what they act for, and it is in an account.
    private static readonly IReadOnlyDictionary<string, string> Sources = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["events" + Suffix] = "arn:${AWS::Partition}:events:*:${AWS::AccountId}:rule/*",
        ["sns" + Suffix] = "arn:${AWS::Partition}:sns:*:${AWS::AccountId}:*",
    };

    /// <summary>The principal of a service by its short or full name, or null.</summary>
    public static string? Find(string service)
    {
        var name = SdkNames.TryGetValue(service, out var principal) ? principal : service;
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name : Known.Contains(name, StringComparer.Ordinal) ? name + Suffix : null;
    }

    /// <summary>The service's name without what all principals end in.</summary>
    public static string ShortName(string principal) => principal.EndsWith(Suffix, StringComparison.Ordinal) ? principal.Substring(0, principal.Length - Suffix.Length) : principal;

    /// <summary>The condition that the service acts for this account and no other.</summary>
    public static CfnMap ForThisAccount(string principal, Cfn cfn) => Sources.TryGetValue(principal, out var source)
        ? cfn.Map(("ArnLike", cfn.Map(("aws:SourceArn", cfn.Sub(source)))))
        : cfn.Map(("StringEquals", cfn.Map(("aws:SourceAccount", cfn.Pseudo("AWS::AccountId")))));
}
