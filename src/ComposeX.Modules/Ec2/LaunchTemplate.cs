using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Ec2;

/// <summary>How an instance of a group starts, whoever launches it.</summary>
internal static class LaunchTemplate
{
    private const string Data = "LaunchTemplateData";

    private static readonly string[] Tagged = ["instance", "volume"];

    /// <summary>The instances' security group: nobody reaches an instance, tasks have groups of their own.</summary>
    public static SynthesizedResource SecurityGroup(Group group) => group.Resource(group.SecurityGroup, "AWS::EC2::SecurityGroup",
        ("GroupDescription", group.Cfn.String($"Instances of {group.Asked.Name}")),
        ("VpcId", group.VpcId),
        ("Tags", group.Cfn.List(group.NameTag())));

    /// <param name="template">The resource with the user's properties.</param>
    public static SynthesizedResource Of(Group group, SynthesizedResource template)
    {
        var ours = group.Cfn.Map((Data, DataOf(group)));
        return template with
        {
            Properties = Group.Override(ours, group.Asked.Properties),
            Metadata = InitConfiguration.Of(group),
        };
    }

    private static CfnMap DataOf(Group group)
    {
        var (asked, cfn) = (group.Asked, group.Cfn);
        var overrides = asked.Properties[Data] as CfnMap;
        var choosesTypes = overrides?["InstanceType"] is not null || overrides?["InstanceRequirements"] is not null;
        return cfn.Map(
            ("ImageId", asked.Image.Id(group.AmiParameter, group.Declaration.Origin)),
            ("InstanceType", asked.Types.Named.Count > 0 && !choosesTypes ? asked.Types.Named[0].Value : null),
            ("InstanceRequirements", asked.Types.Named.Count > 0 || choosesTypes ? null : asked.Types.RequirementsOr(asked.Image.HasGpu, cfn)),
            ("IamInstanceProfile", cfn.Map(("Arn", cfn.GetAtt(group.Profile, "Arn")))),
            ("SecurityGroupIds", cfn.List(cfn.GetAtt(group.SecurityGroup, "GroupId"))),
            ("InstanceInitiatedShutdownBehavior", cfn.String("terminate")),
            ("Monitoring", cfn.Map(("Enabled", cfn.Boolean(true)))),
            // One hop: the instance's own credentials are not for what runs in containers.
            ("MetadataOptions", cfn.Map(
                ("HttpEndpoint", cfn.String("enabled")),
                ("HttpTokens", cfn.String("required")),
                ("HttpPutResponseHopLimit", cfn.Number(1)))),
            ("BlockDeviceMappings", cfn.List(cfn.Map(
                ("DeviceName", cfn.String("/dev/xvda")),
                ("Ebs", cfn.Map(
                    ("Encrypted", cfn.Boolean(true)),
                    ("DeleteOnTermination", cfn.Boolean(true)),
                    ("VolumeType", cfn.String("gp3")),
                    ("VolumeSize", cfn.Number(asked.VolumeSize))))))),
            ("TagSpecifications", cfn.List(Tagged.Select(kind => cfn.Map(
                ("ResourceType", cfn.String(kind)),
                ("Tags", cfn.List(group.NameTag())))))),
            ("UserData", Bootstrap.UserData(group)));
    }
}
