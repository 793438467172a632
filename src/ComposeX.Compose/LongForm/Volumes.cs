using ComposeX.Compose.Inputs;
using ComposeX.Compose.Shorthand;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.LongForm;

/// <summary>The volumes of a service in long form.</summary>
internal static class Volumes
{
    public static YamlNode LongForm(YamlNode value, DiagnosticBag diagnostics)
    {
        if (value is YamlMapping mapping)
            return mapping["target"] is YamlScalar target && target.AsText() is { Length: > 0 } path ? mapping.With("target", target with { Text = Paths.Clean(path) }) : mapping;

        if (value.AsText() is not { } text)
            return value;

        var (volume, fault) = VolumeSyntax.Parse(text);
        if (volume is not null)
            return Mapping(volume, value.Location, isTooShort: text.Length <= 2);

        diagnostics.Add(ShorthandDiagnostics.BadVolume(value.Location, text, fault ?? ""));
        return value;
    }

    private static YamlMapping Mapping(VolumeSyntax volume, Location at, bool isTooShort) => Tree.Mapping(
        at,
        ("type", Tree.Text(volume.IsBind ? "bind" : "volume", at)),
        ("source", volume.Source.Length > 0 ? Tree.Text(volume.Source, at) : null),
        ("target", Tree.Text(Paths.Clean(volume.Target), at)),
        ("read_only", volume.ReadOnly ? Tree.Boolean(true, at) : null),
        ("bind", Bind(volume, at)),
        ("volume", volume.NoCopy || (!volume.IsBind && !isTooShort) ? Tree.Mapping(at, ("nocopy", volume.NoCopy ? Tree.Boolean(true, at) : null)) : null));

    // A bind in short form creates what is missing on the host.
    private static YamlMapping? Bind(VolumeSyntax volume, Location at) =>
        volume.IsBind || volume.Propagation is not null || volume.SeLinux is not null
            ? Tree.Mapping(
                at,
                ("create_host_path", volume.IsBind ? Tree.Boolean(true, at) : null),
                ("propagation", volume.Propagation is { } propagation ? Tree.Text(propagation, at) : null),
                ("selinux", volume.SeLinux is { } label ? Tree.Text(label, at) : null))
            : null;
}
