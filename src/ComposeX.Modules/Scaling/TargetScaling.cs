using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Reading;
using ComposeX.Syntax;

namespace ComposeX.Modules.Scaling;

/// <summary>The loads that scaling keeps a family at: <c>TargetScaling</c>.</summary>
internal sealed record TargetScaling(Location Origin)
{
    private const int DefaultScaleInCooldown = 300;
    private const int DefaultScaleOutCooldown = 60;

    public Located<decimal>? Cpu { get; init; }

    public Located<decimal>? Memory { get; init; }

    /// <summary>Requests to each task, counted by its load balancer.</summary>
    public Located<decimal>? Requests { get; init; }

    /// <summary>Seconds to wait after taking tasks away.</summary>
    public Located<int>? ScaleInCooldown { get; init; }

    /// <summary>Seconds to wait after adding tasks.</summary>
    public Located<int>? ScaleOutCooldown { get; init; }

    public Located<bool>? DisableScaleIn { get; init; }

    public Located<int> ScaleInSeconds => ScaleInCooldown ?? new(DefaultScaleInCooldown, Origin);

    public Located<int> ScaleOutSeconds => ScaleOutCooldown ?? new(DefaultScaleOutCooldown, Origin);

    public static TargetScaling Read(YamlMapping mapping, DiagnosticBag diagnostics)
    {
        var reader = MappingReader.Of(mapping, diagnostics);
        var targets = new TargetScaling(mapping.Location)
        {
            Cpu = Number.Percentage(reader, diagnostics, "CpuTarget"),
            Memory = Number.Percentage(reader, diagnostics, "MemoryTarget"),
            Requests = Number.Read(reader, 1, int.MaxValue, "a number of requests from 1 up", diagnostics, "TgtTargetsCount"),
            ScaleInCooldown = Number.Whole(reader, 0, diagnostics, "ScaleInCooldown"),
            ScaleOutCooldown = Number.Whole(reader, 0, diagnostics, "ScaleOutCooldown"),
            DisableScaleIn = reader.Boolean("DisableScaleIn"),
        };
        reader.RejectOthers();
        if (mapping["CpuTarget"] is null && mapping["MemoryTarget"] is null && mapping["TgtTargetsCount"] is null)
        {
            diagnostics.Add(ScalingDiagnostics.NothingToTrack(mapping.Location));
        }

        return targets;
    }

    /// <summary>Several services in one task: the lowest number wins, and one that disables scaling in disables it for all.</summary>
    public static TargetScaling? Merge(IReadOnlyList<TargetScaling> all) => all.Count == 0 ? null : new(all[0].Origin)
    {
        Cpu = Lowest(all, one => one.Cpu),
        Memory = Lowest(all, one => one.Memory),
        Requests = Lowest(all, one => one.Requests),
        ScaleInCooldown = Lowest(all, one => one.ScaleInCooldown),
        ScaleOutCooldown = Lowest(all, one => one.ScaleOutCooldown),
        DisableScaleIn = all.Select(one => one.DisableScaleIn).Where(disable => disable is not null).OrderByDescending(disable => disable?.Value).FirstOrDefault(),
    };

    private static Located<T>? Lowest<T>(IReadOnlyList<TargetScaling> all, Func<TargetScaling, Located<T>?> member) =>
        all.Select(member).Where(number => number is not null).OrderBy(number => number!.Value.Value).FirstOrDefault();
}
