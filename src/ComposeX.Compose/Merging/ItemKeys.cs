using ComposeX.Compose.Shorthand;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Merging;

/// <summary>What makes two items of a list the same thing, for each kind of list.</summary>
internal static class ItemKeys
{
    public static string? BeforeEquals(YamlNode item) => item.AsText() is { } text ? KeyValues.KeyOf(text) : null;

    public static string? Printed(YamlNode item) => item is YamlScalar scalar ? ScalarResolver.Resolve(scalar).Printed : null;

    public static string? EnvFile(YamlNode item) => item is YamlMapping mapping ? mapping["path"].AsText() : item.AsText();

    public static string? Volume(YamlNode item) => item is YamlMapping mapping ? mapping["target"].AsText() : item.AsText() is { } text ? VolumeSyntax.TargetOf(text) : null;

    public static string? Device(YamlNode item)
    {
        if (item is YamlMapping mapping)
            return mapping["target"].AsText() ?? mapping["source"].AsText();

        var parts = item.AsText()?.Split(':');
        return parts is null ? null : parts[parts.Length == 1 ? 0 : 1];
    }

    public static ItemKey MountAt(string directory) => item => item is YamlMapping mapping
        ? mapping["target"].AsText() ?? $"{directory}/{mapping["source"].AsText()}"
        : item.AsText() is { } name ? $"{directory}/{name}" : null;

    public static string? Port(YamlNode item)
    {
        if (item is YamlScalar scalar)
            return ScalarResolver.Resolve(scalar).Printed;

        if (item is not YamlMapping mapping || mapping["target"] is not YamlScalar target)
            return null;

        var published = mapping["published"] is YamlScalar given ? ScalarResolver.Resolve(given).Printed : "";
        var host = mapping["host_ip"].AsText() ?? "0.0.0.0";
        var protocol = mapping["protocol"].AsText() ?? "tcp";
        return $"{host}:{published}:{ScalarResolver.Resolve(target).Printed}/{protocol}";
    }
}
