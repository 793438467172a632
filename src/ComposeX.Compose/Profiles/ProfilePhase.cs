using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Profiles;

/// <summary>Takes out the services whose profiles are not active, and the dependencies on them that are not required.</summary>
internal static class ProfilePhase
{
    private const string All = "*";

    public static YamlMapping Apply(YamlMapping model, IReadOnlyCollection<string> active)
    {
        if (model["services"] is not YamlMapping services || active.Contains(All))
            return model;

        var enabled = services.Select(service => IsActive((YamlMapping)service.Value, active) ? service.Value : null);
        if (enabled.Entries.Count == services.Entries.Count)
            return model;

        var disabled = new HashSet<string>(services.Entries.Select(service => service.Name).Where(name => enabled.Entry(name) is null), StringComparer.Ordinal);
        return model.With("services", enabled.Select(service => WithoutOptional((YamlMapping)service.Value, disabled)));
    }

    private static bool IsActive(YamlMapping service, IReadOnlyCollection<string> active) =>
        service["profiles"] is not YamlSequence { Items.Count: > 0 } profiles
        || profiles.Items.OfType<YamlScalar>().Any(profile => active.Contains(profile.Text));

    private static YamlMapping WithoutOptional(YamlMapping service, HashSet<string> disabled)
    {
        if (service["depends_on"] is not YamlMapping dependencies)
            return service;

        var left = dependencies.Select(dependency => disabled.Contains(dependency.Name) && IsOptional(dependency) ? null : dependency.Value);
        return left.Entries.Count == dependencies.Entries.Count ? service
            : left.Entries.Count == 0 ? service.Without("depends_on")
            : service.With("depends_on", left);
    }

    private static bool IsOptional(YamlEntry dependency) =>
        dependency.Value is YamlMapping mapping && mapping["required"] is YamlScalar required
        && ScalarResolver.Resolve(required) is { Kind: ScalarKind.Boolean, Boolean: false };
}
