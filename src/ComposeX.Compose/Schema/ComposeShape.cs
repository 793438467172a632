using static ComposeX.Compose.Schema.Shapes;

namespace ComposeX.Compose.Schema;

/// <summary>A compose file, from the top.</summary>
internal static class ComposeShape
{
    private static readonly Shape _external = Object("\"external\"", ("name", Text)) with { IsOpen = true };

    private static readonly Shape _closedExternal = Object("\"external\"", ("name", Text));

    private static readonly Shape _network = Object("a network",
        ("attachable", BooleanOrText),
        ("driver", Text),
        ("driver_opts", DriverOptions),
        ("enable_ipv4", BooleanOrText),
        ("enable_ipv6", BooleanOrText),
        ("external", _closedExternal.Or(Kinds.Boolean | Kinds.Text)),
        ("internal", BooleanOrText),
        ("ipam", Object("\"ipam\"",
            ("config", ListOf(Object("an address pool",
                ("aux_addresses", MapOf(Text)),
                ("gateway", Text),
                ("ip_range", Text),
                ("subnet", Text)))),
            ("driver", Text),
            ("options", MapOf(Text)))),
        ("labels", KeyValues),
        ("name", Text)).Or(Kinds.Null);

    private static readonly Shape _volume = Object("a volume",
        ("driver", Text),
        ("driver_opts", DriverOptions),
        ("external", _closedExternal.Or(Kinds.Boolean | Kinds.Text)),
        ("labels", KeyValues),
        ("name", Text)).Or(Kinds.Null);

    private static readonly Shape _secret = Object("a secret",
        ("driver", Text),
        ("driver_opts", DriverOptions),
        ("environment", Text),
        ("external", _external.Or(Kinds.Boolean | Kinds.Text)),
        ("file", Text),
        ("labels", KeyValues),
        ("name", Text),
        ("template_driver", Text));

    private static readonly Shape _config = Object("a config",
        ("content", Text),
        ("environment", Text),
        ("external", _external.Or(Kinds.Boolean | Kinds.Text)),
        ("file", Text),
        ("labels", KeyValues),
        ("name", Text),
        ("template_driver", Text));

    private static readonly Shape _model = Object("a model",
        ("context_size", Integer),
        ("model!", Text),
        ("name", Text),
        ("runtime_flags", TextList));

    public static Shape File { get; } = Object("a compose file",
        ("configs", NamedBy(_config)),
        ("include", ListOf(new Shape(Kinds.Text | Kinds.Mapping) { IsOpen = true })),
        ("models", NamedBy(_model) with { IsOpen = true }),
        ("name", Text),
        ("networks", NamedBy(_network) with { IsOpen = true }),
        ("secrets", NamedBy(_secret)),
        ("services", NamedBy(ServiceShape.Service)),
        ("version", Text),
        ("volumes", NamedBy(_volume)));

    private static Shape NamedBy(Shape resource) => MapOf(resource) with { KeyRule = IsResourceName };
}
