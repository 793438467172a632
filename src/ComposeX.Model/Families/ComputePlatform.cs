using System.Linq;
using ComposeX.Compose.Projects;

namespace ComposeX.Model.Families;

/// <summary>What tasks run on. A later one wins where services of one family differ.</summary>
public enum ComputePlatform
{
    Fargate,

    /// <summary>EC2 instances of the cluster.</summary>
    Ec2,

    /// <summary>EC2 instances that ECS itself launches, patches and ends: ECS Managed Instances.</summary>
    ManagedInstances,

    /// <summary>Machines outside of AWS, by ECS Anywhere.</summary>
    External,
}

/// <summary>Reads the deploy label <c>ecs.compute.platform</c>.</summary>
public static class ComputePlatformExtensions
{
    /// <summary>What the family's tasks run on: Fargate, unless a service says otherwise.</summary>
    public static ComputePlatform Platform(this Family family) =>
        family.Services.Select(service => Read(service.DeployLabel(DeployLabels.ComputePlatform)) ?? ComputePlatform.Fargate).DefaultIfEmpty().Max();

    /// <summary>The platform that a label names, or null when it names none.</summary>
    public static ComputePlatform? Read(ComposeVariable? label) => label?.Value?.Trim().ToUpperInvariant() switch
    {
        "FARGATE" => ComputePlatform.Fargate,
        "EC2" => ComputePlatform.Ec2,
        "MANAGED_INSTANCES" => ComputePlatform.ManagedInstances,
        "EXTERNAL" => ComputePlatform.External,
        _ => null,
    };
}
