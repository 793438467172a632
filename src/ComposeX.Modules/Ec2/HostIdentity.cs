using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Ec2;

/// <summary>The role of instances: members of this cluster and of no other, reached by Session Manager instead of a port.</summary>
internal static class HostIdentity
{
    private static readonly string[] OfCluster =
    [
        "ecs:DeregisterContainerInstance", "ecs:RegisterContainerInstance", "ecs:SubmitAttachmentStateChanges", "ecs:SubmitContainerStateChange", "ecs:SubmitTaskStateChange",
    ];

    private static readonly string[] OfInstance = ["ecs:Poll", "ecs:PutSystemLogEvents", "ecs:StartTelemetrySession", "ecs:UpdateContainerInstancesState"];

    public static IEnumerable<SynthesizedResource> Of(Group group)
    {
        var cfn = group.Cfn;
        yield return group.Resource(group.Role, "AWS::IAM::Role",
            ("Description", group.Cluster.Sub($"Instances of {group.Asked.Name} in the cluster ${{Cluster}}", cfn)),
            ("AssumeRolePolicyDocument", group.TrustOf(cfn.Sub("ec2.${AWS::URLSuffix}"))),
            ("ManagedPolicyArns", cfn.List([cfn.Sub("arn:${AWS::Partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"), .. group.Asked.ManagedPolicies])),
            ("PermissionsBoundary", group.Asked.PermissionsBoundary),
            ("Policies", cfn.List(cfn.Map(
                ("PolicyName", cfn.String("MemberOfTheCluster")),
                ("PolicyDocument", group.Document([.. Statements(group)]))))));
        yield return group.Resource(group.Profile, "AWS::IAM::InstanceProfile", ("Roles", cfn.List(cfn.Ref(group.Role))));
    }

    private static IEnumerable<CfnMap> Statements(Group group)
    {
        var cfn = group.Cfn;
        yield return group.Statement("JoinTheCluster", OfCluster, group.Cluster.Arn(cfn));
        yield return group.Statement("WorkForTheCluster", OfInstance, group.Cluster.Instances(cfn));
        // AWS knows no resource for it: where an agent is told what to do, before it is known.
        yield return group.Statement("FindTheService", ["ecs:DiscoverPollEndpoint"], cfn.String("*"));
        if (group.Asked is { IamOnly: null, Managed: null })
        {
            // Instances of a fleet, or launched by hand, are no part of the stack that has their configuration.
            var actions = group.Asked.AutoScaling is null ? ["cloudformation:DescribeStackResource"] : new[] { "cloudformation:DescribeStackResource", "cloudformation:SignalResource" };
            yield return group.Statement("ReadOwnConfiguration", actions, cfn.Pseudo("AWS::StackId"));
        }
    }
}
