using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Volumes;

/// <summary>Decides for each mount of a service what it is on ECS. What cannot be is reported and left out, so that the rest still runs.</summary>
internal sealed class VolumeReader(Surroundings surroundings, DiagnosticBag diagnostics)
{
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    public Mount? Read(ComposeMount mount, ComposeService service, Family family) =>
        Volume(mount, service, family) is { } volume ? new(service, mount, volume) : null;

    private TaskVolume? Volume(ComposeMount mount, ComposeService service, Family family)
    {
        switch (mount)
        {
            case { Type: "tmpfs" }:
                return null;
            case { Type: "bind" or "volume", Target: { } target } when target.Value is not ['/', ..] && service.Platform?.Value.StartsWith("windows", StringComparison.OrdinalIgnoreCase) != true:
                diagnostics.Add(VolumesDiagnostics.NoPath(target.Value, service.Name, target.Origin));
                return null;
            case { Type: "bind", Source: { } path }:
                return Directory(path, service, family);
            case { Type: not ("volume" or "bind") }:
                diagnostics.Add(VolumesDiagnostics.NoSuchType(mount.Type, service.Name, mount.Origin));
                return null;
            case { SubPath: { } part }:
                diagnostics.Add(VolumesDiagnostics.NoSubPath(part.Value, service.Name, part.Origin));
                return null;
            case { Source: { } name } when surroundings.Project.Volumes.FirstOrDefault(volume => string.Equals(volume.Key, name.Value, StringComparison.Ordinal)) is { } declared:
                return Named(declared, mount, service, family);
            default:
                return new TaskDisk(TaskVolume.NameOf($"{service.Name}{mount.Target.Value}"), mount.Origin);
        }
    }

    private HostDirectory? Directory(Located<string> path, ComposeService service, Family family)
    {
        var isFargate = family.Platform() == ComputePlatform.Fargate;
        var isSocket = path.Value.EndsWith("/docker.sock", StringComparison.Ordinal);
        if (!isFargate && !IsOfThisMachine(path) && !(isSocket && family.Platform() == ComputePlatform.ManagedInstances))
        {
            return new(TaskVolume.NameOf(path.Value) is { Length: > 0 } name ? name : "root", path);
        }

        diagnostics.Add(isSocket && !IsOfThisMachine(path) ? VolumesDiagnostics.EngineSocket(service.Name, PlaceOf(family), path.Origin)
            : !isFargate ? VolumesDiagnostics.OfThisMachine(Shown(path), service.Name, path.Origin)
            : VolumesDiagnostics.NotOnFargate(Shown(path), service.Name, IsOfThisMachine(path), path.Origin));
        return null;
    }

    private TaskVolume? Named(ComposeVolume volume, ComposeMount mount, ComposeService service, Family family)
    {
        var isFirst = _reported.Add(volume.Key) && surroundings.Families.First(other => Mounts(other, volume)) == family;
        var findings = isFirst ? diagnostics : new DiagnosticBag();
        foreach (var key in volume.Extensions.Where(key => key.Name != "x-efs" && Spelling.Nearest(key.Name, ["x-efs"]) is not null))
        {
            findings.Add(VolumesDiagnostics.UnknownKey(key.Name, volume.Key, key.Key.Location));
        }

        var name = TaskVolume.NameOf(volume.Key);
        if (EfsReader.Read(volume, surroundings, findings) is { } settings)
        {
            if (family.Platform() != ComputePlatform.External)
            {
                return new EfsVolume(name, volume.Key, settings, volume.Origin);
            }

            diagnostics.Add(VolumesDiagnostics.EfsOutside(volume.Key, family.Name, mount.Origin));
            return null;
        }

        if (Option(volume, "o") is { Value: "bind" } && Option(volume, "device") is { Value: { } device } bound)
        {
            return Directory(new(device, bound.ValueOrigin), service, family);
        }

        return HasNoEngine(family)
            ? Disk(volume, name, family, findings)
            : new EngineVolume(volume.IsExternal ? volume.Name?.Value ?? name : name, volume.Driver?.Value ?? "local", volume.DriverOptions, volume.IsExternal, volume.Origin);
    }

    private TaskDisk Disk(ComposeVolume volume, string name, Family family, DiagnosticBag findings)
    {
        if (volume.IsExternal)
        {
            findings.Add(VolumesDiagnostics.ExternalVolume(volume.Key, volume.Origin));
        }
        else if (volume.Driver is { Value: not "local" } driver)
        {
            findings.Add(VolumesDiagnostics.NoDriver(driver.Value, volume.Key, PlaceOf(family), driver.Origin));
        }
        else if (volume.DriverOptions.Count > 0)
        {
            findings.Add(VolumesDiagnostics.NoDriver(Option(volume, "type")?.Value ?? "local", volume.Key, PlaceOf(family), volume.DriverOptions[0].NameOrigin));
        }
        else
        {
            findings.Add(IsShared(volume, family)
                ? VolumesDiagnostics.SharedInTheTask(volume.Key, family.Name, volume.Origin)
                : VolumesDiagnostics.LostWithTheTask(volume.Key, family.Name, volume.Origin));
        }

        return new(name, volume.Origin);
    }

    // Where AWS runs the machines, Docker's volumes are not among what it runs.
    private static bool HasNoEngine(Family family) => family.Platform() is ComputePlatform.Fargate or ComputePlatform.ManagedInstances;

    private static string PlaceOf(Family family) => family.Platform() == ComputePlatform.Fargate ? "Fargate" : "An instance of ECS Managed Instances";

    // Containers of one task, and nobody else, hand something over in it.
    private bool IsShared(ComposeVolume volume, Family family) =>
        family.Services.Count(service => Mounts(service, volume)) > 1 && surroundings.Families.Count(other => Mounts(other, volume)) == 1;

    private static bool Mounts(Family family, ComposeVolume volume) => family.Services.Any(service => Mounts(service, volume));

    private static bool Mounts(ComposeService service, ComposeVolume volume) =>
        service.Volumes.Any(mount => mount.Type == "volume" && mount.Source?.Value == volume.Key);

    private static ComposeVariable? Option(ComposeVolume volume, string name) =>
        volume.DriverOptions.FirstOrDefault(option => string.Equals(option.Name, name, StringComparison.Ordinal));

    // Compose has made relative paths absolute, here, by the time they come: they start as the compose file's own path does.
    private static bool IsOfThisMachine(Located<string> path)
    {
        const int Telling = 2;
        var here = Segments(Path.GetDirectoryName(path.Origin.File) ?? "");
        var there = Segments(path.Value);
        var shared = here.Zip(there, (left, right) => string.Equals(left, right, StringComparison.Ordinal)).TakeWhile(same => same).Count();
        return shared > 0 && shared >= Math.Min(Telling, here.Length);
    }

    // The machine's own directories are nobody's business.
    private static string Shown(Located<string> path)
    {
        var here = Segments(Path.GetDirectoryName(path.Origin.File) ?? "");
        var there = Segments(path.Value);
        return IsOfThisMachine(path) && there.Length >= here.Length && here.SequenceEqual(there.Take(here.Length), StringComparer.Ordinal)
            ? "./" + string.Join("/", there.Skip(here.Length))
            : IsOfThisMachine(path) ? "../" + there[there.Length - 1]
            : path.Value;
    }

    private static string[] Segments(string path) => path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
}
