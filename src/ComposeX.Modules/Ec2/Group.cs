using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Ec2;

/// <summary>A group while its resources are made: what it asks for, where it is, and what its resources are called.</summary>
internal sealed record Group(Declaration Declaration, InstanceGroup Asked, HostCluster Cluster, CfnValue? VpcId, CfnValue? Subnets)
{
    /// <summary>The root stack's name as the build knows it.</summary>
    public string StackName { get; init; } = "";

    /// <summary>What must be there before an instance can reach anything.</summary>
    public IReadOnlyList<string> Routes { get; init; } = [];

    public Cfn Cfn { get; } = new(Declaration.Origin);

    public string Role => Declaration.LogicalId("Role");

    public string Profile => Declaration.LogicalId("InstanceProfile");

    public string SecurityGroup => Declaration.LogicalId("SecurityGroup");

    public string LaunchTemplate => Declaration.LogicalId();

    public string AutoScalingGroup => Declaration.LogicalId("AutoScalingGroup");

    public string CapacityProvider => Declaration.LogicalId("CapacityProvider");

    public string InfrastructureRole => Declaration.LogicalId("InfrastructureRole");

    public string Fleet => Declaration.LogicalId("SpotFleet");

    /// <summary>The parameter of the deployment that holds the AMI.</summary>
    public string AmiParameter => Declaration.LogicalId("Ami");

    public SynthesizedResource Resource(string logicalId, string type, params (string Name, CfnValue? Value)[] properties) =>
        new(logicalId, type, Cfn.Map(properties), Home.OfKey(Declaration.Module.Key), Declaration.Origin);

    /// <summary>The <c>Name</c> of what belongs to the group.</summary>
    public CfnMap NameTag() => Cfn.Map(("Key", Cfn.String("Name")), ("Value", Cfn.Sub("${StackRoot}-" + Asked.Name, ("StackRoot", Cfn.RootStackName()))));

    public CfnMap Document(params CfnMap[] statements) => Cfn.Map(("Version", Cfn.String("2012-10-17")), ("Statement", Cfn.List(statements)));

    public CfnMap Statement(string sid, IEnumerable<string> actions, CfnValue resource, CfnMap? condition = null) => Cfn.Map(
        ("Sid", Cfn.String(sid)),
        ("Effect", Cfn.String("Allow")),
        ("Action", Cfn.Strings(actions)),
        ("Resource", resource),
        ("Condition", condition));

    /// <summary>Who may take a role: one AWS service.</summary>
    public CfnMap TrustOf(CfnValue service) => Document(Cfn.Map(
        ("Effect", Cfn.String("Allow")),
        ("Principal", Cfn.Map(("Service", service))),
        ("Action", Cfn.String("sts:AssumeRole"))));

    /// <summary>The newest version of the launch template.</summary>
    public CfnMap TemplateVersion() => Cfn.Map(
        ("LaunchTemplateId", Cfn.Ref(LaunchTemplate)),
        ("Version", Cfn.GetAtt(LaunchTemplate, "LatestVersionNumber")));

    /// <summary>Ours with the user's members in place of them, also inside of maps.</summary>
    public static CfnMap Override(CfnMap ours, CfnMap theirs) => theirs.Members.Aggregate(ours, (map, member) =>
        map.With(member.Name, map[member.Name] is CfnMap inner && member.Value is CfnMap more ? Override(inner, more) : member.Value));
}
