using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Cluster;

/// <summary>The key that encrypts sessions of <c>execute-command</c> and what is logged of them.</summary>
internal static class ExecKey
{
    public const string LogicalId = "EcsExecKey";

    // The developer guide of CloudWatch Logs asks for these, its wildcards spelt out.
    private static readonly string[] ForLogs =
    [
        "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo",
    ];

    public static IReadOnlyList<SynthesizedResource> Resources(ExecName name, bool isForAnyLogGroup, Cfn cfn) =>
    [
        new(LogicalId, "AWS::KMS::Key", cfn.Map(
            ("Description", cfn.String("Sessions of execute-command, and what is logged of them")),
            ("EnableKeyRotation", cfn.Boolean(true)),
            ("KeyPolicy", cfn.Map(
                ("Version", cfn.String("2012-10-17")),
                ("Statement", cfn.List(Account(cfn), Logs(name, isForAnyLogGroup, cfn)))))), Home.Root, cfn.Origin)
        {
            DeletionPolicy = "RetainExceptOnCreate",
            UpdateReplacePolicy = "Retain",
        },
        new("EcsExecKeyAlias", "AWS::KMS::Alias", cfn.Map(
            ("AliasName", name.Text("alias/ecs/execute-logs/", cfn)),
            ("TargetKeyId", cfn.Ref(LogicalId))), Home.Root, cfn.Origin),
    ];

    // Without it nobody could administer the key; who may use it is then up to IAM. In a key's policy "*" is this key.
    private static CfnMap Account(Cfn cfn) => cfn.Map(
        ("Sid", cfn.String("AccountThroughIam")),
        ("Effect", cfn.String("Allow")),
        ("Principal", cfn.Map(("AWS", cfn.Sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")))),
        ("Action", cfn.String("kms:*")),
        ("Resource", cfn.String("*")));

    // Of the few principals that carry the region and, in China, another suffix.
    private static CfnMap Logs(ExecName name, bool isForAnyLogGroup, Cfn cfn) => cfn.Map(
        ("Sid", cfn.String("LogsOfThisAccount")),
        ("Effect", cfn.String("Allow")),
        ("Principal", cfn.Map(("Service", cfn.Sub("logs.${AWS::Region}.${AWS::URLSuffix}")))),
        ("Action", cfn.Strings(ForLogs)),
        ("Resource", cfn.String("*")),
        ("Condition", cfn.Map(("ArnLike", cfn.Map(("kms:EncryptionContext:aws:logs:arn", Context(name, isForAnyLogGroup, cfn)))))));

    private static CfnValue Context(ExecName name, bool isForAnyLogGroup, Cfn cfn)
    {
        const string LogGroups = "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:";
        return isForAnyLogGroup ? cfn.Sub(LogGroups + "*") : name.Sub(LogGroups + ExecLogGroup.Prefix, "", cfn);
    }
}
