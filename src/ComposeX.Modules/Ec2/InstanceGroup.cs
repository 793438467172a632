using System.Collections.Generic;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ec2;

/// <summary>What an entry of <c>x-ec2</c> asks for: instances alike, and what launches them. A null member means that the user did not say.</summary>
internal sealed record InstanceGroup(string Name, Location Origin)
{
    /// <summary>Properties of the launch template that win over ours.</summary>
    public CfnMap Properties { get; init; } = new([], Origin);

    /// <summary>Where the user asks for nothing but what instances made elsewhere need.</summary>
    public Location? IamOnly { get; init; }

    public MachineImage Image { get; init; } = new(false, false, null);

    public InstanceTypes Types { get; init; } = new([], null);

    /// <summary>The tier of subnets.</summary>
    public Located<string>? Subnets { get; init; }

    public long VolumeSize { get; init; } = 30;

    /// <summary>In how many minutes after its configuration an instance must be a member of the cluster.</summary>
    public long BootstrapMinutes { get; init; } = 5;

    /// <summary>What <c>deploy.placement</c> calls <c>node.labels</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Labels { get; init; } = [];

    /// <summary>Settings of the agent on top of ours.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Agent { get; init; } = [];

    /// <summary>Managed policies of the instances' role on top of ours.</summary>
    public IReadOnlyList<CfnValue> ManagedPolicies { get; init; } = [];

    public CfnValue? PermissionsBoundary { get; init; }

    public AutoScalingSettings? AutoScaling { get; init; }

    public SpotFleetSettings? SpotFleet { get; init; }

    public ManagedInstancesSettings? Managed { get; init; }

    /// <summary>How many instances, or units of them, there are before any task asks for one.</summary>
    public long First => IamOnly is not null ? 0 : AutoScaling?.First ?? SpotFleet?.Wanted ?? 0;
}
