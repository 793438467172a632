using ComposeX.Compose.Projects;
using ComposeX.Model.Families;

namespace ComposeX.Modules.ServiceConnect;

/// <summary>A name by which other tasks reach a port of a service.</summary>
internal sealed record Publication(Family Family, ComposeService Service, ContainerPort Port, string DnsName)
{
    /// <summary>The name in Cloud Map: of each port its own, and the same whatever else is published.</summary>
    public string DiscoveryName => System.FormattableString.Invariant($"{DnsName.Replace('.', '_')}-{Port.Number}");
}
