using System.Linq;
using ComposeX.Compose.Projects;

namespace ComposeX.Model.Families;

/// <summary>Whether a family's tasks have the network of the instance that they run on, and none of their own: Compose's <c>network_mode: host</c>.</summary>
public static class HostNetwork
{
    /// <summary>Where the user asked for it; null when nobody did, or where there is no instance to share one with.</summary>
    public static Located<string>? Of(Family family) => family.Platform() is ComputePlatform.Ec2 or ComputePlatform.ManagedInstances
        ? family.Services.Select(service => service.NetworkMode).FirstOrDefault(mode => mode is { Value: "host" })
        : null;
}
