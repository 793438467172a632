using System;
using System.Linq;
using ComposeX.CloudFormation.Values;
using ComposeX.Compose.Projects;
using ComposeX.Model.Seam;
using ComposeX.Model.Synthesis;
using ComposeX.Syntax;

namespace ComposeX.Modules.Volumes;

/// <summary>
/// A volume on a file system that is declared under the top-level <c>x-efs</c>: the one that the volume names, or the one of its own name.
/// </summary>
internal static class DeclaredFileSystem
{
    private const string Key = "x-efs";

    /// <summary>The settings; null for a volume that is on none of them.</summary>
    public static EfsSettings? Read(ComposeVolume volume, YamlEntry? written, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var named = Named(written?.Value, surroundings);
        var name = named?.Name ?? (surroundings.FindDeclaration(Key, volume.Key) is null ? null : volume.Key);
        if (name is null)
        {
            return null;
        }

        if (named is null && written is { Value: YamlMapping { Entries.Count: > 0 } })
        {
            diagnostics.Add(VolumesDiagnostics.DeclaredElsewhere(volume.Key, written.Key.Location));
        }

        var origin = written?.Key.Location ?? volume.Origin;
        var declaration = surroundings.FindDeclaration(Key, name);
        var offer = declaration?.Module.Offers(declaration).OfType<FileSystemOffer>().FirstOrDefault();
        if (offer is { GroupId: null })
        {
            diagnostics.Add(VolumesDiagnostics.UnknownGroup(name, "fs-…", origin));
        }

        return new EfsSettings((CfnMap?)null)
        {
            Declared = offer,
            FileSystemId = named ?? new DeclarationReference(Key, name, "FilesystemId", origin),
            GroupId = offer?.GroupId is null ? null : new DeclarationReference(Key, name, "GroupId", origin),
            Path = declaration is { IsNew: false } ? "/" : "/" + TaskVolume.NameOf(volume.Key),
            CreateMode = offer?.CreateMode ?? "0775",
        };
    }

    /// <summary>The name of the declared file system that a volume is on, or null.</summary>
    public static string? NameOf(ComposeVolume volume, Surroundings surroundings) =>
        Read(volume, volume.Extensions.FirstOrDefault(extension => extension.Name == Key), surroundings, [])?.FileSystemId is DeclarationReference reference ? reference.Name : null;

    // x-efs: shared, x-efs: x-efs::shared, or either of them behind Use.
    private static DeclarationReference? Named(YamlNode? written, Surroundings surroundings)
    {
        if ((written is YamlMapping { Entries: [{ Name: "Use" } use] } ? use.Value : written) is not YamlScalar text)
        {
            return null;
        }

        return PropertiesReader.ReadReference(text.Text, text.Location) is { Key: Key } reference ? reference with { Attribute = "FilesystemId" }
            : surroundings.FindDeclaration(Key, text.Text) is not null ? new(Key, text.Text, "FilesystemId", text.Location)
            : null;
    }
}
