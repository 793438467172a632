using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Lookups;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Volumes;

/// <summary>Finds out whether a volume is a file system on EFS, and which.</summary>
internal static class EfsReader
{
    /// <summary>The key of a volume, and where the lock keeps what was found.</summary>
    public const string Key = "x-efs";

    private static readonly Regex _id = new("fs-[0-9a-f]{8,40}", RegexOptions.CultureInvariant);

    private static readonly Regex _mode = new("^[0-7]{3,4}$", RegexOptions.CultureInvariant);

    private static readonly string[] _tiers = [SubnetTier.App, SubnetTier.Public, SubnetTier.Storage];

    // The options of the Docker plug-in for EFS, and where CloudFormation has them.
    private static readonly string[] _options = ["backup_policy", "lifecycle_policy", "performance_mode", "provisioned_throughput", "throughput_mode"];

    /// <summary>The settings; null for a volume of another kind.</summary>
    public static EfsSettings? Read(ComposeVolume volume, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var written = volume.Extensions.FirstOrDefault(extension => extension.Name == Key);
        if (DeclaredFileSystem.Read(volume, written, surroundings, diagnostics) is { } declared)
        {
            return declared;
        }

        if (written is not null)
        {
            return ReadKey(volume, written, surroundings.Lookups, diagnostics);
        }

        if (volume.IsExternal)
        {
            return volume.Name is { } name && _id.Match(name.Value) is { Success: true } id ? Existing(id.Value, name.Origin, "/", diagnostics) : null;
        }

        if (Option(volume, "o") is { } options && _id.Match(options.Value ?? "") is { Success: true } address)
        {
            return Existing(address.Value, options.ValueOrigin, Option(volume, "device")?.Value?.TrimStart(':') is { Length: > 0 } path ? path : "/", diagnostics);
        }

        var isEfs = volume.Driver is { Value: "efs" } || (volume.Driver is { Value: "nfs" } && volume.DriverOptions.Count == 0)
            || (volume.DriverOptions.Count > 0 && volume.DriverOptions.All(option => Array.IndexOf(_options, option.Name) >= 0));
        return isEfs ? new(WithDefaults(OfOptions(volume, diagnostics), volume)) : null;
    }

    private static EfsSettings? ReadKey(ComposeVolume volume, YamlEntry written, LookupLock lookups, DiagnosticBag diagnostics)
    {
        if (written.Value is not YamlMapping && !ScalarResolver.IsNull(written.Value))
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(Key, "a mapping with Properties, MacroParameters, Settings, Lookup or Use, or the name of a file system that is declared under x-efs", written.Value.Location));
            return null;
        }

        var reader = MappingReader.Of(written.Value as YamlMapping, diagnostics);
        var properties = reader.Mapping("Properties");
        var macros = MappingReader.Of(reader.Mapping("MacroParameters"), diagnostics);
        var settings = MappingReader.Of(reader.Mapping("Settings"), diagnostics);
        var existing = ReadExisting(volume, reader, lookups, diagnostics);
        macros.Boolean("EnforceIamAuth");
        var mode = macros.Text("RootDirectoryCreateMode");
        var tier = settings.Text("Subnets");
        reader.RejectOthers(Key);
        macros.RejectOthers($"MacroParameters of {Key}");
        settings.RejectOthers($"Settings of {Key}");
        Check(mode, tier, diagnostics);
        return (existing ?? new(WithDefaults(PropertiesReader.Read(properties, "AWS::EFS::FileSystem", written.Key.Location), volume))) with
        {
            CreateMode = mode is { } given ? given.Value.PadLeft(4, '0') : "0775",
            Tier = tier?.Value ?? SubnetTier.Storage,
        };
    }

    private static void Check(Located<string>? mode, Located<string>? tier, DiagnosticBag diagnostics)
    {
        if (mode is { } text && !_mode.IsMatch(text.Value))
        {
            diagnostics.Add(VolumesDiagnostics.NoMode(text.Value, text.Origin));
        }

        if (tier is { } name && Array.IndexOf(_tiers, name.Value) < 0)
        {
            diagnostics.Add(VolumesDiagnostics.NoTier(name.Value, _tiers, name.Origin));
        }
    }

    private static EfsSettings? ReadExisting(ComposeVolume volume, MappingReader reader, LookupLock lookups, DiagnosticBag diagnostics)
    {
        if (reader.Node("Lookup") is { } lookup)
        {
            return lookups.Find(Key, volume.Key, lookup, diagnostics) is not { } found ? new EfsSettings((CfnMap?)null)
                : new((CfnMap?)null) { Path = "/", FileSystemId = found.Require("FilesystemId", lookup.Location, diagnostics), GroupId = found.Require("GroupId", lookup.Location, diagnostics) };
        }

        switch (reader.Node("Use"))
        {
            case null:
                return null;
            case YamlScalar id:
                return Existing(id.Text, id.Location, "/", diagnostics);
            case YamlMapping both:
                var inner = MappingReader.Of(both, diagnostics);
                var fileSystem = inner.Text("FilesystemId");
                var group = inner.Text("GroupId");
                inner.RejectOthers($"Use of {Key}");
                return Existing(fileSystem?.Value ?? "", fileSystem?.Origin ?? both.Location, "/", diagnostics, group);
            case var other:
                diagnostics.Add(ModelDiagnostics.WrongKind("Use", "the id of a file system, or a mapping with FilesystemId and GroupId", other.Location));
                return new((CfnMap?)null);
        }
    }

    private static EfsSettings Existing(string text, Location origin, string path, DiagnosticBag diagnostics, Located<string>? group = null)
    {
        var id = _id.Match(text);
        if (!id.Success)
        {
            diagnostics.Add(VolumesDiagnostics.NoFileSystem(text, origin));
        }
        else if (group is null)
        {
            diagnostics.Add(VolumesDiagnostics.UnknownGroup(id.Value, id.Value, origin));
        }

        return new((CfnMap?)null)
        {
            FileSystemId = new CfnString(id.Value, origin),
            GroupId = group is { } known ? new CfnString(known.Value, known.Origin) : null,
            Path = path,
        };
    }

    private static ComposeVariable? Option(ComposeVolume volume, string name) =>
        volume.DriverOptions.FirstOrDefault(option => string.Equals(option.Name, name, StringComparison.Ordinal));

    private static CfnMap OfOptions(ComposeVolume volume, DiagnosticBag diagnostics)
    {
        foreach (var unknown in volume.DriverOptions.Where(option => Array.IndexOf(_options, option.Name) < 0))
        {
            diagnostics.Add(VolumesDiagnostics.UnknownOption(unknown.Name, volume.Key, _options, unknown.NameOrigin));
        }

        return new Cfn(volume.Origin).Map(
            ("BackupPolicy", Wrapped("backup_policy", "Status")),
            ("LifecyclePolicies", Wrapped("lifecycle_policy", "TransitionToIA") is { } policy ? new CfnList([policy], policy.Origin) : null),
            ("PerformanceMode", Text("performance_mode")),
            ("ProvisionedThroughputInMibps", Option(volume, "provisioned_throughput") is { Value: { } number } given ? Number(number, given.ValueOrigin) : null),
            ("ThroughputMode", Text("throughput_mode")));

        CfnString? Text(string name) => Option(volume, name) is { Value: { } text } option ? new CfnString(text, option.ValueOrigin) : null;

        CfnMap? Wrapped(string name, string member) => Text(name) is { } text ? new Cfn(text.Origin).Map((member, text)) : null;
    }

    private static CfnValue Number(string text, Location origin) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? new CfnNumber(text, origin) : new CfnString(text, origin);

    private static CfnMap WithDefaults(CfnMap properties, ComposeVolume volume) => SharedFileSystem.WithDefaults(properties, volume.Key, new Cfn(volume.Origin));
}
