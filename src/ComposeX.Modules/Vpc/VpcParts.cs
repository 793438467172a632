using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Vpc;

/// <summary>Makes parts of the VPC that have one home and one origin.</summary>
internal sealed class VpcParts(Home home, Location origin)
{
    public Cfn Cfn { get; } = new(origin);

    /// <summary>For parts that another text asked for.</summary>
    public VpcParts At(Location other) => new(home, other);

    public SynthesizedResource Resource(string logicalId, string type, params (string, CfnValue?)[] properties) => new(logicalId, type, Cfn.Map(properties), home, origin);

    public SynthesizedOutput Output(string name, CfnValue value) => new(name, value, $"vpc::{name}", home, origin);

    /// <summary>A name that begins with the stack's, then other tags.</summary>
    public CfnList Tags(string name, params (string Key, CfnValue Value)[] others) => Cfn.List(
    [
        Tag("Name", Cfn.Sub("${StackRoot}-" + name, ("StackRoot", Cfn.RootStackName()))),
        .. others.Select(tag => Tag(tag.Key, tag.Value)),
    ]);

    /// <summary>The subnets of a tier: a list among the VPC's own parts, a parameter elsewhere.</summary>
    public CfnSharedList Subnets(string tier, IReadOnlyList<ZonePlan> zones) =>
        new($"{tier}Subnets", [.. zones.Select(zone => Cfn.Ref(VpcNames.Subnet(tier, zone)))], "List<AWS::EC2::Subnet::Id>", origin);

    private CfnMap Tag(string key, CfnValue value) => Cfn.Map(("Key", Cfn.String(key)), ("Value", value));
}
