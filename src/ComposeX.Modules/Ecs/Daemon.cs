using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Modules.Ecs;

/// <summary>Compose's <c>deploy.mode: global</c>: a task on every instance, which only clusters with instances can have.</summary>
internal static class Daemon
{
    /// <summary>Where the user asked for it; null when he did not, or on Fargate.</summary>
    public static Location? Of(Family family) => family.Platform() == ComputePlatform.Fargate ? null : family.Services
        .Select(service => service.Deploy?.Mode)
        .FirstOrDefault(mode => mode is { Value: "global" })?.Origin;
}
