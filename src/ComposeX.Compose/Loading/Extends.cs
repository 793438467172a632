using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Expansion;
using ComposeX.Compose.FilePaths;
using ComposeX.Compose.Inputs;
using ComposeX.Compose.Interpolation;
using ComposeX.Compose.LongForm;
using ComposeX.Compose.Merging;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Loading;

/// <summary>Puts each service over the one that it extends, in the same file or in another.</summary>
internal sealed class Extends
{
    private const int LongestChain = 100;

    private readonly string _path;
    private readonly YamlMapping _services;
    private readonly ResetPaths _resets;
    private readonly LoadScope _scope;
    private readonly Dictionary<string, Extends?> _others;
    private readonly Dictionary<string, YamlMapping?> _done = new(StringComparer.Ordinal);

    private Extends(string path, YamlMapping services, ResetPaths resets, LoadScope scope, Dictionary<string, Extends?> others)
    {
        _path = path;
        _services = services;
        _resets = resets;
        _scope = scope;
        _others = others;
    }

    public static YamlMapping Apply(YamlMapping document, string path, ResetPaths resets, LoadScope scope)
    {
        if (document.Entry("services") is not { } entry)
            return document;

        if (entry.Value is not YamlMapping services)
        {
            scope.Diagnostics.Add(LoadDiagnostics.NotServices(entry.Key.Location));
            return document;
        }

        var extends = new Extends(path, services, resets["services"], scope, new Dictionary<string, Extends?>(StringComparer.Ordinal));
        return document.With("services", services.Select(service => extends.Resolved(service, [])));
    }

    private YamlNode Resolved(YamlEntry service, IReadOnlyList<(string Path, string Name)> chain)
    {
        if (service.Value is not YamlMapping mapping)
        {
            if (!ScalarResolver.IsNull(service.Value))
            {
                _scope.Diagnostics.Add(LoadDiagnostics.NotAService(service.Value.Location, service.Name));
            }

            return service.Value;
        }

        if (mapping.Entry("extends") is not { } extends)
            return mapping;

        if (!_done.TryGetValue(service.Name, out var done))
        {
            done = Extended(service.Name, mapping, extends, [.. chain, (_path, service.Name)]);
            _done[service.Name] = done;
        }

        return done ?? mapping;
    }

    private YamlMapping? Extended(string name, YamlMapping service, YamlEntry extends, IReadOnlyList<(string Path, string Name)> chain)
    {
        var options = extends.Value.AsMapping();
        var reference = options is null ? extends.Value : options["service"];
        if (reference is not YamlScalar target || target.AsText() is not { } targetName)
        {
            _scope.Diagnostics.Add(LoadDiagnostics.ExtendsWithoutService(extends.Key.Location));
            return null;
        }

        var home = options?.Entry("file") is { } file ? Other(file.Value) : this;
        if (home is null || home.Base(target, targetName, chain) is not { } entry)
            return null;

        if (home.Resolved(entry, chain) is not YamlMapping extended || _scope.Diagnostics.HasErrors)
            return service.Without("extends");

        return Merger.Extend(service, _resets[name].RemoveFrom(extended), _scope.Diagnostics).Without("extends");
    }

    private YamlEntry? Base(YamlScalar target, string name, IReadOnlyList<(string Path, string Name)> chain)
    {
        if (_services.Entry(name) is not { } entry)
        {
            _scope.Diagnostics.Add(LoadDiagnostics.ExtendsUnknownService(target.Location, name, _path, _services.Entries.Select(service => service.Name)));
            return null;
        }

        if (chain.Count < LongestChain && !chain.Contains((_path, name)))
            return entry;

        _scope.Diagnostics.Add(chain.Count == LongestChain
            ? LoadDiagnostics.ExtendsTooLong(target.Location, LongestChain)
            : LoadDiagnostics.ExtendsCycle(target.Location, chain.Select(link => link.Name).Concat([name])));
        return null;
    }

    private Extends? Other(YamlNode file)
    {
        if (file.AsText() is not { Length: > 0 } name)
        {
            _scope.Diagnostics.Add(LoadDiagnostics.ExtendsWithoutService(file.Location));
            return null;
        }

        var path = _scope.Absolute(name);
        if (!_others.TryGetValue(path, out var other))
        {
            other = Load(path, file.Location);
            _others[path] = other;
        }

        return other;
    }

    // The other file is brought into long form with its own paths made absolute before anything of it is merged; what it includes does not count.
    private Extends? Load(string path, Location namedAt)
    {
        if (_scope.Read(path, namedAt) is not { } source)
            return null;

        var scope = _scope with { Directory = Paths.DirectoryOf(path) };
        var model = Tree.EmptyMapping(Location.OfFile(path));
        var resets = ResetPaths.None;
        foreach (var document in ReadFile.Read(source, scope.Diagnostics).Documents)
        {
            if (scope.Diagnostics.HasErrors || DocumentExpander.Expand(document, scope.Diagnostics) is not { } expanded)
                return null;

            var next = Interpolator.Interpolate(expanded.Root, scope.Variables, scope.Diagnostics);
            resets = expanded.Resets;
            model = Uniqueness.Enforce(Merger.Merge(expanded.Resets.RemoveFrom(model), next, scope.Diagnostics));
        }

        if (model["services"] is not YamlMapping services)
        {
            scope.Diagnostics.Add(LoadDiagnostics.NotServices(model.Entry("services")?.Key.Location ?? namedAt));
            return null;
        }

        model = PathPhase.Apply(Uniqueness.Enforce(LongFormPhase.Apply(Tree.Mapping(model.Location, ("services", services)), scope.Diagnostics)), scope.PathBase, scope.Diagnostics);
        return scope.Diagnostics.HasErrors ? null : new Extends(path, (YamlMapping)model["services"]!, resets["services"], scope, _others);
    }
}
