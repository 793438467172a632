using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Model.Vintage;

/// <summary>
/// Rewrites the <c>x-configs</c> of 2020 as the keys of a service that took its place. What all services share stands under
/// <c>x-configs.composex</c>, then comes <c>x-configs.&lt;service&gt;</c>, then the service's own; later ones win key by key, today's keys win over all.
/// </summary>
internal sealed class ServiceConfigs(YamlMapping? shared, DiagnosticBag diagnostics)
{
    private const string Key = "x-configs";

    // Read by the rewriting of load balancers, and by the hosts of tasks.
    private static readonly string[] ReadElsewhere = [Hosts.OldKey];

    /// <summary>The service with today's keys.</summary>
    public ComposeService Rewrite(ComposeService service)
    {
        var extensions = new YamlMapping(service.Extensions, service.Origin);
        var configs = Layers(service, extensions).Aggregate(new YamlMapping([], service.Origin), MergeSections);
        var rewritten = Today(configs).Concat(Xray(configs)).Aggregate(
            extensions.Without(Key),
            (keys, section) => keys.With(new(section.Key, keys[section.Name] is YamlMapping today && section.Value is YamlMapping old ? old.Merge(today) : keys[section.Name] ?? section.Value)));
        return service with { Extensions = [.. rewritten.Entries.Select(RenameInside)] };
    }

    /// <summary>Reports what stands under the top-level key and means no service.</summary>
    public void ReportUnknownServices(IReadOnlyList<ComposeService> services)
    {
        foreach (var entry in shared?.Entries ?? [])
        {
            if (entry.Name is not ("composex" or Hosts.OldKey) && !services.Any(service => string.Equals(service.Name, entry.Name, StringComparison.Ordinal)))
            {
                diagnostics.Add(VintageDiagnostics.UnknownService(entry.Name, [.. services.Select(service => service.Name)], entry.Key.Location));
            }
        }
    }

    private IEnumerable<YamlMapping> Layers(ComposeService service, YamlMapping extensions)
    {
        foreach (var (name, node) in new[] { ("composex", shared?["composex"]), (service.Name, shared?[service.Name]), (Key, extensions[Key]) })
        {
            if (node is YamlMapping layer)
            {
                yield return layer;
            }
            else if (node is not null && !ScalarResolver.IsNull(node))
            {
                diagnostics.Add(ModelDiagnostics.WrongKind(name, "a mapping of network, iam, logging, scaling and use_xray", node.Location));
            }
        }
    }

    private static YamlMapping MergeSections(YamlMapping earlier, YamlMapping later) => later.Entries.Aggregate(earlier, (merged, entry) =>
        merged.With(merged[entry.Name] is YamlMapping old && entry.Value is YamlMapping more ? new(entry.Key, old.Merge(more)) : entry));

    private IEnumerable<YamlEntry> Today(YamlMapping configs)
    {
        foreach (var entry in configs.Entries)
        {
            if (Spellings.Sections.TryGetValue(entry.Name, out var section))
            {
                diagnostics.Add(ModelDiagnostics.OlderSpelling($"x-configs.{entry.Name}", $"{section.Key} on the service", entry.Key.Location));
                yield return new(entry.Key with { Text = section.Key }, WithoutZero(section.Names.Apply(entry.Value)));
            }
            else if (entry.Name is not ("use_xray" or "xray") && !ReadElsewhere.Contains(entry.Name, StringComparer.Ordinal))
            {
                diagnostics.Add(ModelDiagnostics.UnknownKey(entry.Name, [.. Spellings.Sections.Keys.Append("use_xray").OrderBy(name => name, StringComparer.Ordinal)], Key, entry.Key.Location));
            }
        }
    }

    private IEnumerable<YamlEntry> Xray(YamlMapping configs)
    {
        var asked = configs.Entry("use_xray") ?? (configs["xray"] as YamlMapping)?.Entry("enabled");
        if (asked is null)
        {
            yield break;
        }

        diagnostics.Add(ModelDiagnostics.OlderSpelling("use_xray", "x-xray on the service", asked.Key.Location));
        yield return new(asked.Key with { Text = "x-xray" }, asked.Value);
    }

    // "allow_zero" is a range that begins at 0.
    private static YamlNode WithoutZero(YamlNode section)
    {
        if (section is not YamlMapping mapping || mapping["allow_zero"] is not YamlScalar zero)
        {
            return section;
        }

        var range = mapping["Range"] as YamlScalar;
        var most = range?.Text.Split('-').LastOrDefault();
        return mapping.Without("allow_zero") is var rest && range is not null && string.Equals(zero.Text, "true", StringComparison.OrdinalIgnoreCase)
            ? rest.With(new(new Yaml(range.Location).Text("Range"), range with { Text = $"0-{most}" }))
            : mapping.Without("allow_zero");
    }

    // The names of 2020 under today's key: a half-migrated file.
    private YamlEntry RenameInside(YamlEntry entry)
    {
        foreach (var (key, names) in Spellings.Sections.Values)
        {
            if (string.Equals(key, entry.Name, StringComparison.Ordinal) && names.FirstOld(entry.Value) is { } old)
            {
                diagnostics.Add(ModelDiagnostics.OlderSpelling(old.Text, $"today's key of {key}", old.Location));
                return new(entry.Key, names.Apply(entry.Value));
            }
        }

        return entry;
    }
}
