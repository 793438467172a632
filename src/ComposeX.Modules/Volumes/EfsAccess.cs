using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Templates;
using ComposeX.CloudFormation.Values;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;

namespace ComposeX.Modules.Volumes;

/// <summary>What a family needs for a volume on EFS: permission to mount through its own access point, and mount targets that are there.</summary>
internal static class EfsAccess
{
    public static IEnumerable<Contribution> Of(EfsVolume volume, Family family, IReadOnlyList<Mount> mounts, Surroundings surroundings)
    {
        var cfn = new Cfn(volume.Origin);
        yield return new GrantStatement(family, "volumes", LogicalId.From("mount", volume.Key), [.. Actions(volume, mounts)], [volume.Arn()], volume.Origin)
        {
            Condition = cfn.Map(("StringEquals", cfn.Map(("elasticfilesystem:AccessPointArn", cfn.GetAtt(volume.AccessPoint(family), "Arn"))))),
        };
        foreach (var target in EfsResources.MountTargets(volume, surroundings))
        {
            yield return new WaitFor(family, target, volume.Origin);
        }

        if (EfsResources.HasRule(volume, family, surroundings) && (volume.Settings.Properties is not null || volume.Settings.GroupId is not null))
        {
            yield return new WaitFor(family, volume.Rule(family), volume.Origin);
        }
    }

    // Without a numeric user, the container may be root; EFS makes root a nobody unless this is allowed.
    private static IEnumerable<string> Actions(EfsVolume volume, IReadOnlyList<Mount> mounts)
    {
        yield return "elasticfilesystem:ClientMount";
        if (volume.PosixUser(mounts) is null or { Uid: 0 })
        {
            yield return "elasticfilesystem:ClientRootAccess";
        }

        if (mounts.Any(mount => string.Equals(mount.Volume.Name, volume.Name, StringComparison.Ordinal) && !mount.Written.ReadOnly))
        {
            yield return "elasticfilesystem:ClientWrite";
        }
    }
}
