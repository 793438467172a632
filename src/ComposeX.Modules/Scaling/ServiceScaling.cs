using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Scaling;

/// <summary>Reads <c>x-scaling</c>.</summary>
internal static class ServiceScaling
{
    public static FamilyScaling Read(YamlEntry entry, Family family, DiagnosticBag diagnostics)
    {
        if (entry.Value is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(entry.Name, "a mapping with Range, TargetScaling and ScheduledActions", entry.Value.Location));
            return new([], null, []);
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        CheckRange(reader.Text("Range"), diagnostics);
        var targets = reader.Mapping("TargetScaling") is { } node ? TargetScaling.Read(node, diagnostics) : null;
        var scheduled = ScheduledActions.Read(reader.Sequence("ScheduledActions"), family, diagnostics);
        reader.RejectOthers();
        return new([entry], targets, scheduled);
    }

    private static void CheckRange(Located<string>? range, DiagnosticBag diagnostics)
    {
        if (range is not { } given)
        {
            return;
        }

        switch (CapacityRange.Parse(given.Value, given.Origin))
        {
            case null:
                diagnostics.Add(ScalingDiagnostics.BadRange(given.Value, given.Origin));
                break;
            case var parsed when parsed.Minimum > parsed.Maximum:
                diagnostics.Add(ScalingDiagnostics.UpsideDown(Number.Text(parsed.Minimum), Number.Text(parsed.Maximum), given.Origin));
                break;
        }
    }
}
