using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Alarms;

/// <summary>A service or family whose number of tasks an alarm sets.</summary>
internal sealed record ScalingUse(Located<string> Target, YamlMapping Scaling)
{
    // Written by users of the original, where every entry has an access.
    private const string NoAccess = "NA";

    public static IReadOnlyList<ScalingUse> Read(YamlNode? node, DiagnosticBag diagnostics)
    {
        if (node is null)
        {
            return [];
        }

        if (node is YamlSequence list)
        {
            diagnostics.Add(ModelDiagnostics.OlderSpelling("Services as a list", "a mapping of services to how they scale", list.Location));
            return [.. list.Items.Select(item => ReadItem(item, diagnostics)).OfType<ScalingUse>()];
        }

        if (node is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Services", "a mapping of services to how they scale", node.Location));
            return [];
        }

        var uses = new List<ScalingUse>();
        foreach (var entry in mapping.Entries)
        {
            if (entry.Value is not YamlMapping use)
            {
                diagnostics.Add(ModelDiagnostics.WrongKind(entry.Name, "a mapping with Scaling", entry.Value.Location));
            }
            else if (Read(new(entry.Name, entry.Key.Location), use, diagnostics) is { } read)
            {
                uses.Add(read);
            }
        }

        return uses;
    }

    private static ScalingUse? ReadItem(YamlNode item, DiagnosticBag diagnostics)
    {
        if (item is YamlMapping mapping && MappingReader.Of(mapping, diagnostics).Text("Name", "name") is { } name)
        {
            return Read(name, mapping, diagnostics, "Name", "name");
        }

        diagnostics.Add(ModelDiagnostics.WrongKind("Services", "a list of entries with a \"name\" each, or better a mapping of services to how they scale", item.Location));
        return null;
    }

    private static ScalingUse? Read(Located<string> target, YamlMapping use, DiagnosticBag diagnostics, params string[] nameKeys)
    {
        var reader = MappingReader.Of(use, diagnostics);
        if (nameKeys.Length > 0)
        {
            _ = reader.Node(nameKeys);
        }

        var scaling = reader.Mapping("Scaling", "scaling");
        if (reader.Text("Access", "access") is { } access && !string.Equals(access.Value, NoAccess, StringComparison.Ordinal))
        {
            diagnostics.Add(ModelDiagnostics.UnknownAccess(access.Value, "x-alarms", [], access.Origin));
        }

        reader.RejectOthers();
        if ((use["Scaling"] ?? use["scaling"]) is null)
        {
            diagnostics.Add(AlarmsDiagnostics.NothingAsked(target.Value, target.Origin));
        }

        return scaling is null ? null : new(target, scaling);
    }
}
