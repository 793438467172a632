using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Volumes;

/// <summary>File systems in memory, written as <c>tmpfs</c> or as a volume of that type.</summary>
internal static class TmpfsMounts
{
    private const long BytesPerMiB = 1024 * 1024;
    private const long DefaultMiB = 64;

    private static readonly Regex _size = new("^(?<number>[0-9]+)(?<unit>[kmg]?)b?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    // The values that the ECS API lists; the last few have a value of their own behind "=".
    private static readonly string[] _options =
    [
        "async", "atime", "bind", "defaults", "dev", "diratime", "dirsync", "exec", "mand", "noatime", "nodev", "nodiratime", "noexec", "nomand", "norelatime",
        "nostrictatime", "nosuid", "private", "rbind", "relatime", "remount", "ro", "rprivate", "rshared", "rslave", "runbindable", "rw", "shared", "slave",
        "strictatime", "suid", "sync", "unbindable", "gid", "mode", "mpol", "nr_blocks", "nr_inodes", "uid",
    ];

    public static IEnumerable<Contribution> Of(Family family, DiagnosticBag diagnostics) => family.Services
        .SelectMany(service => service.Tmpfs.Select(text => Short(text, diagnostics)).Concat(service.Volumes.Where(mount => mount.Type == "tmpfs").Select(mount => Long(mount, diagnostics)))
            .Select(mount => new SetOnContainer(family, [service.Name], "LinuxParameters", new Cfn(mount.Origin).Map(("Tmpfs", new Cfn(mount.Origin).List(mount))), mount.Origin)));

    private static CfnMap Short(Located<string> text, DiagnosticBag diagnostics)
    {
        var halves = text.Value.Split([':'], 2);
        var target = halves[0];
        long? size = null;
        var options = new List<string>();
        foreach (var option in halves.Length > 1 ? halves[1].Split(',') : [])
        {
            if (option.StartsWith("size=", StringComparison.Ordinal) && MiB(option.Substring("size=".Length)) is { } given)
            {
                size = given;
            }
            else if (Array.IndexOf(_options, option.Split('=')[0]) >= 0)
            {
                options.Add(option);
            }
            else if (option.Length > 0)
            {
                diagnostics.Add(VolumesDiagnostics.NoTmpfsOption(option, target, text.Origin));
            }
        }

        return Mount(target, text.Origin, size, options, diagnostics);
    }

    private static CfnMap Long(ComposeMount mount, DiagnosticBag diagnostics)
    {
        var mode = (mount.Node["tmpfs"] as YamlMapping)?["mode"] is YamlScalar number && int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
            ? "mode=" + Convert.ToString(bits, 8)
            : null;
        return Mount(
            mount.Target.Value, mount.Target.Origin, mount.TmpfsSize is { Value: > 0 } size ? RoundedUp(size.Value) : null,
            [.. mount.ReadOnly ? ["ro"] : Array.Empty<string>(), .. mode is null ? [] : new[] { mode }], diagnostics);
    }

    private static CfnMap Mount(string target, Location origin, long? size, IReadOnlyList<string> options, DiagnosticBag diagnostics)
    {
        if (size is null)
        {
            diagnostics.Add(VolumesDiagnostics.DefaultSize(target, origin));
        }

        var cfn = new Cfn(origin);
        return cfn.Map(
            ("ContainerPath", cfn.String(target)),
            ("Size", cfn.Number(size ?? DefaultMiB)),
            ("MountOptions", options.Count == 0 ? null : cfn.Strings(options)));
    }

    private static long? MiB(string text)
    {
        if (_size.Match(text) is not { Success: true } match || !long.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number is 0 or > int.MaxValue)
        {
            return null;
        }

        return match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "k" => RoundedUp(number * 1024),
            "m" => number,
            "g" => number * 1024,
            _ => RoundedUp(number),
        };
    }

    private static long RoundedUp(long bytes) => ((bytes - 1) / BytesPerMiB) + 1;
}
