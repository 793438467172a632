using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Volumes;

/// <summary>The logical ids of a file system's resources, and its attributes as values.</summary>
internal static class EfsNames
{
    public static string Id(this EfsVolume volume, params string[] parts) => LogicalId.From(["volume", volume.Key, .. parts]);

    /// <summary>The family's door to the file system.</summary>
    public static string AccessPoint(this EfsVolume volume, Family family) => LogicalId.From(family.Name, "to", "volume", volume.Key);

    /// <summary>The rule that lets the family's tasks reach the mount targets.</summary>
    public static string Rule(this EfsVolume volume, Family family) => LogicalId.From("from", family.Name, "to", "volume", volume.Key);

    public static CfnValue FileSystemId(this EfsVolume volume) => volume.Settings.FileSystemId ?? new Cfn(volume.Origin).Ref(volume.Id("FileSystem"));

    public static CfnValue Arn(this EfsVolume volume)
    {
        var cfn = new Cfn(volume.Origin);
        return volume.Settings.FileSystemId switch
        {
            null => cfn.GetAtt(volume.Id("FileSystem"), "Arn"),
            DeclarationReference declared => declared with { Attribute = "Arn" },
            var existing => cfn.Sub("arn:${AWS::Partition}:elasticfilesystem:${AWS::Region}:${AWS::AccountId}:file-system/${FileSystemId}", ("FileSystemId", existing)),
        };
    }

    /// <summary>Whom files belong to: the one numeric user of the family's containers that mount the volume, or null.</summary>
    public static (long Uid, long Gid)? PosixUser(this EfsVolume volume, IEnumerable<Mount> mounts)
    {
        var users = mounts.Where(mount => string.Equals(mount.Volume.Name, volume.Name, StringComparison.Ordinal)).Select(mount => Read(mount.Service.User)).Distinct().ToList();
        return users.Count == 1 ? users[0] : null;
    }

    /// <summary>Whom the directory is made for, whichever family comes first: the first numeric user that mounts it.</summary>
    public static (long Uid, long Gid) Owner(this EfsVolume volume, IEnumerable<ComposeService> services) => services
        .Where(service => service.Volumes.Any(mount => mount.Type == "volume" && mount.Source?.Value == volume.Key))
        .Select(service => Read(service.User))
        .FirstOrDefault(user => user is not null) ?? (0, 0);

    // A group that is not said is the user's own, as on most systems.
    private static (long Uid, long Gid)? Read(Located<string>? user)
    {
        var parts = (user?.Value ?? "").Split(':');
        return Number(parts[0]) is not { } uid ? null
            : parts.Length == 1 ? (uid, uid)
            : Number(parts[1]) is { } gid ? (uid, gid)
            : null;
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= uint.MaxValue ? number : null;
}
