using System.Collections.Generic;
using ComposeX.Compose.Expansion;
using ComposeX.Compose.FilePaths;
using ComposeX.Compose.Interpolation;
using ComposeX.Compose.LongForm;
using ComposeX.Compose.Merging;
using ComposeX.Compose.Normalisation;
using ComposeX.Compose.Schema;
using ComposeX.Compose.Trees;
using ComposeX.Syntax;

namespace ComposeX.Compose.Loading;

/// <summary>Puts documents together into one model: each goes through the same steps, in this order, and over what the ones before it say.</summary>
internal static class ModelLoader
{
    /// <summary>The model of a project or of an included one, in long form with absolute paths; null when something is wrong.</summary>
    public static YamlMapping? Load(IReadOnlyList<ReadFile> files, LoadScope scope)
    {
        var model = Tree.EmptyMapping(Location.OfFile(files[0].Path));
        var including = scope.Including;
        foreach (var file in files)
        {
            including = [.. including, file.Path];
            foreach (var document in file.Documents)
            {
                if (Put(model, document, file.Path, scope with { Including = including }) is not { } merged)
                    return null;

                model = merged;
            }
        }

        model = Defaults.Apply(model);
        ResourceRules.Check(model, scope.Diagnostics);
        if (scope.Diagnostics.HasErrors)
            return null;

        model = PathPhase.Apply(model, scope.PathBase, scope.Diagnostics);
        return scope.Diagnostics.HasErrors ? null : BareVariables.Resolve(model, scope.Variables);
    }

    private static YamlMapping? Put(YamlMapping model, YamlNode document, string path, LoadScope scope)
    {
        var diagnostics = scope.Diagnostics;
        if (DocumentExpander.Expand(document, diagnostics) is not { } expanded)
            return null;

        var next = Interpolator.Interpolate(expanded.Root, scope.Variables, diagnostics);
        if (diagnostics.HasErrors || Includes.Apply(next, scope) is not { } included)
            return null;

        next = Extends.Apply(included, path, expanded.Resets, scope);
        if (diagnostics.HasErrors)
            return null;

        var merged = Merger.Merge(expanded.Resets.RemoveFrom(model), next, diagnostics);
        if (diagnostics.HasErrors)
            return null;

        merged = Uniqueness.Enforce(merged);
        SchemaCheck.Check(merged, diagnostics);
        return diagnostics.HasErrors ? null : Canonical(WithoutVersion(merged, diagnostics), diagnostics);
    }

    private static YamlMapping? Canonical(YamlMapping model, DiagnosticBag diagnostics)
    {
        var canonical = LongFormPhase.Apply(model, diagnostics);
        return diagnostics.HasErrors ? null : Uniqueness.Enforce(canonical);
    }

    private static YamlMapping WithoutVersion(YamlMapping model, DiagnosticBag diagnostics)
    {
        if (model.Entry("version") is not { } version)
            return model;

        diagnostics.Add(LoadDiagnostics.ObsoleteVersion(version.Key.Location));
        return model.Without("version");
    }
}
