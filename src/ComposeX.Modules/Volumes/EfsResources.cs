using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Volumes;

/// <summary>
/// A file system with a mount target in every subnet of its tier, and a family's way to it. What families share comes with the first
/// of them; it has a home of its own, so that it stays where it is whoever is first.
/// </summary>
internal static class EfsResources
{
    private static readonly Home _home = Home.OfKey("x-efs");

    public static IEnumerable<SynthesizedResource> Of(EfsVolume volume, Family family, IReadOnlyList<Mount> mounts, Surroundings surroundings)
    {
        var isFirst = Users(volume, surroundings).FirstOrDefault()?.Name == family.Name;
        var shared = isFirst && volume.Settings.Properties is { } properties ? Shared(volume, properties, surroundings) : [];
        return [.. shared, .. HasRule(volume, family, surroundings) ? Rule(volume, family) : [], AccessPoint(volume, family, mounts, surroundings)];
    }

    /// <summary>The mount targets of a new file system.</summary>
    public static IEnumerable<string> MountTargets(EfsVolume volume, Surroundings surroundings) =>
        volume.Settings.Declared is { } declared ? declared.MountTargets(surroundings).Select(target => target.LogicalId)
        : volume.Settings.Properties is null ? []
        : Subnets(volume, surroundings).Select((_, index) => volume.Id("MountTarget", (index + 1).ToString(CultureInfo.InvariantCulture)));

    /// <summary>Whether the volume has a rule of its own: AWS refuses the same rule twice, and who is among a declared one's Services has one already.</summary>
    public static bool HasRule(EfsVolume volume, Family family, Surroundings surroundings) => volume.Settings.Declared is not { } declared
        || (surroundings.LinksTo(declared.Declaration).All(link => link.Family.Name != family.Name)
            && volume.Key == surroundings.Project.Volumes.First(other => Mounts(family, other.Key) && DeclaredFileSystem.NameOf(other, surroundings) == declared.Declaration.Name).Key);

    private static bool Mounts(Family family, string volume) =>
        family.Services.Any(service => service.Volumes.Any(mount => mount.Type == "volume" && mount.Source?.Value == volume));

    private static IEnumerable<Family> Users(EfsVolume volume, Surroundings surroundings) => surroundings.Families.Where(family =>
        family.Platform() != ComputePlatform.External && Mounts(family, volume.Key));

    private static IEnumerable<SynthesizedResource> Shared(EfsVolume volume, CfnMap properties, Surroundings surroundings)
    {
        var cfn = new Cfn(volume.Origin);
        yield return new(volume.Id("FileSystem"), "AWS::EFS::FileSystem", properties, _home, volume.Origin)
        {
            DeletionPolicy = "RetainExceptOnCreate",
            UpdateReplacePolicy = "Retain",
        };
        yield return new(volume.Id("SecurityGroup"), "AWS::EC2::SecurityGroup", cfn.Map(
            ("GroupDescription", cfn.String($"File system of the volume {volume.Key}")),
            ("VpcId", surroundings.Network?.VpcId)), _home, volume.Origin);
        foreach (var (id, subnet) in MountTargets(volume, surroundings).Zip(Subnets(volume, surroundings), (id, subnet) => (id, subnet)))
        {
            yield return new(id, "AWS::EFS::MountTarget", cfn.Map(
                ("FileSystemId", volume.FileSystemId()),
                ("SecurityGroups", cfn.List(cfn.GetAtt(volume.Id("SecurityGroup"), "GroupId"))),
                ("SubnetId", subnet)), _home, volume.Origin);
        }
    }

    private static IReadOnlyList<CfnValue> Subnets(EfsVolume volume, Surroundings surroundings)
    {
        var tiers = surroundings.Network?.Tiers ?? [];
        var tier = tiers.FirstOrDefault(tier => tier.Name == volume.Settings.Tier) ?? tiers.FirstOrDefault(tier => tier.Name == SubnetTier.App);
        return tier?.SubnetIds switch
        {
            CfnSharedList shared => shared.Items,
            CfnList list => list.Items,
            _ => [],
        };
    }

    private static IEnumerable<SynthesizedResource> Rule(EfsVolume volume, Family family)
    {
        var cfn = new Cfn(volume.Origin);
        var group = volume.Settings.Properties is null ? volume.Settings.GroupId : cfn.GetAtt(volume.Id("SecurityGroup"), "GroupId");
        return group is null ? [] : [new(volume.Rule(family), "AWS::EC2::SecurityGroupIngress", cfn.Map(
            ("Description", cfn.String($"{family.Name} to the volume {volume.Key}")),
            ("GroupId", group),
            ("SourceSecurityGroupId", cfn.GetAtt(family.SecurityGroup(), "GroupId")),
            ("IpProtocol", cfn.String("tcp")),
            ("FromPort", cfn.Number(SharedFileSystem.Port)),
            ("ToPort", cfn.Number(SharedFileSystem.Port))), _home, volume.Origin)];
    }

    // All families see the same directory.
    private static SynthesizedResource AccessPoint(EfsVolume volume, Family family, IReadOnlyList<Mount> mounts, Surroundings surroundings)
    {
        var (ownerUid, ownerGid) = volume.Owner(surroundings.Project.Services);
        var cfn = new Cfn(volume.Origin);
        var user = volume.PosixUser(mounts);
        return new(volume.AccessPoint(family), "AWS::EFS::AccessPoint", cfn.Map(
            ("FileSystemId", volume.FileSystemId()),
            ("PosixUser", user is { } posix ? cfn.Map(("Uid", Text(posix.Uid)), ("Gid", Text(posix.Gid))) : null),
            ("RootDirectory", cfn.Map(
                ("Path", cfn.String(volume.Settings.Path)),
                ("CreationInfo", volume.Settings.Path == "/" ? null : cfn.Map(
                    ("OwnerUid", Text(ownerUid)),
                    ("OwnerGid", Text(ownerGid)),
                    ("Permissions", cfn.String(volume.Settings.CreateMode))))))), Home.Of(family), volume.Origin);

        CfnString Text(long number) => cfn.String(number.ToString(CultureInfo.InvariantCulture));
    }
}
