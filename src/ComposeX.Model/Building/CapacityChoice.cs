using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Model.Building;

/// <summary>
/// A service whose strategy names a group under <c>x-ec2</c> runs on that group's kind of instances, whether or not it says so with the
/// deploy label <c>ecs.compute.platform</c>. What it does say stays.
/// </summary>
internal static class CapacityChoice
{
    private const string Key = "x-ec2";

    public static ComposeProject Apply(ComposeProject project)
    {
        var groups = (project.Extensions.FirstOrDefault(extension => string.Equals(extension.Name, Key, StringComparison.Ordinal))?.Value as YamlMapping)?.Entries ?? [];
        return groups.Count == 0 ? project : project with { Services = [.. project.Services.Select(service => With(service, groups))] };
    }

    private static ComposeService With(ComposeService service, IReadOnlyList<YamlEntry> groups) =>
        service.DeployLabel(DeployLabels.ComputePlatform) is null && Chosen(service) is { } name
            && groups.FirstOrDefault(group => string.Equals(group.Name, name.Text, StringComparison.Ordinal)) is { } chosen
            ? service with { Deploy = Labelled(service.Deploy ?? new(new([], name.Location), name.Location), PlatformOf(chosen), name.Location) }
            : service;

    private static ComposeDeploy Labelled(ComposeDeploy deploy, string platform, Location origin) =>
        deploy with { Labels = [.. deploy.Labels, new(DeployLabels.ComputePlatform, platform, origin, origin)] };

    private static YamlScalar? Chosen(ComposeService service) =>
        service.Extensions.Where(extension => string.Equals(extension.Name, "x-ecs", StringComparison.Ordinal))
            .Select(extension => (extension.Value as YamlMapping)?["CapacityProviderStrategy"]).OfType<YamlSequence>()
            .SelectMany(strategy => strategy.Items).OfType<YamlMapping>()
            .Select(item => item["CapacityProvider"]).OfType<YamlScalar>().FirstOrDefault();

    private static string PlatformOf(YamlEntry group) =>
        ((group.Value as YamlMapping)?["MacroParameters"] as YamlMapping)?["ManagedInstances"] is null ? "EC2" : "MANAGED_INSTANCES";
}
