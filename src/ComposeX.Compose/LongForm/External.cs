using ComposeX.Compose.Shorthand;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.LongForm;

/// <summary>Resources that exist already: <c>external: {name: x}</c> becomes <c>external: true</c> with <c>name: x</c>.</summary>
internal static class External
{
    public static YamlNode LongForm(YamlNode value, DiagnosticBag diagnostics) =>
        value is YamlMapping resource && resource["external"] is YamlMapping external ? WithName(resource, external, diagnostics) : value;

    private static YamlMapping WithName(YamlMapping resource, YamlMapping external, DiagnosticBag diagnostics)
    {
        var moved = resource.With("external", Tree.Boolean(true, external.Location));
        if (external["name"] is not YamlScalar name)
            return moved;

        if (resource["name"].AsText() is { } given && given != name.Text)
        {
            diagnostics.Add(ShorthandDiagnostics.TwoNames(name.Location, given, name.Text));
            return moved;
        }

        diagnostics.Add(ShorthandDiagnostics.OldExternalName(name.Location, name.Text));
        return moved.With("name", name);
    }
}
