using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Model.Building;

/// <summary>Reads a declaration's <c>Services</c>: a map by service or family, or the list of 2020 (<c>- name: web</c>).</summary>
internal static class ServiceUseReader
{
    private static readonly Regex EnvironmentName = new("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant);

    /// <param name="extraKeys">Keys of an entry that its module reads itself.</param>
    public static IReadOnlyList<ServiceUse> Read(YamlNode? node, IReadOnlyList<string> extraKeys, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlMapping mapping:
                return [.. mapping.Entries.Select(entry => ReadUse(new(entry.Name, entry.Key.Location), entry.Value, false, extraKeys, diagnostics))];
            case YamlSequence sequence:
                diagnostics.Add(ModelDiagnostics.OlderSpelling("Services as a list", "a mapping of services to what they may do", sequence.Location));
                return [.. sequence.Items.Select(item => ReadItem(item, extraKeys, diagnostics)).OfType<ServiceUse>()];
            default:
                diagnostics.Add(ModelDiagnostics.WrongKind("Services", "a mapping of services to what they may do", node.Location));
                return [];
        }
    }

    private static ServiceUse? ReadItem(YamlNode item, IReadOnlyList<string> extraKeys, DiagnosticBag diagnostics)
    {
        if (item is YamlMapping mapping && MappingReader.Of(mapping, diagnostics).Text("Name", "name") is { } name)
        {
            return ReadUse(name, mapping, true, extraKeys, diagnostics);
        }

        diagnostics.Add(ModelDiagnostics.WrongKind("Services", "a list of entries with a \"name\" each, or better a mapping of services to what they may do", item.Location));
        return null;
    }

    private static ServiceUse ReadUse(Located<string> target, YamlNode node, bool isListItem, IReadOnlyList<string> extraKeys, DiagnosticBag diagnostics)
    {
        if (ScalarResolver.IsNull(node))
        {
            return new(target, [], []);
        }

        if (node is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(target.Value, "a mapping with Access and ReturnValues", node.Location));
            return new(target, [], []);
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        if (isListItem)
        {
            _ = reader.Node("Name", "name");
        }

        var use = new ServiceUse(target, ReadAccess(reader.Node("Access", "access"), diagnostics), ReadReturnValues(reader.Mapping("ReturnValues"), diagnostics))
        {
            Scaling = reader.Mapping("Scaling", "scaling"),
            Extra = [.. extraKeys.Select(key => reader.Entry(key)).OfType<YamlEntry>()],
        };
        reader.RejectOthers();
        return use;
    }

    private static IReadOnlyList<AccessChoice> ReadAccess(YamlNode? node, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlScalar name:
                return [new(null, new(name.Text, name.Location))];
            case YamlMapping mapping:
                var reader = MappingReader.Of(mapping, diagnostics);
                return [.. mapping.Entries.Select(entry => reader.Text(entry.Name) is { } name ? ReadSide(new(entry.Name, entry.Key.Location), name) : null).OfType<AccessChoice>()];
            default:
                diagnostics.Add(ModelDiagnostics.WrongKind("Access", "the name of an access set, or a mapping of a side of the resource to one", node.Location));
                return [];
        }
    }

    // A side that can only be on or off, and is off, is no choice.
    private static AccessChoice? ReadSide(Located<string> side, Located<string> name) =>
        !bool.TryParse(name.Value, out var isOn) ? new(side, name) : isOn ? new(side, name with { Value = AccessSet.On }) : null;

    private static IReadOnlyList<ReturnValue> ReadReturnValues(YamlMapping? mapping, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        return [.. (mapping?.Entries ?? [])
            .Select(entry => (entry, variable: ReadVariable(entry, reader, diagnostics)))
            .Where(pair => pair.variable is not null)
            .Select(pair => new ReturnValue(new(pair.entry.Name, pair.entry.Key.Location), pair.variable!.Value))];
    }

    // Attribute: NAME, or Attribute: {EnvVarName: NAME}.
    private static Located<string>? ReadVariable(YamlEntry entry, MappingReader reader, DiagnosticBag diagnostics)
    {
        if (entry.Value is not YamlMapping mapping)
        {
            return Checked(reader.Text(entry.Name), diagnostics);
        }

        var inner = MappingReader.Of(mapping, diagnostics);
        var name = inner.Text("EnvVarName");
        inner.RejectOthers(entry.Name);
        return Checked(name, diagnostics);
    }

    private static Located<string>? Checked(Located<string>? variable, DiagnosticBag diagnostics)
    {
        if (variable is { } name && !EnvironmentName.IsMatch(name.Value))
        {
            diagnostics.Add(ModelDiagnostics.BadVariable(name.Value, name.Origin));
        }

        return variable;
    }
}
