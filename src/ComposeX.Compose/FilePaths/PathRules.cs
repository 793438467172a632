using System;
using System.Linq;
using ComposeX.Compose.Inputs;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.FilePaths;

/// <summary>Where relative paths start, and where <c>~</c> is.</summary>
internal sealed record PathBase(string Directory, string? Home)
{
    public string Absolute(string path) => path.Length == 0 ? path : Paths.Combine(Directory, InHome(path));

    private string InHome(string path) => path[0] == '~' && Home is not null ? Paths.Clean(Home + "/" + path.Substring(1)) : path;
}

/// <summary>How one path becomes absolute.</summary>
internal delegate YamlNode PathRule(YamlNode value, PathBase start, DiagnosticBag diagnostics);

/// <summary>The attributes that are paths on this machine.</summary>
internal static class PathRules
{
    private static readonly string[] _remotes = ["https://", "http://", "git://", "ssh://", "github.com/", "git@"];

    public static PathTable<PathRule> Table { get; } = new()
    {
        { "services.*.build.context", Context },
        { "services.*.build.additional_contexts.*", Context },
        { "services.*.build.ssh.*", Absolute },
        { "services.*.develop.watch.*.path", Absolute },
        { "services.*.env_file.*.path", Absolute },
        { "services.*.extends.file", Absolute },
        { "services.*.label_file.*", Absolute },
        { "services.*.volumes.*", Bind },
        { "configs.*.file", Absolute },
        { "secrets.*.file", Absolute },
        { "volumes.*", Device },
    };

    private static YamlNode Absolute(YamlNode value, PathBase start, DiagnosticBag diagnostics) =>
        value is YamlScalar scalar && value.AsText() is { } path ? Tree.Text(start.Absolute(path), scalar.Location) : value;

    private static YamlNode Context(YamlNode value, PathBase start, DiagnosticBag diagnostics) =>
        value.AsText() is { } path && !IsRemote(path) ? Absolute(value, start, diagnostics) : value;

    private static bool IsRemote(string path) =>
        path.IndexOf("://", StringComparison.Ordinal) >= 0
        || path.StartsWith("service:", StringComparison.Ordinal)
        || _remotes.Any(remote => path.StartsWith(remote, StringComparison.Ordinal));

    private static YamlNode Bind(YamlNode value, PathBase start, DiagnosticBag diagnostics)
    {
        if (value is not YamlMapping volume || volume["type"].AsText() != "bind")
            return value;

        if (volume["source"] is { } source && source.AsText() is { Length: > 0 })
            return volume.With("source", Absolute(source, start, diagnostics));

        diagnostics.Add(PathDiagnostics.BindWithoutSource(volume.Location));
        return volume;
    }

    // A volume of the local driver with "o: bind" is a directory of this machine.
    private static YamlNode Device(YamlNode value, PathBase start, DiagnosticBag diagnostics) =>
        value is YamlMapping volume && volume["driver"].AsText() == "local" && volume["driver_opts"] is YamlMapping options
            && options["o"].AsText() == "bind" && options["device"] is { } device
                ? volume.With("driver_opts", options.With("device", Absolute(device, start, diagnostics)))
                : value;
}
