using System;
using System.Collections.Generic;
using System.Linq;
using ComposeX.Compose.Projects;
using ComposeX.Model.Families;
using ComposeX.Model.Reading;
using ComposeX.Model.Seam;
using ComposeX.Syntax;

namespace ComposeX.Modules.Scaling;

/// <summary>Reads the <c>Scaling</c> of what a family uses: steps, and cooldowns.</summary>
internal static class StepReader
{
    private const int DefaultCooldown = 60;

    private static readonly (string Old, string Today)[] OlderSpellings =
    [
        ("steps", "Steps"), ("lower_bound", "LowerBound"), ("upper_bound", "UpperBound"), ("count", "Count"),
    ];

    public static IReadOnlyList<StepPlan> ReadAll(Family family, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var byDeclaration = StepScaling.Of(family, surroundings).GroupBy(source => source.Declaration).Select(group => group.ToList()).ToList();
        foreach (var again in byDeclaration.SelectMany(sources => sources.Skip(1)))
        {
            diagnostics.Add(ScalingDiagnostics.ScaledTwice(family.Name, again.Declaration.Name, again.Origin));
        }

        foreach (var other in byDeclaration.Skip(1).Select(sources => sources[0]))
        {
            diagnostics.Add(ScalingDiagnostics.ScaledByTwo(family.Name, byDeclaration[0][0].Declaration.Name, other.Declaration.Name, other.Origin));
        }

        return [.. byDeclaration.Select(sources => Read(sources[0], surroundings, diagnostics)).OfType<StepPlan>()];
    }

    private static StepPlan? Read(StepScaling source, Surroundings surroundings, DiagnosticBag diagnostics)
    {
        var metric = source.Alarm is null ? surroundings.Offers<MetricOffer>().FirstOrDefault(offer => offer.Declaration == source.Declaration).Offer : null;
        if (metric is null && source.Alarm is null)
        {
            diagnostics.Add(ScalingDiagnostics.NoMetric(source.Declaration.Module.Key, source.Scaling.Location));
        }

        var reader = MappingReader.Of(source.Scaling, diagnostics);
        var scaleIn = Number.Whole(reader, 0, diagnostics, "ScaleInCooldown");
        var scaleOut = Number.Whole(reader, 0, diagnostics, "ScaleOutCooldown");
        ReportOlderSpelling(source.Scaling, diagnostics);
        var steps = ReadSteps(reader.Sequence("Steps", "steps"), source, diagnostics);
        reader.RejectOthers();
        if (steps.Count == 0 || (metric is null && source.Alarm is null))
        {
            return null;
        }

        var threshold = source.Alarm?.Threshold ?? Math.Max(1, steps[0].Lower.Value);
        return new(source, metric, threshold, steps, Intervals.Of(steps, threshold, source.Alarm is { IsBelow: true }, diagnostics),
            scaleIn ?? new(DefaultCooldown, source.Scaling.Location), scaleOut ?? new(DefaultCooldown, source.Scaling.Location));
    }

    // Sorted by where they begin. Empty, and reported, when one of them cannot be understood.
    private static IReadOnlyList<Step> ReadSteps(YamlSequence? sequence, StepScaling source, DiagnosticBag diagnostics)
    {
        if (sequence is null or { Items.Count: 0 })
        {
            if (sequence is not null || (source.Scaling["Steps"] ?? source.Scaling["steps"]) is null)
            {
                diagnostics.Add(ScalingDiagnostics.NoSteps(sequence?.Location ?? source.Scaling.Location));
            }

            return [];
        }

        var steps = sequence.Items.Select(item => ReadStep(item, source.Alarm is { IsBelow: true }, diagnostics)).ToList();
        return steps.Contains(null) ? [] : [.. steps.OfType<Step>().OrderBy(step => step.Lower.Value)];
    }

    private static Step? ReadStep(YamlNode item, bool isBelow, DiagnosticBag diagnostics)
    {
        if (item is not YamlMapping mapping)
        {
            diagnostics.Add(ModelDiagnostics.WrongKind("Steps", "a list of mappings with LowerBound, UpperBound and Count", item.Location));
            return null;
        }

        ReportOlderSpelling(mapping, diagnostics);
        var reader = MappingReader.Of(mapping, diagnostics);
        var lower = Bound(reader, diagnostics, "LowerBound", "lower_bound");
        var upper = Bound(reader, diagnostics, "UpperBound", "upper_bound");
        var count = Number.Whole(reader, 0, diagnostics, "Count", "count");
        reader.RejectOthers();
        if (lower is null && IsMissing("LowerBound", "lower_bound") && isBelow)
        {
            lower = new(Step.NoEnd, mapping.Location);
        }
        else if (IsMissing("LowerBound", "lower_bound"))
        {
            diagnostics.Add(ScalingDiagnostics.IncompleteStep("LowerBound", mapping.Location));
        }

        if (IsMissing("Count", "count"))
        {
            diagnostics.Add(ScalingDiagnostics.IncompleteStep("Count", mapping.Location));
        }

        var isUpperWrong = upper is null && !IsMissing("UpperBound", "upper_bound");
        return lower is { } from && count is { } tasks && !isUpperWrong ? new(from, upper, tasks, mapping.Location) : null;

        bool IsMissing(string key, string older) => mapping[key] is null && mapping[older] is null;
    }

    private static Located<decimal>? Bound(MappingReader reader, DiagnosticBag diagnostics, params string[] names) =>
        Number.Read(reader, Step.NoEnd, -Step.NoEnd, "a number", diagnostics, names);

    private static void ReportOlderSpelling(YamlMapping mapping, DiagnosticBag diagnostics)
    {
        foreach (var (old, today) in OlderSpellings)
        {
            if (mapping.Entry(old) is { } entry)
            {
                diagnostics.Add(ModelDiagnostics.OlderSpelling(old, today, entry.Key.Location));
            }
        }
    }
}
