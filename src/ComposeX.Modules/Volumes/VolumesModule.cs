using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Lookups;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Volumes;

/// <summary><c>volumes</c>, <c>tmpfs</c> and <c>configs</c> of services: what is mounted into containers, and the file systems behind it.</summary>
public sealed class VolumesModule : ServiceModule
{
    public override IReadOnlyList<string> Attributes { get; } = ["configs", "tmpfs", "volumes"];

    public override IReadOnlyList<LookupRequest> LookupsOf(ComposeProject project) => EfsLookups.Of(project);

    public override Synthesized Synthesize(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        Configs.Report(family, diagnostics);
        var volumes = new VolumeReader(surroundings, diagnostics);
        var mounts = family.Services.SelectMany(service => service.Volumes.Select(mount => volumes.Read(mount, service, family))).OfType<Mount>().ToList();
        return new()
        {
            Resources = [.. EfsVolumes(mounts).SelectMany(volume => EfsResources.Of(volume, family, mounts, surroundings))],
            Contributions =
            [
                .. TaskVolumes(family, mounts),
                .. mounts.Select(mount => MountPoint(family, mount)),
                .. TmpfsMounts.Of(family, diagnostics),
                .. EfsVolumes(mounts).SelectMany(volume => EfsAccess.Of(volume, family, mounts, surroundings)),
            ],
        };
    }

    private static IEnumerable<EfsVolume> EfsVolumes(IEnumerable<Mount> mounts) =>
        mounts.Select(mount => mount.Volume).OfType<EfsVolume>().GroupBy(volume => volume.Name, StringComparer.Ordinal).Select(group => group.First());

    // A volume that several containers mount is one volume of the task.
    private static IEnumerable<Contribution> TaskVolumes(Family family, List<Mount> mounts) => mounts
        .GroupBy(mount => mount.Volume.Name, StringComparer.Ordinal)
        .Select(group => group.First())
        .Select(mount => new SetOnTask(family, "Volumes", new Cfn(mount.Written.Origin).List(mount.Volume.Definition(family)), mount.Written.Origin));

    private static SetOnContainer MountPoint(Family family, Mount mount)
    {
        var cfn = new Cfn(mount.Written.Origin);
        return new(family, [mount.Service.Name], "MountPoints", cfn.List(cfn.Map(
            ("ContainerPath", new CfnString(mount.Written.Target.Value, mount.Written.Target.Origin)),
            ("SourceVolume", cfn.String(mount.Volume.Name)),
            ("ReadOnly", cfn.Boolean(mount.Written.ReadOnly)))), mount.Written.Origin);
    }
}
