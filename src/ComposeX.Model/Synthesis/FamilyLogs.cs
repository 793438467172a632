using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Model.Synthesis;

/// <summary>How a container writes to its family's log group: where the logging of a service starts from, and what a sidecar gets that says nothing.</summary>
public static class FamilyLogs
{
    /// <summary>The name of the family's log group.</summary>
    /// <param name="before">What stands before the name where more than it is wanted: the start of an ARN.</param>
    public static CfnFunction GroupName(Family family, Cfn cfn, string before = "") =>
        cfn.Sub(before + "/ecs/${StackRoot}/" + family.Name, ("StackRoot", cfn.RootStackName()));

    /// <summary>The container's <c>LogConfiguration</c>. Mode and buffer are said although they are defaults: AWS has changed these before.</summary>
    public static CfnMap Configuration(Family family, string container, Location origin)
    {
        var cfn = new Cfn(origin);
        return cfn.Map(
            ("LogDriver", cfn.String("awslogs")),
            ("Options", cfn.Map(
                ("awslogs-group", cfn.Ref(family.LogGroup())),
                ("awslogs-region", cfn.Pseudo("AWS::Region")),
                ("awslogs-stream-prefix", cfn.String(container)),
                ("mode", cfn.String("non-blocking")),
                ("max-buffer-size", cfn.String("25m")))));
    }
}
