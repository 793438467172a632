using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Rds;

/// <summary>A part of the database's secret, and the variable that gets it.</summary>
internal sealed record SecretMapping(Located<string> Key, Located<string> Variable)
{
    private const string Name = ServiceKeyNames.SecretsMappings;

    private static readonly Regex LegalVariable = new("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant);

    /// <summary>Reads <c>SecretsMappings</c>: a map of keys to variables, or a list of <c>SecretKey</c> and <c>VarName</c>, with a prefix for all.</summary>
    /// <param name="database">The database's name, which <c>PrefixWithDbName: true</c> puts before each variable.</param>
    public static IReadOnlyList<SecretMapping>? Read(YamlNode? node, string database, DiagnosticBag diagnostics)
    {
        if (node is null)
        {
            return null;
        }

        if (node is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(Name, "a mapping with Mappings", node.Location));
            return [];
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var prefix = Prefix(reader, database);
        var mappings = reader.Node("Mappings");
        reader.RejectOthers(Name);
        var read = mappings switch
        {
            YamlMapping keys => ReadMap(keys, diagnostics),
            YamlSequence list => [.. list.Items.Select(item => ReadItem(item, diagnostics)).OfType<SecretMapping>()],
            _ => Refuse(mappings?.Location ?? mapping.Location, diagnostics),
        };
        return [.. read.Select(each => each.Prefixed(prefix)).Where(each => each.IsLegal(diagnostics))];
    }

    private static string Prefix(MappingReader reader, string database) => reader.Node("PrefixWithDbName") is not YamlScalar scalar ? ""
        : bool.TryParse(scalar.Text, out var isWanted) ? isWanted ? database + "_" : ""
        : scalar.Text.Length == 0 ? "" : scalar.Text + "_";

    private static IReadOnlyList<SecretMapping> ReadMap(YamlMapping keys, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(keys, diagnostics);
        return [.. keys.Entries
            .Select(entry => (entry.Key, Variable: reader.Text(entry.Name)))
            .Where(pair => pair.Variable is not null)
            .Select(pair => new SecretMapping(new(pair.Key.Text, pair.Key.Location), pair.Variable!.Value))];
    }

    private static SecretMapping? ReadItem(YamlNode item, DiagnosticBag diagnostics)
    {
        if (item is YamlScalar scalar)
        {
            return new(new(scalar.Text, scalar.Location), new(scalar.Text, scalar.Location));
        }

        var reader = MappingReader.Of(item as YamlMapping, diagnostics);
        if (reader.Text("SecretKey") is not { } key)
        {
            Refuse(item.Location, diagnostics);
            return null;
        }

        var variable = reader.Text("VarName");
        reader.RejectOthers(Name);
        return new(key, variable ?? key);
    }

    private static IReadOnlyList<SecretMapping> Refuse(Location location, DiagnosticBag diagnostics)
    {
        diagnostics.Add(ModelDiagnostics.WrongKind("Mappings", "a mapping of the secret's keys to variables, or a list of entries with SecretKey and VarName", location));
        return [];
    }

    private SecretMapping Prefixed(string prefix) => this with { Variable = Variable with { Value = prefix + Variable.Value } };

    private bool IsLegal(DiagnosticBag diagnostics)
    {
        var isLegal = LegalVariable.IsMatch(Variable.Value);
        if (!isLegal)
        {
            diagnostics.Add(ModelDiagnostics.BadVariable(Variable.Value, Variable.Origin));
        }

        return isLegal;
    }
}
