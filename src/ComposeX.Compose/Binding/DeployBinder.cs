using ComposeX.Compose.Projects;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Binding;

/// <summary>Binds the <c>deploy</c> block of a service.</summary>
internal static class DeployBinder
{
    public static ComposeDeploy Bind(YamlMapping deploy, Location at) => new(deploy, at)
    {
        Mode = deploy.Text("mode"),
        EndpointMode = deploy.Text("endpoint_mode"),
        Replicas = deploy.Integer("replicas"),
        Labels = deploy.Variables("labels"),
        Limits = deploy["resources"].AsMapping()?.Block("limits", Resources),
        Reservations = deploy["resources"].AsMapping()?.Block("reservations", Resources),
        UpdateConfig = deploy.Block("update_config", UpdateConfig),
        RollbackConfig = deploy.Block("rollback_config", UpdateConfig),
        RestartPolicy = deploy.Block("restart_policy", RestartPolicy),
        PlacementConstraints = deploy["placement"].AsMapping()?.Texts("constraints") ?? [],
    };

    private static ComposeResources Resources(YamlMapping resources, Location at) => new(resources.Decimal("cpus"), resources.Long("memory"), at)
    {
        Pids = resources.Integer("pids"),
        Devices = resources.Mappings("devices"),
    };

    private static ComposeUpdateConfig UpdateConfig(YamlMapping config, Location at) => new(config, at)
    {
        FailureAction = config.Text("failure_action"),
        Order = config.Text("order"),
        Parallelism = config.Integer("parallelism"),
        Delay = config.Time("delay"),
        Monitor = config.Time("monitor"),
        MaxFailureRatio = config.Decimal("max_failure_ratio"),
    };

    private static ComposeRestartPolicy RestartPolicy(YamlMapping policy, Location at) => new(policy, at)
    {
        Condition = policy.Text("condition"),
        Delay = policy.Time("delay"),
        Window = policy.Time("window"),
        MaxAttempts = policy.Integer("max_attempts"),
    };
}
