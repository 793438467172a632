using System.Linq;
using ComposeX.Compose.Merging;
using ComposeX.Compose.Shorthand;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.LongForm;

/// <summary>What an attribute in short form is in long form. A value that is in long form already is completed with its defaults.</summary>
internal delegate YamlNode LongFormRule(YamlNode value, DiagnosticBag diagnostics);

/// <summary>The attributes that have a short and a long form.</summary>
internal static class LongFormRules
{
    public static PathTable<LongFormRule> Table { get; } = new()
    {
        { "services.*.build", Build },
        { "services.*.build.additional_contexts", Contexts },
        { "services.*.build.secrets.*", FileMount },
        { "services.*.build.ssh", SshKeys },
        { "services.*.configs.*", FileMount },
        { "services.*.depends_on", DependsOn },
        { "services.*.devices.*", Device },
        { "services.*.dns", NonEmptyList },
        { "services.*.env_file", EnvFiles },
        { "services.*.gpus", Gpus },
        { "services.*.label_file", ListOfText },
        { "services.*.models", Names },
        { "services.*.networks", Names },
        { "services.*.ports", Ports.LongForm },
        { "services.*.secrets.*", FileMount },
        { "services.*.volumes.*", Volumes.LongForm },
        { "networks.*", External.LongForm },
        { "volumes.*", External.LongForm },
        { "secrets.*", External.LongForm },
        { "configs.*", External.LongForm },
    };

    private static YamlNode Build(YamlNode value, DiagnosticBag diagnostics) =>
        value is YamlScalar ? Tree.Mapping(value.Location, ("context", value)) : value;

    private static YamlNode SshKeys(YamlNode value, DiagnosticBag diagnostics) =>
        value is YamlSequence list && KeyValues.FromList(list) is { } mapping ? mapping : value;

    private static YamlNode FileMount(YamlNode value, DiagnosticBag diagnostics) =>
        value is YamlScalar ? Tree.Mapping(value.Location, ("source", value)) : value;

    private static YamlNode ListOfText(YamlNode value, DiagnosticBag diagnostics) =>
        value is YamlScalar ? new YamlSequence([value], value.Location) : value;

    private static YamlNode NonEmptyList(YamlNode value, DiagnosticBag diagnostics) =>
        ListOfText(value, diagnostics) is YamlSequence list ? list.Select((item, _) => item is YamlScalar { Text: "" } ? null : item) : value;

    private static YamlNode Names(YamlNode value, DiagnosticBag diagnostics) =>
        value is YamlSequence list && KeyValues.FromKeys(list, Tree.Null) is { } mapping ? mapping : value;

    private static YamlNode DependsOn(YamlNode value, DiagnosticBag diagnostics) => value switch
    {
        YamlSequence list when KeyValues.FromKeys(list, Started) is { } mapping => mapping,
        YamlMapping mapping => mapping.Select(entry => entry.Value is YamlMapping dependency && dependency.Entry("required") is null
            ? dependency.With("required", Tree.Boolean(true, dependency.Location))
            : entry.Value),
        _ => value,
    };

    private static YamlNode Started(Location at) =>
        Tree.Mapping(at, ("condition", Tree.Text("service_started", at)), ("required", Tree.Boolean(true, at)));

    private static YamlNode EnvFiles(YamlNode value, DiagnosticBag diagnostics) =>
        ListOfText(value, diagnostics) is YamlSequence list ? list.Select((item, _) => EnvFile(item)) : value;

    private static YamlNode EnvFile(YamlNode item) => item switch
    {
        YamlScalar => Tree.Mapping(item.Location, ("path", item), ("required", Tree.Boolean(true, item.Location))),
        YamlMapping mapping when mapping.Entry("required") is null => mapping.With("required", Tree.Boolean(true, item.Location)),
        _ => item,
    };

    private static YamlNode Gpus(YamlNode value, DiagnosticBag diagnostics) => value is YamlScalar
        ? new YamlSequence([Tree.Mapping(value.Location, ("count", value))], value.Location)
        : value;

    private static YamlNode Contexts(YamlNode value, DiagnosticBag diagnostics)
    {
        if (value is not YamlSequence list)
            return value;

        foreach (var item in list.Items.OfType<YamlScalar>().Where(item => item.Text.IndexOf('=') < 0))
        {
            diagnostics.Add(ShorthandDiagnostics.BadKeyValue(item.Location, item.Text));
        }

        return KeyValues.FromList(list) ?? value;
    }

    private static YamlNode Device(YamlNode value, DiagnosticBag diagnostics)
    {
        if (value.AsText() is not { } text)
            return value;

        var parts = text.Split(':');
        if (parts.Length > 3)
        {
            diagnostics.Add(ShorthandDiagnostics.BadDevice(value.Location, text));
            return value;
        }

        var at = value.Location;
        return Tree.Mapping(
            at,
            ("source", Tree.Text(parts[0], at)),
            ("target", Tree.Text(parts.ElementAtOrDefault(1) ?? parts[0], at)),
            ("permissions", Tree.Text(parts.ElementAtOrDefault(2) ?? "rwm", at)));
    }
}
