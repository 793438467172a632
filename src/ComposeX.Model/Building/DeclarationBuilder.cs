using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Model.Building;

/// <summary>Reads what is declared under the x-keys that modules know.</summary>
internal static class DeclarationBuilder
{
    private static readonly string[] DeletionPolicies = ["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"];

    public static IReadOnlyList<Declaration> Build(IReadOnlyList<YamlEntry> extensions, IReadOnlyList<Module> modules, DiagnosticBag diagnostics)
    {
        var declarations = new List<Declaration>();
        foreach (var extension in extensions)
        {
            var module = modules.FirstOrDefault(module => string.Equals(module.Key, extension.Name, StringComparison.Ordinal));
            if (module is null)
            {
                ForeignKeys.Report(extension, modules, diagnostics);
            }
            else if (module is EnvironmentModule)
            {
                declarations.Add(ReadEnvironment(module, extension, diagnostics));
            }
            else
            {
                declarations.AddRange(ReadEntries(module, extension, diagnostics));
            }
        }

        return declarations;
    }

    private static IEnumerable<Declaration> ReadEntries(Module module, YamlEntry extension, DiagnosticBag diagnostics)
    {
        if (extension.Value is not YamlMapping entries)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(extension.Name, "a mapping of names to resources", extension.Value.Location));
            return [];
        }

        var policy = ReadDeletionPolicy(MappingReader.Of(entries, diagnostics), entries["DeletionPolicy"] is YamlScalar, diagnostics);
        return entries.Entries
            .Where(entry => entry.Name != "DeletionPolicy" || entry.Value is not YamlScalar)
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => ReadEntry(module, entry, policy, diagnostics))
            .ToList();
    }

    private static Declaration ReadEntry(Module module, YamlEntry entry, Located<string>? policy, DiagnosticBag diagnostics)
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
        declaration = ReadMembers(declaration, reader) with
        {
            DeletionPolicy = ReadDeletionPolicy(reader, true, diagnostics) ?? policy,
            Services = ServiceUseReader.Read(reader.Node("Services"), diagnostics),
        };
        reader.RejectOthers();
        if (declaration.Lookup is { } lookup)
        {
            diagnostics.Add(ModelDiagnostics.LookupNotSupported(module.Key, entry.Name, lookup.Location));
        }

        return declaration;
    }

    private static Declaration ReadEnvironment(Module module, YamlEntry extension, DiagnosticBag diagnostics)
    {
        var declaration = new Declaration(module, module.Topic(), extension.Key.Location);
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
        if (declaration.Lookup is { } lookup)
        {
            diagnostics.Add(ModelDiagnostics.LookupNotSupported(module.Key, declaration.Name, lookup.Location));
        }

        return declaration;
    }

    private static Declaration ReadMembers(Declaration declaration, MappingReader reader) => declaration with
    {
        Properties = reader.Mapping("Properties", "Create"),
        MacroParameters = reader.Mapping("MacroParameters"),
        Settings = reader.Mapping("Settings"),
        Use = reader.Node("Use"),
        Lookup = reader.Node("Lookup"),
    };

    private static Located<string>? ReadDeletionPolicy(MappingReader reader, bool isPolicy, DiagnosticBag diagnostics)
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
