using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ComposeX.Model.Families;
using ComposeX.Syntax;

namespace ComposeX.Model.Seam;

/// <summary>A declaration that sets the number of a family's tasks in steps.</summary>
/// <param name="Scaling">The steps and cooldowns, as written.</param>
/// <param name="Alarm">The alarm, when the declaration is one; otherwise one is made for its metric.</param>
/// <param name="Origin">The name of the service or family, under the declaration.</param>
public sealed record StepScaling(Declaration Declaration, YamlMapping Scaling, StepAlarmOffer? Alarm, Location Origin)
{
    /// <summary>All that scale a family in steps, in the order of declarations.</summary>
    public static IReadOnlyList<StepScaling> Of(Family family, Surroundings surroundings)
    {
        var links = surroundings.LinksOf(family)
            .Where(link => link.Use.Scaling is not null)
            .Select(link => new StepScaling(link.Declaration, link.Use.Scaling!, null, link.Use.Target.Origin));
        var alarms = surroundings.Offers<StepAlarmOffer>()
            .Where(alarm => surroundings.Resolve(alarm.Offer.Target.Value).Contains(family))
            .Select(alarm => new StepScaling(alarm.Declaration, alarm.Offer.Scaling, alarm.Offer, alarm.Offer.Target.Origin));
        return [.. links, .. alarms];
    }

    /// <summary>
    /// Between how many and how many tasks a family really scales: its range, reaching up to the highest step; without a range,
    /// from its replicas on. Null when nothing scales it.
    /// </summary>
    public static CapacityRange? CapacityOf(Family family, Surroundings surroundings)
    {
        var scalings = Of(family, surroundings);
        var range = CapacityRange.Of(family);
        if (range is null && scalings.Count > 0)
        {
            var replicas = CapacityRange.ReplicasOf(family)?.Value ?? 1;
            range = new(replicas, replicas, scalings[0].Origin);
        }

        return range is null ? null : range with { Maximum = scalings.SelectMany(Counts).Aggregate(range.Maximum, Math.Max) };
    }

    // What is no number is reported where steps are read.
    private static IEnumerable<int> Counts(StepScaling scaling) => ((scaling.Scaling["Steps"] ?? scaling.Scaling["steps"]) as YamlSequence)?.Items
        .OfType<YamlMapping>()
        .Select(step => (step["Count"] ?? step["count"]) as YamlScalar)
        .Select(count => int.TryParse(count?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0) ?? [];
}
