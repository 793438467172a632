using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Consistency;

/// <summary>Whether what services name is there, and whether their attributes go together; each rule is one method.</summary>
internal sealed class ConsistencyCheck
{
    private readonly YamlMapping _model;
    private readonly DiagnosticBag _diagnostics;
    private readonly IReadOnlyList<(YamlEntry Entry, YamlMapping Node)> _services;

    private readonly IReadOnlyCollection<string> _disabled;

    // ECS ComposeX has files that only add x-keys to the services of another file: alone they have no image.
    private readonly bool _isForEcs;

    private ConsistencyCheck(YamlMapping model, IReadOnlyCollection<string> disabled, DiagnosticBag diagnostics)
    {
        _model = model;
        _disabled = disabled;
        _diagnostics = diagnostics;
        _isForEcs = HasExtensions(model) || (model["services"].AsMapping()?.Entries.Any(service => HasExtensions(service.Value)) ?? false);
        _services = [.. (model["services"].AsMapping()?.Entries ?? []).Select(entry => (entry, (YamlMapping)entry.Value))];
    }

    /// <param name="disabled">Services whose profiles are not active: a dependency on one of them may be optional.</param>
    public static void Check(YamlMapping model, IReadOnlyCollection<string> disabled, DiagnosticBag diagnostics) => new ConsistencyCheck(model, disabled, diagnostics).All();

    /// <summary>Whether the services that are asked for by name are there.</summary>
    public static void AreThere(IEnumerable<string> named, YamlMapping model, DiagnosticBag diagnostics)
    {
        var services = model["services"].AsMapping();
        foreach (var name in named.Where(name => services?.Entry(name) is null))
        {
            diagnostics.Add(ConsistencyDiagnostics.NoSuchService(services?.Location ?? model.Location, name, services?.Entries.Select(entry => entry.Name) ?? []));
        }
    }

    private void All()
    {
        foreach (var (entry, service) in _services)
        {
            HasSomethingToRun(entry, service);
            ExclusiveAttributes(service);
            BuildsForItsPlatform(service);
            References(service);
            ResourceLimits.Check(service, _diagnostics);
            Mounts.Check(service, _diagnostics);
            WatchTargets(service);
        }

        ContainerNames.Check(_services, _diagnostics);
        DependencyCycles.Check(_services, _diagnostics);
    }

    private void HasSomethingToRun(YamlEntry entry, YamlMapping service)
    {
        if (service["image"].AsText() is { Length: > 0 } || service.Entry("build") is not null || service.Entry("provider") is not null)
            return;

        _diagnostics.Add(_isForEcs ? ConsistencyDiagnostics.NothingToRunYet(entry.Key) : ConsistencyDiagnostics.NothingToRun(entry.Key));
    }

    private void ExclusiveAttributes(YamlMapping service)
    {
        if (service["network_mode"].AsText() is { Length: > 0 } && service.Entry("networks") is { Value: YamlMapping { Entries.Count: > 0 } } networks)
        {
            _diagnostics.Add(ConsistencyDiagnostics.Exclusive(networks.Key, "network_mode"));
        }

        if (service["build"] is YamlMapping build && build.Entry("dockerfile") is not null && build.Entry("dockerfile_inline") is { } inline)
        {
            _diagnostics.Add(ConsistencyDiagnostics.Exclusive(inline.Key, "dockerfile"));
        }
    }

    private void BuildsForItsPlatform(YamlMapping service)
    {
        if (service["platform"] is YamlScalar { Text.Length: > 0 } platform
            && service["build"].AsMapping()?["platforms"] is YamlSequence { Items.Count: > 0 } platforms
            && !platforms.Items.OfType<YamlScalar>().Any(item => item.Text == platform.Text))
        {
            _diagnostics.Add(ConsistencyDiagnostics.PlatformIsNotBuilt(platforms.Location, platform.Text));
        }
    }

    private void References(YamlMapping service)
    {
        foreach (var network in service["networks"].AsMapping()?.Entries ?? [])
        {
            Exists("network", network.Name, network.Key.Location);
        }

        foreach (var model in service["models"].AsMapping()?.Entries ?? [])
        {
            Exists("model", model.Name, model.Key.Location);
        }

        foreach (var dependency in service["depends_on"].AsMapping()?.Entries ?? [])
        {
            var isFamily = _model["services"].AsMapping()?.Entry(dependency.Name) is null && TaskFamilies.AreNamed(dependency.Name, _model);
            if (!isFamily && (!_disabled.Contains(dependency.Name) || !IsOptional(dependency)))
            {
                Exists("service", dependency.Name, dependency.Key.Location);
            }
        }

        foreach (var context in service["build"].AsMapping()?["additional_contexts"].AsMapping()?.Entries ?? [])
        {
            BuildsContext(context.Value);
        }

        foreach (var volume in Items(service, "volumes").Where(volume => volume["type"].AsText() == "volume"))
        {
            Exists("volume", volume["source"]);
        }

        foreach (var secret in Items(service, "secrets").Concat(Items(service["build"].AsMapping(), "secrets")))
        {
            Exists("secret", secret["source"]);
        }

        foreach (var config in Items(service, "configs"))
        {
            Exists("config", config["source"]);
        }
    }

    private void BuildsContext(YamlNode context)
    {
        const string Prefix = "service:";
        if (context.AsText() is not { } text || !text.StartsWith(Prefix, StringComparison.Ordinal))
            return;

        var name = text.Substring(Prefix.Length);
        Exists("service", name, context.Location);
        if (_services.Any(service => service.Entry.Name == name && service.Node.Entry("build") is null))
        {
            _diagnostics.Add(ConsistencyDiagnostics.NotBuilt(context.Location, name));
        }
    }

    private void Exists(string kind, YamlNode? source)
    {
        if (source is YamlScalar { Text.Length: > 0 } name)
        {
            Exists(kind, name.Text, name.Location);
        }
    }

    private void Exists(string kind, string name, Location at)
    {
        var known = _model[kind + "s"].AsMapping();
        if (known?.Entry(name) is null)
        {
            _diagnostics.Add(kind == "service" && _disabled.Contains(name)
                ? ConsistencyDiagnostics.Disabled(at, name)
                : ConsistencyDiagnostics.Undefined(at, kind, name, known?.Entries.Select(entry => entry.Name) ?? []));
        }
    }

    private void WatchTargets(YamlMapping service)
    {
        foreach (var watch in Items(service["develop"].AsMapping(), "watch"))
        {
            if (watch["action"].AsText() is "sync" or "sync+restart" or "sync+exec" && watch["target"].AsText() is not { Length: > 0 })
            {
                _diagnostics.Add(ConsistencyDiagnostics.WatchWithoutTarget(watch["action"]!.Location, watch["action"].AsText() ?? ""));
            }
        }
    }

    private static bool HasExtensions(YamlNode node) => node is YamlMapping mapping && mapping.Entries.Any(entry => entry.IsExtension());

    private static bool IsOptional(YamlEntry dependency) =>
        dependency.Value is YamlMapping mapping && mapping["required"] is YamlScalar required
        && ScalarResolver.Resolve(required) is { Kind: ScalarKind.Boolean, Boolean: false };

    private static IEnumerable<YamlMapping> Items(YamlMapping? mapping, string name) => mapping?[name] is YamlSequence list ? list.Items.OfType<YamlMapping>() : [];
}
