using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Model.Building;

/// <summary>Reads a declaration's <c>Services</c>: a map by service or family, or the list of 2020 (<c>- name: web</c>).</summary>
internal static class ServiceUseReader
{
    public static IReadOnlyList<ServiceUse> Read(YamlNode? node, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlMapping mapping:
                return [.. mapping.Entries.Select(entry => ReadUse(new(entry.Name, entry.Key.Location), entry.Value, false, diagnostics))];
            case YamlSequence sequence:
                diagnostics.Add(ModelDiagnostics.OlderSpelling("Services as a list", "a mapping of services to what they may do", sequence.Location));
                return [.. sequence.Items.Select(item => ReadItem(item, diagnostics)).OfType<ServiceUse>()];
            default:
                diagnostics.Add(ModelDiagnostics.WrongKind("Services", "a mapping of services to what they may do", node.Location));
                return [];
        }
    }

    private static ServiceUse? ReadItem(YamlNode item, DiagnosticBag diagnostics)
    {
        if (item is YamlMapping mapping && MappingReader.Of(mapping, diagnostics).Text("Name", "name") is { } name)
        {
            return ReadUse(name, mapping, true, diagnostics);
        }

        diagnostics.Add(ModelDiagnostics.WrongKind("Services", "a list of entries with a \"name\" each, or better a mapping of services to what they may do", item.Location));
        return null;
    }

    private static ServiceUse ReadUse(Located<string> target, YamlNode node, bool isListItem, DiagnosticBag diagnostics)
    {
        if (ScalarResolver.IsNull(node))
        {
            return new(target, null, []);
        }

        if (node is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(target.Value, "a mapping with Access and ReturnValues", node.Location));
            return new(target, null, []);
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        if (isListItem)
        {
            _ = reader.Node("Name", "name");
        }

        var use = new ServiceUse(target, reader.Text("Access", "access"), ReadReturnValues(reader.Mapping("ReturnValues"), diagnostics))
        {
            Scaling = reader.Mapping("Scaling", "scaling"),
        };
        reader.RejectOthers();
        return use;
    }

    private static IReadOnlyList<ReturnValue> ReadReturnValues(YamlMapping? mapping, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        return [.. (mapping?.Entries ?? [])
            .Select(entry => (entry, variable: reader.Text(entry.Name)))
            .Where(pair => pair.variable is not null)
            .Select(pair => new ReturnValue(new(pair.entry.Name, pair.entry.Key.Location), pair.variable!.Value))];
    }
}
