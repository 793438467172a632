using System;
using System.Collections.Generic;
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

    private static ScalingUse? Read(Located<string> target, YamlMapping use, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(use, diagnostics);
        var scaling = reader.Mapping("Scaling");
        if (reader.Text("Access") is { } access && !string.Equals(access.Value, NoAccess, StringComparison.Ordinal))
        {
            diagnostics.Add(ModelDiagnostics.UnknownAccess(access.Value, "x-alarms", [], access.Origin));
        }

        reader.RejectOthers();
        if (use["Scaling"] is null)
        {
            diagnostics.Add(AlarmsDiagnostics.NothingAsked(target.Value, target.Origin));
        }

        return scaling is null ? null : new(target, scaling);
    }
}
