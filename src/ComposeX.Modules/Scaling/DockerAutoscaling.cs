using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Scaling;

/// <summary>Reads <c>x-aws-autoscaling</c>, the key of Docker's former ECS integration: <c>min</c>, <c>max</c>, <c>cpu</c> and <c>memory</c>.</summary>
internal static class DockerAutoscaling
{
    public static FamilyScaling Read(YamlEntry entry, DiagnosticBag diagnostics)
    {
        if (entry.Value is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind(entry.Name, "a mapping with min, max, cpu and memory", entry.Value.Location));
            return new([], null, []);
        }

        var reader = MappingReader.Of(mapping, diagnostics);
        var minimum = Number.Whole(reader, 0, diagnostics, "min");
        var maximum = Number.Whole(reader, 0, diagnostics, "max");
        var cpu = Number.Percentage(reader, diagnostics, "cpu");
        var memory = Number.Percentage(reader, diagnostics, "memory", "mem");
        reader.RejectOthers();
        if (minimum is { } low && maximum is { } high && low.Value > high.Value)
        {
            diagnostics.Add(ScalingDiagnostics.UpsideDown(Number.Text(low.Value), Number.Text(high.Value), high.Origin));
        }

        var targets = cpu is null && memory is null ? null : new TargetScaling(entry.Key.Location) { Cpu = cpu, Memory = memory };
        return new([entry], targets, []);
    }
}
