using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Cluster;

/// <summary>The log group of <c>execute-command</c>.</summary>
internal static class ExecLogGroup
{
    public const string LogicalId = "EcsExecLogGroup";

    public const string Prefix = "/ecs/execute-logs/";

    public static SynthesizedResource Resource(ExecName name, long retentionInDays, bool isEncrypted, Cfn cfn) => new(LogicalId, "AWS::Logs::LogGroup", cfn.Map(
        ("LogGroupName", name.Text(Prefix, cfn)),
        ("RetentionInDays", cfn.Number(retentionInDays)),
        ("KmsKeyId", isEncrypted ? cfn.GetAtt(ExecKey.LogicalId, "Arn") : null)), Home.Root, cfn.Origin)
    {
        DeletionPolicy = "Delete",
        UpdateReplacePolicy = "Delete",
    };
}
