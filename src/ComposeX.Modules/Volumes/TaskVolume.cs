using System.Collections.Generic;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Modules.Volumes;

/// <summary>A volume of a task. The cases are closed.</summary>
/// <param name="Name">Its name in the task definition.</param>
internal abstract record TaskVolume(string Name, Location Origin)
{
    /// <summary>The volume as the task definition takes it.</summary>
    public abstract CfnMap Definition(Family family);

    /// <summary>ECS takes letters, digits, hyphens and underscores; Compose takes dots too, and paths have slashes.</summary>
    public static string NameOf(string text) => new([.. text.Trim('/').Select(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' ? c : '-')]);
}

/// <summary>Disk space of the task's own.</summary>
internal sealed record TaskDisk(string Name, Location Origin) : TaskVolume(Name, Origin)
{
    public override CfnMap Definition(Family family) => new Cfn(Origin).Map(("Name", new Cfn(Origin).String(Name)));
}

/// <summary>A directory of the instance.</summary>
internal sealed record HostDirectory(string Name, Located<string> Path) : TaskVolume(Name, Path.Origin)
{
    public override CfnMap Definition(Family family)
    {
        var cfn = new Cfn(Origin);
        return cfn.Map(("Name", cfn.String(Name)), ("Host", cfn.Map(("SourcePath", cfn.String(Path.Value)))));
    }
}

/// <summary>A volume of the container engine on an instance.</summary>
/// <param name="IsExternal">Whether it exists on the instance already.</param>
internal sealed record EngineVolume(string Name, string Driver, IReadOnlyList<ComposeVariable> Options, bool IsExternal, Location Origin) : TaskVolume(Name, Origin)
{
    public override CfnMap Definition(Family family)
    {
        var cfn = new Cfn(Origin);
        return cfn.Map(
            ("Name", cfn.String(Name)),
            ("DockerVolumeConfiguration", cfn.Map(
                ("Scope", cfn.String(IsExternal ? "shared" : "task")),
                ("Autoprovision", IsExternal ? cfn.Boolean(false) : null),
                ("Driver", cfn.String(Driver)),
                ("DriverOpts", Options.Count == 0 ? null : cfn.Map(Options.Select(option => (option.Name, (CfnValue?)new CfnString(option.Value ?? "", option.ValueOrigin))))))));
    }
}

/// <summary>A file system of Amazon EFS, seen through an access point of the family's own.</summary>
/// <param name="Key">The volume's key in the compose file.</param>
internal sealed record EfsVolume(string Name, string Key, EfsSettings Settings, Location Origin) : TaskVolume(Name, Origin)
{
    public override CfnMap Definition(Family family)
    {
        var cfn = new Cfn(Origin);
        return cfn.Map(
            ("Name", cfn.String(Name)),
            ("EFSVolumeConfiguration", cfn.Map(
                ("FilesystemId", this.FileSystemId()),
                ("TransitEncryption", cfn.String("ENABLED")),
                ("AuthorizationConfig", cfn.Map(
                    ("AccessPointId", cfn.Ref(this.AccessPoint(family))),
                    ("IAM", cfn.String("ENABLED")))))));
    }
}
