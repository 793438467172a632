using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Normalisation;

/// <summary>Defaults that depend on nothing but the attribute they belong to; set before paths are made absolute, since one of them is a path.</summary>
internal static class Defaults
{
    private static readonly PathTable<DefaultRule> _table = new()
    {
        { "services.*.build", (build, at) => Missing(build, "context", Tree.Text(".", at)) },
        { "services.*.ports.*", (port, at) => Missing(Missing(port, "mode", Tree.Text("ingress", at)), "protocol", Tree.Text("tcp", at)) },
        { "services.*.secrets.*", SecretTarget },
        { "services.*.gpus.*", DeviceCount },
        { "services.*.deploy.resources.reservations.devices.*", DeviceCount },
    };

    private delegate YamlMapping DefaultRule(YamlMapping mapping, Location at);

    public static YamlMapping Apply(YamlMapping model) => (YamlMapping)Node(model, _table.Root);

    private static YamlNode Node(YamlNode node, PathStep<DefaultRule>? step) => (node, step) switch
    {
        (_, null) => node,
        (YamlMapping mapping, { Value: { } rule }) => rule(mapping, mapping.Location),
        (YamlMapping mapping, _) => mapping.Select(entry => Node(entry.Value, step[entry.Name])),
        (YamlSequence sequence, _) when step[PathStep<DefaultRule>.ListItem] is { } items => sequence.Select((item, _) => Node(item, items)),
        _ => node,
    };

    private static YamlMapping Missing(YamlMapping mapping, string name, YamlNode value) =>
        mapping.Entry(name) is null ? mapping.With(name, value) : mapping;

    private static YamlMapping SecretTarget(YamlMapping secret, Location at) =>
        secret["target"].AsText() is not { Length: > 0 } && secret["source"].AsText() is { } source
            ? secret.With("target", Tree.Text("/run/secrets/" + source, at))
            : secret;

    private static YamlMapping DeviceCount(YamlMapping device, Location at) =>
        device.Entry("device_ids") is null ? Missing(device, "count", Tree.Text("all", at)) : device;
}
