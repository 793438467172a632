using System;
using System.Linq;
using ComposeX.CloudFormation.Values;

namespace ComposeX.Modules.Ec2;

/// <summary>
/// The name of a capacity provider. CloudFormation's own begins with the stack's name, and ECS takes none that begins as those of AWS do;
/// only for stacks of such names one is given, for a resource with a name cannot be replaced.
/// </summary>
internal static class ProviderName
{
    private static readonly string[] OfAws = ["aws", "ecs", "fargate"];

    public static CfnFunction? Of(Group group) => OfAws.Any(start => group.StackName.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        ? group.Cfn.Sub("cp-${StackRoot}-" + group.Asked.Name, ("StackRoot", group.Cfn.RootStackName()))
        : null;
}
