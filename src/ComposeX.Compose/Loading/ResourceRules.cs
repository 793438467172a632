using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Shorthand;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Loading;

/// <summary>Attributes that exclude or need each other; checked in every project and included one before paths are resolved.</summary>
internal static class ResourceRules
{
    private static readonly string[] _besideExternal = ["external", "name"];

    public static void Check(YamlMapping model, DiagnosticBag diagnostics)
    {
        foreach (var volume in Entries(model, "volumes"))
        {
            Volume(volume, diagnostics);
        }

        foreach (var config in Entries(model, "configs"))
        {
            OneSource(config, ["file", "environment", "content"], isNeeded: true, diagnostics);
        }

        foreach (var secret in Entries(model, "secrets"))
        {
            // A secret without a source is one of AWS Secrets Manager.
            OneSource(secret, ["file", "environment"], isNeeded: false, diagnostics);
        }

        foreach (var service in Entries(model, "services"))
        {
            Service((YamlMapping)service.Value, diagnostics);
        }
    }

    private static IEnumerable<YamlEntry> Entries(YamlMapping model, string section) =>
        model[section].AsMapping()?.Entries.Where(entry => entry.Value is YamlMapping) ?? [];

    private static void Volume(YamlEntry volume, DiagnosticBag diagnostics)
    {
        var mapping = (YamlMapping)volume.Value;
        if (mapping["external"] is not YamlScalar external || !ScalarResolver.Resolve(external).Boolean)
            return;

        foreach (var other in mapping.Entries.Where(entry => !_besideExternal.Contains(entry.Name) && !entry.IsExtension()))
        {
            diagnostics.Add(ResourceDiagnostics.ExternalVolume(other.Key, volume.Name));
        }
    }

    private static void OneSource(YamlEntry resource, string[] sources, bool isNeeded, DiagnosticBag diagnostics)
    {
        var mapping = (YamlMapping)resource.Value;
        var given = sources.Select(mapping.Entry).OfType<YamlEntry>().ToList();
        if (given.Count > 1)
        {
            diagnostics.Add(ResourceDiagnostics.Exclusive(given[1].Key, given[0].Name));
        }

        if (given.Count == 0 && isNeeded && mapping.Entry("driver") is null && mapping.Entry("external") is null)
        {
            diagnostics.Add(ResourceDiagnostics.NoSource(resource.Key, sources));
        }
    }

    private static void Service(YamlMapping service, DiagnosticBag diagnostics)
    {
        foreach (var port in Items(service, "ports"))
        {
            if (port["host_ip"] is YamlScalar ip && ip.Text.Length > 0 && !IpAddress.IsValid(ip.Text))
            {
                diagnostics.Add(ResourceDiagnostics.NotAnIpAddress(ip));
            }
        }

        foreach (var watch in Items(service["develop"].AsMapping(), "watch"))
        {
            if (watch["path"] is YamlScalar { Text: "" } path)
            {
                diagnostics.Add(ResourceDiagnostics.Blank(path.Location, "path"));
            }
        }

        var reservations = service["deploy"].AsMapping()?["resources"].AsMapping()?["reservations"].AsMapping();
        foreach (var device in Items(service, "gpus").Concat(Items(reservations, "devices")))
        {
            if (device.Entry("count") is { } count && device.Entry("device_ids") is not null)
            {
                diagnostics.Add(ResourceDiagnostics.Exclusive(count.Key, "device_ids"));
            }
        }
    }

    private static IEnumerable<YamlMapping> Items(YamlMapping? mapping, string name) =>
        mapping?[name] is YamlSequence list ? list.Items.OfType<YamlMapping>() : [];
}
