using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;

namespace ComposeX.Model.Families;

/// <summary>The deploy labels of ECS ComposeX, and how to find one.</summary>
public static class DeployLabels
{
    public const string Family = "ecs.task.family";

    /// <summary>The name that other tasks find the family by.</summary>
    public const string Hostname = "ecs.task.family.hostname";

    /// <summary>What the containers of the same task wait for.</summary>
    public const string Condition = "ecs.depends.condition";

    public const string Essential = "ecs.essential";

    public const string EphemeralStorage = "ecs.ephemeral.storage";

    public const string ComputePlatform = "ecs.compute.platform";

    /// <summary>All of them; every other deploy label is a tag of the ECS service.</summary>
    public static IReadOnlyList<string> All { get; } = [Family, Hostname, Condition, Essential, EphemeralStorage, ComputePlatform];

    /// <summary>The deploy label of that name, or null.</summary>
    public static ComposeVariable? DeployLabel(this ComposeService service, string name) =>
        service.Deploy?.Labels.FirstOrDefault(label => string.Equals(label.Name, name, StringComparison.Ordinal));
}
