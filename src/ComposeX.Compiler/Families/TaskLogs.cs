using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;

namespace ComposeX.Compiler.Families;

/// <summary>A family's log group, and how its containers write to it.</summary>
internal static class TaskLogs
{
    private const int RetentionInDays = 30;

    public static SynthesizedResource Of(Family family)
    {
        var cfn = new Cfn(family.Origin);
        return new(family.LogGroup(), "AWS::Logs::LogGroup", cfn.Map(
            ("LogGroupName", cfn.Sub("/ecs/${StackRoot}/" + family.Name, ("StackRoot", cfn.RootStackName()))),
            ("RetentionInDays", cfn.Number(RetentionInDays))), Home.Of(family), family.Origin)
        {
            DeletionPolicy = "Delete",
            UpdateReplacePolicy = "Delete",
        };
    }

    // Mode and buffer are said although they are defaults: AWS has changed these defaults before.
    public static CfnMap Configuration(Family family, string container, Cfn cfn) => cfn.Map(
        ("LogDriver", cfn.String("awslogs")),
        ("Options", cfn.Map(
            ("awslogs-group", cfn.Ref(family.LogGroup())),
            ("awslogs-region", cfn.Pseudo("AWS::Region")),
            ("awslogs-stream-prefix", cfn.String(container)),
            ("mode", cfn.String("non-blocking")),
            ("max-buffer-size", cfn.String("25m")))));
}
