using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Meshes;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Appmesh;

/// <summary>Reads headers, parameters of a query and metadata: a mapping of names to exact values, or a list in App Mesh's own words.</summary>
internal static class FieldReader
{
    private static readonly MeshComparison[] Comparisons = [MeshComparison.Exact, MeshComparison.Prefix, MeshComparison.Suffix, MeshComparison.Regex];

    public static IReadOnlyList<MeshField> Read(YamlNode? node, string name, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlMapping mapping:
                return [.. mapping.Entries.Select(entry => Short(entry, diagnostics))];
            case YamlSequence list when list.Items.All(item => item is YamlMapping):
                return [.. list.Items.OfType<YamlMapping>().Select(item => Long(item, name, diagnostics)).OfType<MeshField>()];
            default:
                diagnostics.Add(ModelDiagnostics.WrongKind(name, "a mapping of names to values, or a list of mappings with Name and Match", node.Location));
                return [];
        }
    }

    // name: value, or name: {prefix: value}; a name with nothing behind it must only be there.
    private static MeshField Short(YamlEntry entry, DiagnosticBag diagnostics)
    {
        var name = new Located<string>(entry.Name, entry.Key.Location);
        return entry.Value switch
        {
            _ when ScalarResolver.IsNull(entry.Value) => new(name, null, false),
            YamlScalar exact => new(name, new(MeshComparison.Exact, new(exact.Text, exact.Location)), false),
            _ => new(name, Comparison(entry.Value, entry.Name, diagnostics), false),
        };
    }

    private static MeshField? Long(YamlMapping mapping, string kind, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var name = reader.Text(KeyNames.Of("Name"));
        var match = reader.Node(KeyNames.Of("Match"));
        var inverted = reader.Boolean(KeyNames.Of("Invert"));
        reader.RejectOthers(kind);
        if (name is not { } called)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(kind, "a list of mappings with a Name each", mapping.Location));
            return null;
        }

        return new(called, match is null ? null : Comparison(match, called.Value, diagnostics), inverted is { Value: true });
    }

    private static MeshText? Comparison(YamlNode node, string name, DiagnosticBag diagnostics)
    {
        if (node is not YamlMapping mapping)
        {
            diagnostics.Add(AppmeshDiagnostics.NoComparison(name, node.Location));
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var texts = Comparisons
            .Select(comparison => reader.Text(KeyNames.Of(comparison.ToString())) is { } value ? new MeshText(comparison, value) : null)
            .Append(Range(reader.Mapping(KeyNames.Of("Range")), diagnostics))
            .OfType<MeshText>().ToList();
        reader.RejectOthers("A match");
        if (texts.Count != 1)
        {
            diagnostics.Add(AppmeshDiagnostics.NoComparison(name, mapping.Location));
        }

        return texts.FirstOrDefault();
    }

    private static MeshText? Range(YamlMapping? mapping, DiagnosticBag diagnostics)
    {
        if (mapping is null)
        {
            return null;
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var start = reader.Integer(KeyNames.Of("Start"));
        var end = reader.Integer(KeyNames.Of("End"));
        reader.RejectOthers("A range");
        return start is { } from && end is { } to
            ? new(MeshComparison.Range, Text(from)) { End = Text(to) }
            : new(MeshComparison.Range, new("", mapping.Location));

        static Located<string> Text(Located<long> number) => new(System.FormattableString.Invariant($"{number.Value}"), number.Origin);
    }
}
