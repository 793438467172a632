using ComposeX.CloudFormation.Values;
using ComposeX.Model.Seam;

namespace ComposeX.Modules.Volumes;

/// <summary>What the compose file says of a file system.</summary>
/// <param name="Properties">The properties of a new one, defaults included; null for one that exists.</param>
internal sealed record EfsSettings(CfnMap? Properties)
{
    /// <summary>The declaration under <c>x-efs</c> that the volume is on, or null.</summary>
    public FileSystemOffer? Declared { get; init; }

    /// <summary>The id of one that exists, or is declared.</summary>
    public CfnValue? FileSystemId { get; init; }

    /// <summary>The security group of the mount targets of such a one, where it is known.</summary>
    public CfnValue? GroupId { get; init; }

    /// <summary>The directory that containers see as the volume.</summary>
    public string Path { get; init; } = "/data";

    /// <summary>The tier of subnets in which the mount targets are.</summary>
    public string Tier { get; init; } = SubnetTier.Storage;

    /// <summary>The permissions that the directory is created with.</summary>
    public string CreateMode { get; init; } = "0775";
}
