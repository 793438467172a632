using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Lookups;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Model.Building;

/// <summary>Reads what is declared under the x-keys that modules know.</summary>
internal sealed class DeclarationBuilder(LookupLock lookups, DiagnosticBag diagnostics)
{
    /// <summary>Top-level x-keys that are no declarations, and are read elsewhere.</summary>
    public static readonly IReadOnlyList<string> OtherKeys = ["x-tags"];

    private static readonly string[] DeletionPolicies = ["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"];

    public IReadOnlyList<Declaration> Build(IReadOnlyList<YamlEntry> extensions, IReadOnlyList<Module> modules)
    {
        var declarations = new List<Declaration>();
        foreach (var extension in extensions.Where(extension => !OtherKeys.Contains(extension.Name, StringComparer.Ordinal)))
        {
            var module = modules.FirstOrDefault(module =>
                string.Equals(module.Key, extension.Name, StringComparison.Ordinal) || module.OtherKeys.Contains(extension.Name, StringComparer.Ordinal));
            if (module is null)
            {
                ForeignKeys.Report(extension, modules, diagnostics);
            }
            else if (module is EnvironmentModule)
            {
                declarations.Add(ReadEnvironment(module, extension));
            }
            else
            {
                declarations.AddRange(ReadEntries(module, extension));
            }
        }

        return declarations;
    }

    private IEnumerable<Declaration> ReadEntries(Module module, YamlEntry extension)
    {
        if (extension.Value is not YamlMapping entries)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(extension.Name, "a mapping of names to resources", extension.Value.Location));
            return [];
        }

        var policy = ReadDeletionPolicy(MappingReader.Of(entries, diagnostics), entries["DeletionPolicy"] is YamlScalar);
        return entries.Entries
            .Where(entry => entry.Name != "DeletionPolicy" || entry.Value is not YamlScalar)
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => ReadEntry(module, entry, policy))
            .ToList();
    }

    private Declaration ReadEntry(Module module, YamlEntry entry, Located<string>? policy)
    {
        var declaration = new Declaration(module, entry.Name, entry.Key.Location);
        if (ScalarResolver.IsNull(entry.Value))
        {
            return declaration with { DeletionPolicy = policy };
        }

        if (entry.Value is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(entry.Name, "a mapping with Properties, MacroParameters, Settings, Services or Lookup", entry.Value.Location));
            return declaration;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        declaration = ReadMembers(declaration, reader) with { DeletionPolicy = ReadDeletionPolicy(reader, true) ?? policy };
        if (!module.ExtraKeys.Contains("Services", StringComparer.Ordinal))
        {
            declaration = declaration with { Services = ServiceUseReader.Read(reader.Node("Services"), module.UseKeys, diagnostics) };
        }

        reader.RejectOthers();
        return declaration.Use is { } use && Imports.Are(use) ? Imported(declaration, use) : declaration;
    }

    private Declaration Imported(Declaration declaration, YamlNode use)
    {
        if (!declaration.Module.TakesImports)
        {
            diagnostics.Add(ModelDiagnostics.NoImports(declaration.Module.Key, use.Location));
        }

        foreach (var (key, ignored) in new[] { ("Properties", declaration.Properties), ("MacroParameters", declaration.MacroParameters) })
        {
            if (ignored is not null)
            {
                diagnostics.Add(ModelDiagnostics.IgnoredBesideImport(key, declaration.Name, ignored.Location));
            }
        }

        return declaration with { Use = null, Import = use, Properties = null, MacroParameters = null };
    }

    private Declaration ReadEnvironment(Module module, YamlEntry extension)
    {
        var declaration = new Declaration(module, module.Topic(), extension.Key.Location);
        if (ScalarResolver.IsNull(extension.Value))
        {
            return declaration;
        }

        if (extension.Value is YamlScalar name)
        {
            return declaration with { Use = name };
        }

        if (extension.Value is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(extension.Name, "a mapping, or the name of what exists", extension.Value.Location));
            return declaration;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        declaration = ReadMembers(declaration, reader);
        reader.RejectOthers();
        return declaration;
    }

    private Declaration ReadMembers(Declaration declaration, MappingReader reader)
    {
        var lookup = reader.Node("Lookup");
        var settings = reader.Mapping("Settings");
        return declaration with
        {
            Properties = reader.Mapping("Properties", "Create"),
            MacroParameters = reader.Mapping("MacroParameters"),
            Settings = settings is null ? null : settings with { Entries = [.. settings.Entries.Where(entry => entry.Name is not ("EnvNames" or "x-cloudmap"))] },
            Registration = settings?.Entry("x-cloudmap"),
            EnvironmentNames = MappingReader.Of(settings, diagnostics).Texts("EnvNames"),
            Use = reader.Node("Use"),
            Lookup = lookup,
            Found = lookup is null ? null : lookups.Find(declaration.Module.Key, declaration.Name, lookup, diagnostics),
            Extra = [.. declaration.Module.ExtraKeys.Select(key => reader.Entry(key)).OfType<YamlEntry>()],
        };
    }

    private Located<string>? ReadDeletionPolicy(MappingReader reader, bool isPolicy)
    {
        if (!isPolicy || reader.Text("DeletionPolicy") is not { } policy)
        {
            return null;
        }

        if (Array.IndexOf(DeletionPolicies, policy.Value) < 0)
        {
            diagnostics.Add(ModelDiagnostics.BadDeletionPolicy(policy.Value, policy.Origin));
        }

        return policy;
    }
}
