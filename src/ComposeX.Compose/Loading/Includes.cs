using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.EnvFiles;
using ComposeX.Compose.Inputs;
using ComposeX.Compose.Merging;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Loading;

/// <summary>Loads what <c>include</c> names as projects of their own, and puts the including document over them.</summary>
internal static class Includes
{
    private const int DeepestInclude = 50;

    private static readonly string[] _sections = ["services", "volumes", "networks", "secrets", "configs", "models"];

    /// <summary>The document with what it includes; null when that could not be loaded.</summary>
    public static YamlMapping? Apply(YamlMapping document, LoadScope scope)
    {
        if (document.Entry("include") is not { } include)
            return document;

        if (include.Value is not YamlSequence items)
        {
            if (ScalarResolver.IsNull(include.Value))
                return document.Without("include");

            scope.Diagnostics.Add(LoadDiagnostics.IncludeIsNotAList(include.Value.Location));
            return null;
        }

        return Put(document.Without("include"), items, scope);
    }

    private static YamlMapping? Put(YamlMapping document, YamlSequence items, LoadScope scope)
    {
        foreach (var item in items.Items)
        {
            if (Load(item, scope) is not { } included || Import(included, document, scope.Diagnostics) is not { } merged)
                return null;

            document = merged;
        }

        return document;
    }

    private static YamlMapping? Load(YamlNode item, LoadScope scope)
    {
        var paths = Texts(item is YamlMapping mapping ? mapping["path"] : item);
        if (paths.Count == 0)
        {
            scope.Diagnostics.Add(LoadDiagnostics.IncludeWithoutPath(item.Location));
            return null;
        }

        if (scope.Including.Count > DeepestInclude)
        {
            scope.Diagnostics.Add(LoadDiagnostics.IncludeTooDeep(paths[0].Location, DeepestInclude));
            return null;
        }

        var first = scope.Absolute(paths[0].Text);
        if (scope.Including.Contains(first))
        {
            scope.Diagnostics.Add(LoadDiagnostics.IncludeCycle(paths[0].Location, first, scope.Including));
            return null;
        }

        var files = Read(paths, scope);
        var inner = Inner(item.AsMapping(), first, scope);
        return scope.Diagnostics.HasErrors ? null : ModelLoader.Load(files, inner);
    }

    private static List<ReadFile> Read(IReadOnlyList<YamlScalar> paths, LoadScope scope) =>
        [.. paths.Select(path => scope.Read(scope.Absolute(path.Text), path.Location)).OfType<SourceFile>().Select(file => ReadFile.Read(file, scope.Diagnostics))];

    private static LoadScope Inner(YamlMapping? options, string first, LoadScope scope)
    {
        var directory = options?["project_directory"].AsText() is { Length: > 0 } given ? scope.Absolute(given) : Paths.DirectoryOf(first);
        return scope with { Directory = directory, Variables = VariablesOf(options, directory, scope) };
    }

    // The outer variables win over the included project's own ".env", or over the files named in its place.
    private static Variables VariablesOf(YamlMapping? options, string directory, LoadScope scope)
    {
        var values = new Dictionary<string, EnvValue>(StringComparer.Ordinal);
        var named = Texts(options?["env_file"]);
        foreach (var file in named.Where(file => file.Text != EnvFileReader.NoFile).Select(file => scope.Read(scope.Absolute(file.Text), file.Location)).OfType<SourceFile>())
        {
            EnvFileReader.Read(file, name => scope.Variables[name], values, scope.Diagnostics);
        }

        if (named.Count == 0 && scope.Files.Read(Paths.Combine(directory, ".env")) is { } implied)
        {
            EnvFileReader.Read(implied, name => scope.Variables[name], values, scope.Diagnostics);
        }

        return values.Count == 0 ? scope.Variables : scope.Variables.Below(values.ToDictionary(value => value.Key, value => value.Value.Text, StringComparer.Ordinal));
    }

    private static YamlMapping? Import(YamlMapping included, YamlMapping document, DiagnosticBag diagnostics)
    {
        foreach (var section in _sections)
        {
            if (included[section] is not YamlMapping from || from.Entries.Count == 0)
                continue;

            var own = document.Entry(section);
            if (own is not null && own.Value is not YamlMapping)
            {
                diagnostics.Add(LoadDiagnostics.IncludedSectionIsNotAMapping(own.Key.Location, section));
                return null;
            }

            document = document.With(section, own?.Value is YamlMapping local ? Merger.MergeSection(section, from, local, diagnostics) : from);
        }

        return document;
    }

    private static IReadOnlyList<YamlScalar> Texts(YamlNode? node) => node switch
    {
        YamlScalar scalar when scalar.AsText() is { Length: > 0 } => [scalar],
        YamlSequence list => [.. list.Items.OfType<YamlScalar>().Where(item => item.AsText() is { Length: > 0 })],
        _ => [],
    };
}
