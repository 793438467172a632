using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ec2;

/// <summary>ECS Managed Instances: instances that ECS launches, patches and ends itself.</summary>
/// <param name="Provider">Members of CloudFormation's <c>ManagedInstancesProvider</c>.</param>
/// <param name="Launch">Members of its <c>InstanceLaunchTemplate</c>.</param>
internal sealed record ManagedInstancesSettings(CfnMap Provider, CfnMap Launch, Location Origin)
{
    private const string Type = "AWS::ECS::CapacityProvider";

    // The other members are of its launch template, which nobody has to know.
    private static readonly string[] OfProvider = ["AutoRepairConfiguration", "InfrastructureOptimization", "PropagateTags"];

    // What the group's other keys say, or what would take the instances out of the cluster's network and permissions.
    private static readonly string[] Ours = ["Ec2InstanceProfileArn", "NetworkConfiguration", "InfrastructureRoleArn", "InstanceLaunchTemplate"];

    public static ManagedInstancesSettings Read(YamlMapping node, DiagnosticBag diagnostics)
    {
        foreach (var entry in node.Entries.Where(entry => Ours.Contains(entry.Name)))
        {
            diagnostics.Add(Ec2Diagnostics.OursAlready(entry.Name, entry.Key.Location));
        }

        var provider = node with { Entries = [.. node.Entries.Where(entry => OfProvider.Contains(entry.Name))] };
        var launch = node with { Entries = [.. node.Entries.Where(entry => !OfProvider.Contains(entry.Name) && !Ours.Contains(entry.Name))] };
        var none = new CfnMap([], node.Location);
        return new(
            Verbatim.Read(provider, Type, "ManagedInstancesProvider") ?? none,
            Verbatim.Read(launch, Type, "ManagedInstancesProvider", "InstanceLaunchTemplate") ?? none,
            node.Location);
    }
}
