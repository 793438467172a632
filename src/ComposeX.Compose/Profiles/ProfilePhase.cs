using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Profiles;

/// <summary>Takes out the services whose profiles are not active. A service that is named activates its own.</summary>
internal static class ProfilePhase
{
    private const string All = "*";

    /// <summary>The model without the disabled services, and their names.</summary>
    public static (YamlMapping Model, IReadOnlyCollection<string> Disabled) Apply(YamlMapping model, IReadOnlyCollection<string> profiles, IReadOnlyCollection<string> named)
    {
        if (model["services"] is not YamlMapping services || profiles.Contains(All))
            return (model, []);

        var active = new HashSet<string>(profiles.Concat(named.SelectMany(name => ProfilesOf(services[name]))), StringComparer.Ordinal);
        var enabled = services.Select(service => IsActive(service.Value, active) ? service.Value : null);
        return enabled.Entries.Count == services.Entries.Count
            ? (model, [])
            : (model.With("services", enabled), [.. services.Entries.Select(service => service.Name).Where(name => enabled.Entry(name) is null)]);
    }

    /// <summary>The model with the services that are named, and those that they depend on; all of them when none is named.</summary>
    public static YamlMapping Selected(YamlMapping model, IReadOnlyCollection<string> named)
    {
        if (named.Count == 0 || model["services"] is not YamlMapping services)
            return model;

        var selected = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(named);
        while (waiting.Count > 0)
        {
            var name = waiting.Pop();
            if (services[name] is YamlMapping service && selected.Add(name))
            {
                (service["depends_on"].AsMapping()?.Entries ?? []).ToList().ForEach(dependency => waiting.Push(dependency.Name));
            }
        }

        return model.With("services", services.Select(service => selected.Contains(service.Name) ? service.Value : null));
    }

    private static bool IsActive(YamlNode service, HashSet<string> active)
    {
        var profiles = ProfilesOf(service).ToList();
        return profiles.Count == 0 || profiles.Exists(active.Contains);
    }

    private static IEnumerable<string> ProfilesOf(YamlNode? service) =>
        (service.AsMapping()?["profiles"] as YamlSequence)?.Items.OfType<YamlScalar>().Select(profile => profile.Text) ?? [];
}
