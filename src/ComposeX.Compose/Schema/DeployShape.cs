using static ComposeX.Compose.Schema.Shapes;

namespace ComposeX.Compose.Schema;

/// <summary>The <c>deploy</c> block of a service.</summary>
internal static class DeployShape
{
    private static readonly Shape _device = Object("a device",
        ("capabilities!", TextSet),
        ("count", IntegerOrText),
        ("device_ids", TextSet),
        ("driver", Text),
        ("options", KeyValues));

    private static readonly Shape _genericResource = Object("a generic resource",
        ("discrete_resource_spec", Object("\"discrete_resource_spec\"", ("kind", Text), ("value", NumberOrText))));

    public static Shape Deploy { get; } = Object("\"deploy\"",
        ("endpoint_mode", Text),
        ("labels", KeyValues),
        ("mode", Text),
        ("placement", Object("\"placement\"",
            ("constraints", TextList),
            ("max_replicas_per_node", IntegerOrText),
            ("preferences", ListOf(Object("a preference", ("spread", Text)))))),
        ("replicas", IntegerOrText with { Least = 0 }),
        ("resources", Object("\"resources\"",
            ("limits", Object("\"limits\"", ("cpus", NumberOrText), ("memory", Size), ("pids", IntegerOrText))),
            ("reservations", Object("\"reservations\"",
                ("cpus", NumberOrText),
                ("devices", ListOf(_device)),
                ("generic_resources", ListOf(_genericResource)),
                ("memory", Size))))),
        ("restart_policy", Object("\"restart_policy\"",
            ("condition", Text),
            ("delay", Time),
            ("max_attempts", IntegerOrText),
            ("window", Time))),
        ("rollback_config", UpdateConfig("\"rollback_config\"")),
        ("update_config", UpdateConfig("\"update_config\""))).Or(Kinds.Null);

    private static Shape UpdateConfig(string noun) => Object(noun,
        ("delay", Time),
        ("failure_action", Text),
        ("max_failure_ratio", NumberOrText),
        ("monitor", Time),
        ("order", OneOf("start-first", "stop-first")),
        ("parallelism", IntegerOrText));
}
