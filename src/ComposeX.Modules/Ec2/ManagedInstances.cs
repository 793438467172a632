using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Ec2;

/// <summary>A capacity provider of ECS Managed Instances, which belongs to its cluster from the beginning, and the role with which ECS launches them.</summary>
internal static class ManagedInstances
{
    public static IEnumerable<SynthesizedResource> Of(Group group, ManagedInstancesSettings settings)
    {
        var cfn = new Cfn(settings.Origin);
        yield return group.Resource(group.InfrastructureRole, "AWS::IAM::Role",
            ("Description", cfn.String($"What ECS may do to launch and end instances of {group.Asked.Name}")),
            ("AssumeRolePolicyDocument", group.TrustOf(cfn.String("ecs.amazonaws.com"))),
            ("ManagedPolicyArns", cfn.List(cfn.Sub("arn:${AWS::Partition}:iam::aws:policy/AmazonECSInfrastructureRolePolicyForManagedInstances"))),
            ("PermissionsBoundary", group.Asked.PermissionsBoundary),
            ("Policies", cfn.List(cfn.Map(
                ("PolicyName", cfn.String("PassInstanceRole")),
                // AWS's own policy lets it pass roles of one name only.
                ("PolicyDocument", group.Document(group.Statement("PassInstanceRole", ["iam:PassRole"], cfn.GetAtt(group.Role, "Arn"),
                    cfn.Map(("StringLike", cfn.Map(("iam:PassedToService", cfn.String("ec2.*"))))))))))));
        yield return group.Resource(group.CapacityProvider, "AWS::ECS::CapacityProvider",
            ("Name", ProviderName.Of(group)),
            ("ClusterName", group.Cluster.Name),
            ("ManagedInstancesProvider", Group.Override(cfn.Map(
                ("InfrastructureRoleArn", cfn.GetAtt(group.InfrastructureRole, "Arn")),
                ("PropagateTags", cfn.String("CAPACITY_PROVIDER")),
                ("InstanceLaunchTemplate", Group.Override(cfn.Map(
                    ("Ec2InstanceProfileArn", cfn.GetAtt(group.Profile, "Arn")),
                    ("NetworkConfiguration", cfn.Map(
                        ("Subnets", group.Subnets),
                        ("SecurityGroups", cfn.List(cfn.GetAtt(group.SecurityGroup, "GroupId"))))),
                    ("InstanceRequirements", group.Asked.Types.RequirementsOfManaged(group.Asked.Image, cfn)),
                    ("StorageConfiguration", cfn.Map(("StorageSizeGiB", cfn.Number(group.Asked.VolumeSize))))), settings.Launch))), settings.Provider)));
    }
}
