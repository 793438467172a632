using System.Linq;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Consistency;

/// <summary>
/// ECS ComposeX lets services depend on a task by its family's name: the deploy label <c>ecs.task.family</c> of some service, which may
/// name several with commas between.
/// </summary>
internal static class TaskFamilies
{
    private const string Label = "ecs.task.family";

    /// <summary>Whether a service of the model says that it is in a family of that name.</summary>
    public static bool AreNamed(string family, YamlMapping model) => (model["services"].AsMapping()?.Entries ?? [])
        .Select(service => service.Value.AsMapping()?["deploy"].AsMapping()?["labels"].AsMapping()?[Label].AsText())
        .Any(families => families is not null && families.Split(',').Any(name => name.Trim() == family));
}
